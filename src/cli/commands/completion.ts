import type { Environment } from '../../environment.ts';
import { type Command, defineCommand } from '../command.ts';
import { JSON_OUTPUT } from '../flags.ts';
import { onlyOperand, usageError } from '../usage.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

type CompletedShell = (typeof SHELLS)[number];

/** Prints a script that makes a shell complete commands, flags, proposals and sections. */
export const completionCommand = defineCommand<{ shell: CompletedShell }>({
  name: 'completion',
  words: ['completion'],
  operands: '<shell>',
  summary: 'print a shell completion script',
  about:
    'Prints a script that makes bash, zsh, fish or PowerShell complete commands, flags, proposals and sections. It calls create-enhancement, which must be installed: npm install --global create-enhancement.',
  groups: [{ heading: 'How:', flags: [JSON_OUTPUT] }],
  examples: [
    'create-enhancement completion bash >> ~/.bashrc',
    'create-enhancement completion fish | source',
  ],
  json: '{ command, shell, script }',
  read: ({ operands }) => {
    const said = onlyOperand('completion', 'the name of a shell', operands);
    const shell = SHELLS.find((each) => each === said);
    if (shell) return { shell };
    throw usageError(`There is no completion for "${said}"`, `Shells: ${SHELLS.join(', ')}`);
  },
  run: async ({ shell }) => {
    const { COMPLETION_SCRIPTS } = await import('../description/completion-scripts.ts');
    const script = COMPLETION_SCRIPTS[shell];
    return { json: { command: 'completion', shell, script }, text: () => script.split('\n') };
  },
});

/**
 * The command that those scripts call with the typed words.
 * @param commands all of them
 */
export function completeCommandOf(commands: () => readonly Command[]): Command {
  return defineCommand<{ words: readonly string[] }>({
    name: 'complete',
    words: ['complete'],
    operands: '-- [words...]',
    summary: 'used by completion scripts',
    about: 'Prints the possible completions of a command line, one per line.',
    isHidden: true,
    groups: [{ heading: 'How:', flags: [JSON_OUTPUT] }],
    examples: ['create-enhancement complete -- --section dra'],
    json: '{ command, completions: [{ value, description }] }',
    read: ({ operands }) => ({ words: operands }),
    run: ({ words }, environment) => completeWords(words, commands(), environment),
  });
}

async function completeWords(
  words: readonly string[],
  commands: readonly Command[],
  environment: Environment,
) {
  const { completionsFor } = await import('../description/completion.ts');
  const { completions, lines } = await completionsFor(words, commands, environment);
  return { json: { command: 'complete', completions }, text: () => lines };
}
