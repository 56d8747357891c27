import path from 'node:path';
import fs from 'fs-extra';
import { isInside } from '../../disk/inside.ts';
import { isMarkdown } from '../../file-names.ts';
import { isSparse } from '../../git/history/sparse.ts';
import type { Workspace } from '../workspace.ts';

/** Tracked documents where the proposals are that a sparse checkout leaves out, from the root of the repository. */
export function absentFiles({
  survey: { repository, paths, root },
  location,
}: Pick<Workspace, 'survey' | 'location'>): string[] {
  if (!repository || !isSparse(repository)) return [];
  return paths.filter((name) => {
    const file = path.join(root, name);
    const isNear = location.numbered.some((directory) => isInside(directory, file));
    return isNear && isMarkdown(name) && !fs.pathExistsSync(file);
  });
}
