import { Failure } from '../../failure.ts';
import { type Remote, type RemoteProblem, remoteOf } from '../../git/remote.ts';
import type { GitRepository } from '../../git/repository.ts';

/** The remote that numbers are agreed on with; `isNeeded` where there is no way to go on without it. */
export async function theRemote(repository: GitRepository, isNeeded = false): Promise<Remote> {
  const remote = await remoteOf(repository);
  if (remote) return remote;
  throw Failure.usage(
    'remote',
    'There is no remote, or there are several and none is named upstream or origin',
    { hint: orWithout('Add one with git remote add origin <url>', isNeeded) },
  );
}

/** The error for a remote that did not do what was asked. */
export function remoteError(
  problem: RemoteProblem,
  { name, url }: Remote,
  isNeeded = false,
): Failure {
  const where = `The remote ${name} (${url.replace(/\/\/[^/]*@/, '//').replace(/[?#].*$/, '')})`;
  const problems: Record<RemoteProblem, string> = {
    denied: 'rejected your credentials or does not allow you to write',
    hidden: 'does not allow refs/enhancements/*: a hook, a rule or receive.hideRefs prevents it',
    unreachable: 'could not be reached',
    hangs:
      'did not answer in time; npx create-enhancement reservations shows whether it reserved a number',
    locked: 'could not create the reservation: another write is in progress',
  };
  const later = problem === 'denied' || problem === 'hidden';
  return Failure.usage('remote', `${where} ${problems[problem]}`, {
    hint:
      later && !isNeeded
        ? 'Nothing was reserved or written. Leave out --reserve, or pass --draft instead and number it later; where the configuration reserves, --offline proceeds without it'
        : `Nothing was written. ${orWithout('Try again', isNeeded)}`,
  });
}

/** The error for a repository about which git gives no answer. */
export function gitSilentError(gitSays: string, isNeeded = false): Failure {
  const reason = gitSays === '' ? '' : `: ${gitSays}`;
  return Failure.usage('environment', `git cannot read this repository${reason}`, {
    hint: orWithout('Fix the problem that git status reports', isNeeded),
  });
}

function orWithout(remedy: string, isNeeded: boolean): string {
  return isNeeded
    ? remedy
    : `${remedy}, or proceed without the remote: leave out --online and --reserve, or pass --offline where the configuration reserves`;
}
