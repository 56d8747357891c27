import { COMMIT_MARK, literalPathspec } from '../run.ts';
import { askGit } from './ask.ts';

/** When a file was last changed, in ISO 8601, and who wrote its first commit. */
export interface LastChange {
  changed: string;
  author: string;
}

/**
 * The last change and the first author of every file below some directories, by one question.
 * @param directories from the root of the work tree, with `/`; `.` for all of it
 * @throws Failure when git does not say
 */
export async function lastChanges(
  root: string,
  directories: readonly string[],
): Promise<Map<string, LastChange>> {
  const specs = directories.map((each) => literalPathspec(each));
  // Sparse, since git otherwise compares every commit twice: for whether it is told, and for what is told of it.
  const what = ['--sparse', '--name-only', '-z', '--no-renames'];
  const format = `--format=${COMMIT_MARK}%cI%x00%aN`;
  const answer = await askGit(root, ['log', ...what, format, 'HEAD', '--', ...specs]);
  const found = new Map<string, LastChange>();
  for (const commit of answer.split(COMMIT_MARK).slice(1)) {
    const [date = '', author = '', ...names] = commit.split('\0');
    for (const name of names) {
      const file = name.replace(/^\n/, '');
      if (file !== '') found.set(file, { changed: found.get(file)?.changed ?? date, author });
    }
  }
  return found;
}
