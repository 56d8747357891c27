import { didYouMean, nextWithMeant } from '../../words/did-you-mean.ts';
import { type Command, defineCommand, nameOfCall } from '../command.ts';
import { JSON_OUTPUT } from '../flags.ts';
import { usageError } from '../usage.ts';

/**
 * The command that describes all commands for programs.
 * @param commands all commands, including this one
 */
export function schemaCommandOf(commands: () => readonly Command[]): Command {
  return defineCommand<{ described: readonly Command[] }>({
    name: 'schema',
    words: ['schema'],
    operands: '[command]',
    summary: 'describe commands for programs',
    about:
      'Prints the input and output of commands as JSON Schema: flags, answers, results and failures. Without a command, describes all of them.',
    groups: [{ heading: 'How:', flags: [JSON_OUTPUT] }],
    examples: ['create-enhancement schema', 'create-enhancement schema check'],
    json: '{ command, commands: [{ name, call, about, flags, answers?, result }], failure, exitCodes }',
    read: ({ operands }) => ({ described: chosen(operands, commands()) }),
    run: async ({ described }) => {
      const { describeCommands } = await import('../description/describe.ts');
      const description = await describeCommands(described);
      return {
        json: description,
        text: () => JSON.stringify(description, null, 2).split('\n'),
      };
    },
  });
}

/** The commands with a name; `create` is the default command. */
function chosen(words: readonly string[], commands: readonly Command[]): readonly Command[] {
  const shown = commands.filter(({ isHidden }) => !isHidden);
  if (words.length === 0) return shown;
  const said = words.join(' ');
  const found = shown.filter((each) => [said, `--${said}`].includes(nameOfCall(each)));
  if (found.length > 0) return found;
  const names = shown.map(nameOfCall);
  throw usageError(
    `There is no command "${said}"${didYouMean(said, names)}`,
    `Commands: ${names.join(', ')}`,
    nextWithMeant(said, names),
  );
}
