import { ReadStream, WriteStream } from 'node:tty';
import type { Environment } from '../environment.ts';
import { isOn } from '../process.ts';
import type { Asker } from './asker.ts';
import { CleanAsker } from './clean-asker.ts';

/** Opens an asker, which shows what asks. */
export async function openAsker(environment: Environment): Promise<Asker> {
  const asker = await askerFor(environment);
  asker.open('create-enhancement');
  return asker;
}

/** Whether questions are asked line by line. */
export function wantsPlain({ ACCESSIBLE }: Readonly<NodeJS.ProcessEnv>): boolean {
  return isOn(ACCESSIBLE);
}

/** With prompts that are redrawn, or line by line for screen readers (`ACCESSIBLE=1`). */
async function askerFor(environment: Environment): Promise<Asker> {
  const { input, output, variables, platform, signal } = environment;
  const isTerminal = input instanceof ReadStream && output instanceof WriteStream;
  if (wantsPlain(variables) || !isTerminal) {
    const { PlainAsker } = await import('./plain-asker.ts');
    return new CleanAsker(new PlainAsker({ input, output, signal }));
  }
  const { TerminalAsker } = await import('./terminal/terminal-asker.ts');
  const { editorCommand, editText } = await import('./editor.ts');
  const editor = editorCommand(platform, variables);
  const edit = (text: string) => editText(editor, text, { platform, signal });
  return new CleanAsker(new TerminalAsker({ input, output, signal, edit, editor }));
}
