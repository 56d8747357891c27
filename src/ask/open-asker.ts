import { ReadStream, WriteStream } from 'node:tty';
import type { Environment } from '../environment.ts';
import type { Asker } from './asker.ts';
import { CleanAsker } from './clean-asker.ts';

/** Somebody to ask: with prompts that are redrawn, or line by line for screen readers (`ACCESSIBLE=1`). */
export async function openAsker({
  input,
  output,
  variables,
  platform,
  signal,
}: Environment): Promise<Asker> {
  const accessible = variables.ACCESSIBLE;
  const isPlain = accessible !== undefined && !['', '0', 'false'].includes(accessible);
  if (isPlain || !(input instanceof ReadStream) || !(output instanceof WriteStream)) {
    const { PlainAsker } = await import('./plain-asker.ts');
    return new CleanAsker(new PlainAsker({ input, output, signal }));
  }
  const { TerminalAsker } = await import('./terminal-asker.ts');
  const edit = async (text: string) => {
    const { editorCommand, editText } = await import('./editor.ts');
    return editText(editorCommand(platform, variables), text, platform);
  };
  return new CleanAsker(new TerminalAsker({ input, output, signal, edit }));
}
