import type { Environment } from '../../environment.ts';
import { type Command, defineCommand } from '../command.ts';
import { JSON_OUTPUT } from '../flags.ts';
import { onlyOperand, usageError } from '../usage.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

type CompletedShell = (typeof SHELLS)[number];

/** Prints the script with which a shell completes commands, flags, proposals and sections. */
export const completionCommand = defineCommand<{ shell: CompletedShell }>({
  name: 'completion',
  words: ['completion'],
  operands: '<shell>',
  summary: 'print the completion script of a shell',
  about:
    'Prints the script with which bash, zsh, fish or PowerShell completes commands, flags, proposals and sections. It calls create-enhancement, which has to be installed: npm install --global create-enhancement.',
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
 * The command that those scripts call with what somebody has typed.
 * @param commands all of them
 */
export function completeCommandOf(commands: () => readonly Command[]): Command {
  return defineCommand<{ words: readonly string[] }>({
    name: 'complete',
    words: ['complete'],
    operands: '-- [words...]',
    summary: 'what completion scripts call',
    about: 'Prints what could follow the words that somebody has typed, a line each.',
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
