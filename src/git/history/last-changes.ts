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
  const what = ['--encoding=UTF-8', '--sparse', '--name-status', '-z', '-M'];
  const format = `--format=${COMMIT_MARK}%cI%x00%aN`;
  const answer = await askGit(root, ['log', ...what, format, 'HEAD', '--', ...specs]);
  return new LifeOfNames(answer.split(COMMIT_MARK).slice(1)).changes;
}

/** What commits say of the files of today, from the newest back: each under the name that it had. */
class LifeOfNames {
  readonly changes = new Map<string, LastChange>();
  /** The file that had a name; undefined where it is none of today's, since that one began, or came there, later. */
  readonly #called = new Map<string, string | undefined>();

  constructor(commits: readonly string[]) {
    for (const commit of commits) {
      const [date = '', author = '', ...fields] = commit.split('\0');
      for (const each of changedNames(fields)) this.#add(each, { changed: date, author });
    }
  }

  #add({ kind, name, from }: NamedChange, { changed, author }: LastChange): void {
    const file = this.#called.has(name) ? this.#called.get(name) : name;
    if (file === undefined) return;
    this.changes.set(file, { changed: this.changes.get(file)?.changed ?? changed, author });
    if (kind === 'A' || from !== undefined) this.#called.set(name, undefined);
    if (from !== undefined) this.#called.set(from, file);
  }
}

interface NamedChange {
  /** Git's letter for it. */
  kind: string;
  name: string;
  /** The name before, where it was renamed. */
  from: string | undefined;
}

function changedNames(fields: readonly string[]): NamedChange[] {
  const names: NamedChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const kind = fields[at]?.replace(/^\n/, '').charAt(0) ?? '';
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    const isRename = kind === 'R';
    names.push({ kind, name: isRename ? second : first, from: isRename ? first : undefined });
    at += isRename ? 3 : 2;
  }
  return names;
}
