import type { DocumentFile } from '../../proposals/document-file.ts';
import type { Home } from '../../workspace/home.ts';
import { Bases } from './bases.ts';
import { templateSources } from './known-templates.ts';

/** The template that one proposal was made from; undefined where that is not known, or none fits it. */
export async function baseOf(
  home: Home,
  file: string,
  { text }: DocumentFile,
): Promise<string | undefined> {
  const source = (await templateSources(home)).for(text).source;
  const bases = await Bases.of(source, home.survey, { files: [file], within: [file] });
  const found = bases.baseOf(file, text);
  return 'base' in found && found.fits ? found.base.text : undefined;
}
