import { COMMIT_MARK, literalPathspec } from '../run.ts';
import { askGit } from './ask.ts';

/** What a commit did to a file. */
export interface FileEvent {
  commit: string;
  /** When it was committed, in ISO 8601. */
  date: string;
  kind: 'added' | 'changed' | 'removed' | 'renamed';
  /** From the root of the work tree, with `/`. */
  path: string;
  /** Its name before, where it was renamed. */
  from: string | undefined;
  /** Git's name of the text after it; zeros where it was removed. */
  blob: string;
}

/**
 * What happened to files, the newest first. A copy is an addition: only what is gone elsewhere was renamed.
 * @param paths literal ones, from the root of the work tree
 * @param of whether merges are told as well, by what they brought to the branch they were merged into
 * @throws Failure when git does not say
 */
export async function fileHistory(
  root: string,
  paths: readonly string[],
  of: 'commits' | 'merges' = 'commits',
): Promise<FileEvent[]> {
  const what = ['--raw', '--no-abbrev', '-z', '-M'];
  const format = `--format=${COMMIT_MARK}%H%x00%cI`;
  const specs = paths.map((each) => literalPathspec(each));
  const merges = of === 'merges' ? ['-m', '--first-parent'] : [];
  const answer = await askGit(root, ['log', ...what, ...merges, format, 'HEAD', '--', ...specs]);
  return answer.split(COMMIT_MARK).slice(1).flatMap(eventsOf);
}

/** The former names of the files that some commits renamed, each by `<commit>:<new name>`. */
export async function renamesIn(
  root: string,
  commits: readonly string[],
): Promise<Map<string, string>> {
  const what = ['-r', '-z', '-M', '--root', '-m', '--diff-filter=R', '--raw'];
  const format = `--format=${COMMIT_MARK}%H%x00%cI`;
  const input = commits.map((commit) => `${commit}\n`).join('');
  const answer = await askGit(root, ['diff-tree', '--stdin', ...what, format], { input });
  const events = answer.split(COMMIT_MARK).slice(1).flatMap(eventsOf);
  return new Map(
    events.flatMap(({ commit, path, from }) =>
      from === undefined ? [] : [[`${commit}:${path}`, from] as const],
    ),
  );
}

/** Whether history ends where the repository was cloned from, so that what is oldest is not where things began. */
export async function isShallow(root: string): Promise<boolean> {
  return (await askGit(root, ['rev-parse', '--is-shallow-repository'])).trim() !== 'false';
}

function eventsOf(commit: string): FileEvent[] {
  const [hash = '', date = '', ...fields] = commit.split('\0');
  const events: FileEvent[] = [];
  for (let at = 0; at < fields.length; at++) {
    const [, blob, letter] =
      /^\s*:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([AMDRT])\d*$/.exec(fields[at] ?? '') ?? [];
    if (blob === undefined) continue;
    const isRename = letter === 'R';
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    events.push({
      commit: hash,
      date,
      kind: EVENT_KINDS[letter ?? ''] ?? 'changed',
      path: isRename ? second : first,
      from: isRename ? first : undefined,
      blob,
    });
    at += isRename ? 2 : 1;
  }
  return events;
}

const EVENT_KINDS: Readonly<Record<string, FileEvent['kind']>> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};
