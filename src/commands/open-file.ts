import path from 'node:path';
import type { Environment } from '../environment.ts';

/** Opens a file in the user's editor, at a line where the editor can be told one. */
export async function openFile(
  written: { path: string; line: number },
  { cwd, platform, variables, output, signal, interactive, note }: Environment,
): Promise<void> {
  const { editorCommand, hasEditor, openInEditor } = await import('../ask/editor.ts');
  const file = path.resolve(cwd, written.path);
  const command = editorCommand(platform, variables);
  if (!interactive && !hasEditor(variables)) {
    note(`${written.path} was not opened: there is no terminal, and no $VISUAL or $EDITOR`);
    return;
  }
  await openInEditor(command, { file, line: written.line, output }, { platform, signal });
}
