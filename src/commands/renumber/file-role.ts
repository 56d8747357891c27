import path from 'node:path';
import { isTemplateName } from '../../convention/templates/template-name.ts';
import type { FileRole } from '../../document/references/references.ts';
import { isMarkdown, isYamlFile } from '../../file-names.ts';
import { isBelow } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { NumberedEntry } from './entry.ts';

/** What a file is to the proposal: only its main document and the data beside that speak of its own number. */
export function roleOf(
  file: string,
  { entry, root, workspace }: { entry: NumberedEntry; root: string; workspace: Workspace },
): FileRole {
  const format = formatOf(file);
  const isData = format === 'yaml' && path.dirname(file) === root;
  if (file === entry.file || isData) return { role: 'own', format };
  const isInside = isBelow(file, root, path.sep);
  return { role: !isInside && isProposal(file, workspace) ? 'proposal' : 'other', format };
}

function formatOf(file: string): FileRole['format'] {
  if (isYamlFile(file)) return 'yaml';
  return isMarkdown(file) || /\.html?$/i.test(file) ? 'markdown' : 'other';
}

function isProposal(file: string, { location }: Workspace): boolean {
  const directory = location.numbered.find((each) => isBelow(file, each, path.sep));
  const [name = ''] = directory ? path.relative(directory, file).split(path.sep) : [];
  return name !== '' && !isTemplateName(name);
}
