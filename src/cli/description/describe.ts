import { type Command, nameOfCall } from '../command.ts';
import { argumentOf, type Flag } from '../flags.ts';
import { resultSchema, type Schema } from './result-schema.ts';

/** Commands described for programs: the contract of `create-enhancement schema`. */
export interface Description {
  command: 'schema';
  commands: DescribedCommand[];
  failure: Schema;
  exitCodes: Readonly<Record<string, string>>;
}

interface DescribedCommand {
  name: string;
  /** How it is called, with its operands. */
  call: string;
  about: string;
  /** An object with a key for each flag. */
  flags: Schema;
  /** The answers file. */
  answers?: object;
  /** What `--json` prints. */
  result: Schema;
}

const EXIT_CODES_SAID = {
  0: 'success',
  1: 'refused, or problems were found',
  2: 'usage error, missing answers or an unsuitable environment; see the hint',
  130: 'cancelled; nothing was written',
};

const FAILURE: Schema = {
  type: 'object',
  properties: {
    command: { type: 'string' },
    notes: { type: 'array', items: { type: 'string' } },
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        hint: { type: 'string' },
        next: { type: 'string', description: 'the command to run next, for a POSIX shell' },
      },
      required: ['code', 'message'],
    },
  },
  required: ['command', 'error'],
};

/** Commands described for programs, from the table that arguments are parsed with. */
export async function describeCommands(commands: readonly Command[]): Promise<Description> {
  return {
    command: 'schema',
    commands: await Promise.all(commands.map(describeOne)),
    failure: FAILURE,
    exitCodes: EXIT_CODES_SAID,
  };
}

async function describeOne(command: Command): Promise<DescribedCommand> {
  const { name, words, calledBy, operands, about, groups, json } = command;
  const flags = groups.flatMap((group) => group.flags);
  const takesAnswers = flags.some(({ flag }) => flag === '--from');
  const { answersJsonSchema } = await import('../../answers/json-schema.ts');
  const called = words.length > 0 ? words : [calledBy ?? ''];
  const call = ['create-enhancement', ...called, operands];
  return {
    name: nameOfCall(command),
    call: call.filter(Boolean).join(' '),
    about,
    flags: {
      type: 'object',
      properties: Object.fromEntries(flags.map((flag) => [flag.flag, flagSchema(flag)])),
      additionalProperties: false,
    },
    ...(takesAnswers && { answers: answersJsonSchema() }),
    result:
      name === 'schema'
        ? { type: 'object' }
        : resultSchema(name, `${json.slice(0, -2)}, notes?: [text] }`),
  };
}

function flagSchema(flag: Flag): Schema {
  const { argument, takesAny = false, repeated = false, help, short } = flag;
  const text = { type: 'string', title: argumentOf(flag) };
  const value = argument === undefined ? { type: 'boolean' } : text;
  const isList = takesAny || repeated;
  return {
    ...(isList ? { type: 'array', items: value } : value),
    description: help,
    ...(short !== undefined && { 'x-short': short }),
  };
}
