import type { Folder, ReadText } from '../detection/folder-tree.ts';
import { SURE } from '../signs/template-signs.ts';
import { judge } from './judge-template.ts';
import { foldersUpFrom } from './template-search.ts';
import {
  type FoundTemplate,
  type SearchHints,
  templatesBelow,
  templatesIn,
} from './templates-in-folder.ts';

/**
 * Further templates for proposals that lie beside the one that is used, such as a short form or one for another kind.
 * @param template as {@link findTemplate} found it
 */
export function templatesBeside(root: Folder, template: string, wanted: SearchHints): string[] {
  const folders = foldersUpFrom(root, template.split('/').slice(0, -1).join('/'));
  for (const folder of folders) {
    const found = folder ? [...templatesIn(folder, wanted), ...templatesBelow(folder, wanted)] : [];
    if (!found.some(({ path }) => path === template)) continue;
    const others = found.filter(({ path }) => path !== template);
    return others.filter((each) => isSureTemplate(each, wanted.read)).map(({ path }) => path);
  }
  return [];
}

function isSureTemplate({ path, rank }: FoundTemplate, read: ReadText | undefined): boolean {
  const verdict = judge(read?.(path) ?? '');
  return verdict === 'template' || (rank >= SURE && verdict === 'unknown');
}
