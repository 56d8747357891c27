import { Failure } from '../../failure.ts';
import { shellWord } from '../../shell-quoting.ts';
import { type GitOptions, isUnborn, runGit } from '../run.ts';

/**
 * What git answers to a question about the past.
 * @throws Failure with git's words when it does not answer: then nothing is known, and nothing may be concluded
 */
export async function askGit(
  root: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await runGit(root, args, options);
  if (code === 0) return stdout;
  const [reason = ''] = stderr.trim().split('\n');
  throw silentGitError(reason);
}

/** Whether a repository has a commit. */
export async function hasCommits(root: string): Promise<boolean> {
  return !(await isUnborn(root));
}

/** @param reason in git's words; empty where it has none */
export function silentGitError(reason: string): Failure {
  const isPartial = /lazy fetching|promisor/i.test(reason);
  const owned = /dubious ownership in repository at '(.+)'/.exec(reason)?.[1];
  const hint = isPartial
    ? 'This is a partial clone, and nothing is fetched here. To get the rest, run: git fetch --refetch --filter=blob:limit=1g'
    : owned !== undefined
      ? `If you trust it, run: git config --global --add safe.directory ${shellWord(owned)}`
      : 'Fix the problem that git log reports, then run the command again';
  const said = reason === '' ? '' : `: ${reason}`;
  return Failure.usage('environment', `git could not read the history${said}`, { hint });
}
