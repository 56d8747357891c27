import { Failure } from '../failure.ts';
import type { Leftover, Recovery } from '../proposals/leftovers.ts';

/** What interrupted runs left behind, and what to do about it, one sentence each. */
export function leftoverNotes({ undone, left }: Recovery): string[] {
  return [
    ...undone.map((what) => `an interrupted change to ${what} was rolled back first`),
    ...left.map((each) => sentence(each)),
  ];
}

/** The error for what must be fixed before anything else is changed. */
export function leftoverError(left: Leftover): Failure {
  const hints: Partial<Record<Leftover['kind'], string>> = {
    'changed since': 'Check them with git status, then pass --force to keep them as they are',
    'change elsewhere':
      'If that run was killed, wait ten minutes, or pass --force to roll back its change',
  };
  const hint = hints[left.kind] ?? 'Fix the problem and run the command again';
  return Failure.refusal('not-written', capitalised(sentence(left)), { hint });
}

function sentence(left: Leftover): string {
  const { path } = left;
  switch (left.kind) {
    case 'unrecognised record':
      return `${path} is not a record that this program wrote for you here; if no other run is active, remove it`;
    case 'change elsewhere':
      return `according to ${path}, a run on ${computer(left.host)} is changing files here or was killed`;
    case 'changed since':
      return `a change to ${left.what} was interrupted, and these files have changed since: ${left.changed.join(', ')}`;
    case 'stuck':
      return `a change to ${left.what} was interrupted and could not be rolled back: ${left.reason}; the next run tries again, see ${path}`;
    case 'kept':
      return `files listed in ${path} could not be removed; the next run tries again`;
    case 'temporary':
      return `${path} was left by a run that was killed on another computer or before this folder was moved; check its contents, then remove it`;
    case 'claim':
      return `${path} was a claim by ${computer(left.host)} that has expired (over ten minutes old)`;
    case 'claim elsewhere':
      return `a run on ${computer(left.host)} has claimed a number here: ${path}; if it was killed, remove the file`;
    case 'unread':
      return `not searched (unreadable, or too many files): ${path}`;
    case 'claimed beside':
      return `git’s own directory is not writable, so the number was claimed in ${path}; runs in other work trees may not see it`;
  }
}

function computer(host: string): string {
  return host.replace(/^pid:\[\d+\]/, '') || 'another computer';
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
