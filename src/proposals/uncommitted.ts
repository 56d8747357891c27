import path from 'node:path';

/**
 * Which of some paths have uncommitted changes; new files have nothing to lose.
 * @returns undefined when git does not say
 */
export async function changedIn(
  root: string,
  paths: readonly string[],
): Promise<string[] | undefined> {
  const relative = paths.map(
    (file) => `:(top,literal)${path.relative(root, file).split(path.sep).join('/')}`,
  );
  const changed: string[] = [];
  // A command line holds so many, whatever the system.
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
  const question = ['status', '--porcelain', '-z', '--untracked-files=no', '--', ...paths];
  const answer = await git(root, [...(await withoutFilters(root)), ...question]);
  // Behind what was renamed or copied stands its old name.
  return answer?.split('\0').flatMap((line, index, lines) => {
    const isOldName = /^[RC]/.test(lines[index - 1] ?? '');
    return line.length > 3 && !isOldName ? line.slice(3) : [];
  });
}
