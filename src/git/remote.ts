import type { GitRepository } from './repository.ts';
import { git } from './run.ts';

export interface Remote {
  name: string;
  url: string;
  pushUrl: string;
}

/**
 * The remote that numbers are agreed upon with: `upstream` where there is one, since `origin` may be a fork;
 * else the one that the current branch follows, `origin`, or the only one.
 * @returns undefined where there is none, or nothing says which
 */
export async function remoteOf({ root }: GitRepository): Promise<Remote | undefined> {
  const names = (await git(root, ['remote']))?.split('\n').filter(Boolean) ?? [];
  // Its whole name: a short one has `heads/` where a tag is called so too.
  const head = await git(root, ['symbolic-ref', '--quiet', 'HEAD']);
  const branch = head?.replace(/^refs\/heads\//, '');
  const followed = branch ? await git(root, ['config', `branch.${branch}.remote`]) : undefined;
  const name = [
    'upstream',
    followed ?? '',
    'origin',
    names.length === 1 ? (names[0] ?? '') : '',
  ].find((each) => names.includes(each));
  if (name === undefined) return undefined;
  const [url, pushUrl] = await Promise.all([
    git(root, ['remote', 'get-url', name]),
    git(root, ['remote', 'get-url', '--push', name]),
  ]);
  return url && pushUrl ? { name, url, pushUrl } : undefined;
}

/** What hosts call the repository, such as `owner/name`, by its remotes; those that are paths have no such name. */
export async function repositoryNames({ root }: GitRepository): Promise<string[]> {
  const answer = await git(root, ['config', '--get-regexp', '^remote\\..*\\.url$']);
  return (answer ?? '').split('\n').flatMap((line) => {
    const url = line.slice(line.indexOf(' ') + 1).replace(/(?:\.git)?\/?$/, '');
    const isNetwork = /^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/.test(url);
    return isNetwork ? (/[^/:]+\/[^/:]+$/.exec(url)?.[0] ?? []) : [];
  });
}

const LONGEST_ANSWER_READ = 10_000;

export type RemoteProblem = 'denied' | 'hidden' | 'unreachable' | 'hangs' | 'locked';

/** What went wrong with a remote, from how git ended. */
export function remoteProblem({
  code,
  stdout,
  stderr,
  timedOut,
}: {
  code: number | undefined;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}): RemoteProblem {
  // What a remote says may be of any length.
  const all = `${stdout}\n${stderr}`.slice(0, LONGEST_ANSWER_READ);
  // Addresses and paths may hold any word.
  const said = all.replace(/'[^'\n]*'|\S*\/\S*/g, '');
  if (timedOut || /too slow|timed out|timeout/i.test(said)) return 'hangs';
  if (
    /hidden ref|hook declined|pre-receive|protected|prohibited|not allowed to|namespace/i.test(said)
  )
    return 'hidden';
  if (
    /\b40[13]\b|authentication|permission|access denied|could not read (?:username|password)|denied to|read[- ]only|not authorized|unauthori[sz]ed|terminal prompts disabled|host key/i.test(
      said,
    )
  )
    return 'denied';
  if (/failed to update ref|cannot lock ref|unable to create .*\.lock/i.test(all)) return 'locked';
  return code === undefined && said.trim() === '' ? 'hangs' : 'unreachable';
}
