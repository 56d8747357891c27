import path from 'node:path';
import { execa } from 'execa';
import { emptyFolder, git, writeAll } from './folder.ts';

/** What a commit writes, by path; null takes a file away. */
export type Commit = Readonly<Record<string, string | null>>;

/** A repository in which these commits were made, the first on 1 January 2024, each a month after the one before. */
export async function historyOf(...commits: Commit[]): Promise<string> {
  const folder = emptyFolder();
  await git(folder, 'init', '--initial-branch', 'main');
  for (const [month, files] of commits.entries()) await commitOf(folder, files, month);
  return folder;
}

export async function commitOf(folder: string, files: Commit, month: number): Promise<void> {
  const written = Object.entries(files).flatMap(([name, text]) =>
    text === null ? [] : [[name, text] as const],
  );
  const gone = Object.keys(files).filter((name) => files[name] === null);
  if (gone.length > 0) await git(folder, 'rm', '--quiet', '--', ...gone);
  writeAll(folder, Object.fromEntries(written));
  await git(folder, 'add', '--all');
  const date = new Date(Date.UTC(2024, month, 1)).toISOString();
  await execa('git', ['commit', '--quiet', '--allow-empty', '--message', 'x'], {
    cwd: path.resolve(folder),
    env: {
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.invalid',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.invalid',
    },
  });
}
