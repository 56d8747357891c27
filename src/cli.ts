import { type Command, CommanderError } from 'commander';
import { QUESTIONS } from './answers/questions.ts';
import type { Beside } from './document/result.ts';
import { answersInFlags, flagOf } from './flags.ts';
import { createProgram, HELP_WIDTH, usage } from './program.ts';

/** What a call asks for. */
export type Call =
  | ({ command: 'create' } & CreateCall)
  | ({ command: 'section' } & SectionCall)
  | ({ command: 'init' } & InitCall)
  | ({ command: 'list-templates' } & TemplatesCall)
  | { command: 'text'; text: string };

/** What every command can be told. Nothing is checked but the form of the flags. */
interface CommonCall {
  /** Answers by their key in an answers file. */
  answers: Readonly<Record<string, unknown>>;
  from?: string;
  directory?: string;
  template?: string;
  yes: boolean;
  dryRun: boolean;
  json: boolean;
  open: boolean;
}

/** A call that creates a proposal. */
export type CreateCall = CommonCall;

/** A call that writes a configuration. */
export type InitCall = Pick<CommonCall, 'directory' | 'template' | 'yes' | 'dryRun' | 'json'>;

/** A call that lists the templates. */
export type TemplatesCall = Pick<CommonCall, 'directory' | 'json'>;

/** A call that adds sections to a proposal, or takes them out. */
export interface SectionCall extends CommonCall {
  action: 'add' | 'remove';
  /** Sections as named; none to be asked. */
  names: readonly string[];
  /** Which proposal: a number, a path or a name. */
  proposal?: string;
  beside?: Beside;
  acceptDoubts: boolean;
}

/**
 * Reads the arguments after the program's name.
 *
 * @throws Failure for anything that is not a call: an unknown flag, a missing or wrong value
 */
export function parseCall(args: readonly string[], version: string): Call {
  let text = '';
  const program = createProgram(version).configureOutput({
    writeOut: (written) => {
      text += written;
    },
    writeErr: () => undefined,
    getOutHelpWidth: () => HELP_WIDTH,
    getOutHasColors: () => false,
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'text', text };
    throw usage(error.message);
  }
  return callOf(program);
}

function callOf(program: Command): Call {
  const options = program.opts<Record<string, unknown>>();
  const [title] = program.args;
  if (title !== undefined && options.title !== undefined) {
    throw usage('there are two titles: one by --title and one without a flag');
  }
  const common = commonCall(options, title);
  if (options.section !== undefined || options.remove !== undefined) {
    return { command: 'section', ...common, ...sectionCall(options, common) };
  }
  refuseFlags(options, ['in', 'before', 'after', 'acceptDoubts'], 'goes with --section');
  if (options.listTemplates === true) return { command: 'list-templates', ...common };
  if (title === 'init') {
    const { title: _, ...answers } = common.answers;
    const [key] = Object.keys(answers);
    const question = QUESTIONS.find((each) => each.key === key);
    if (question) throw usage(`${question.flag} does not go with init`);
    refuseFlags(options, ['from', 'open'], 'does not go with init');
    return { command: 'init', ...common };
  }
  return { command: 'create', ...common };
}

function commonCall(options: Record<string, unknown>, title: string | undefined): CommonCall {
  const [from, directory, template] = [
    text(options.from),
    text(options.dir),
    text(options.template),
  ];
  return {
    answers: { ...(title !== undefined && { title }), ...answersInFlags(options) },
    ...(from !== undefined && { from }),
    ...(directory !== undefined && { directory }),
    ...(template !== undefined && { template }),
    yes: options.yes === true,
    dryRun: options.dryRun === true,
    json: options.json === true,
    open: options.open === true,
  };
}

function sectionCall(options: Record<string, unknown>, { answers }: CommonCall) {
  const action: SectionCall['action'] = options.remove === undefined ? 'add' : 'remove';
  refuseContradictions(options, action, Object.keys(answers));
  const proposal = text(options.in);
  const beside = besideOf(text(options.before), text(options.after));
  const named = action === 'add' ? options.section : options.remove;
  return {
    action,
    names: (Array.isArray(named) ? named : []).map(String),
    ...(proposal !== undefined && { proposal }),
    ...(beside && { beside }),
    acceptDoubts: options.acceptDoubts === true,
  };
}

function refuseContradictions(
  options: Record<string, unknown>,
  action: SectionCall['action'],
  answered: readonly string[],
): void {
  if (options.section !== undefined && options.remove !== undefined) {
    throw usage('--section and --remove do not go together');
  }
  if (options.before !== undefined && options.after !== undefined) {
    throw usage('--before and --after do not go together');
  }
  const allowed = action === 'add' ? ['sections', 'nest-headings'] : [];
  const unused = answered.find((key) => !allowed.includes(key));
  const question = QUESTIONS.find(({ key }) => key === unused);
  const flag = action === 'add' ? '--section' : '--remove';
  if (question) throw usage(`${question.flag} does not go with ${flag}`);
  if (action === 'remove') {
    refuseFlags(options, ['before', 'after', 'acceptDoubts', 'from'], 'does not go with --remove');
  }
}

function besideOf(before: string | undefined, after: string | undefined): Beside | undefined {
  if (before !== undefined) return { side: 'before', heading: before };
  return after === undefined ? undefined : { side: 'after', heading: after };
}

function refuseFlags(
  options: Record<string, unknown>,
  names: readonly string[],
  reason: string,
): void {
  const found = names.find((name) => options[name] !== undefined);
  if (found === undefined) return;
  throw usage(`${flagOf(found)} ${reason}`);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
