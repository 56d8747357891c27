import type { Environment } from '../environment.ts';

/** Opens a file in the user's editor, at a line where the editor can be told one. */
export async function openFile(
  { file, line }: { file: string; line: number },
  { platform, variables }: Environment,
): Promise<void> {
  const { editorCommand, openInEditor } = await import('../editor.ts');
  await openInEditor(editorCommand(platform, variables), { file, line }, platform);
}
