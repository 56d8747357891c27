import type { DocumentFile } from '../../proposals/document-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { Bases } from './bases.ts';
import { templateSources } from './known-templates.ts';

/** The template that one proposal was made from; undefined where that is not known, or none fits it. */
export async function baseOf(
  workspace: Workspace,
  file: string,
  { text }: DocumentFile,
): Promise<string | undefined> {
  const source = (await templateSources(workspace)).for(text).source;
  const bases = await Bases.of(source, workspace.survey, { files: [file], within: [file] });
  const found = bases.baseOf(file, text);
  return 'base' in found && found.fits ? found.base.text : undefined;
}
