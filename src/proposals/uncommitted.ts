import { relativePath } from '../disk/inside.ts';
import { literalPathspec } from '../git/run.ts';

/**
 * Which of some paths have uncommitted changes; new files have nothing to lose.
 * @returns undefined when git does not say
 */
export async function changedIn(
  root: string,
  paths: readonly string[],
): Promise<string[] | undefined> {
  const relative = paths.map((file) => literalPathspec(relativePath(root, file)));
  const changed: string[] = [];
  // As many as fit on a command line of any system.
  for (let at = 0; at < relative.length; at += MOST_PATHS) {
    const some = await changedAmong(root, relative.slice(at, at + MOST_PATHS));
    if (!some) return undefined;
    changed.push(...some);
  }
  return changed;
}

const MOST_PATHS = 200;

async function changedAmong(root: string, paths: readonly string[]): Promise<string[] | undefined> {
  const { git, withoutFilters } = await import('../git/run.ts');
  const question = [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=no',
    '--no-renames',
    // The settings of a submodule could run a program.
    '--ignore-submodules=all',
    '--',
    ...paths,
  ];
  const answer = await git(root, [...(await withoutFilters(root)), ...question]);
  return answer?.split('\0').flatMap((line) => (line.length > 3 ? line.slice(3) : []));
}
