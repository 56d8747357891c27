import { Failure } from '../failure.ts';
import type { Leftover, Recovery } from '../proposals/leftovers.ts';

/** What other runs had left halfway, and what is to be done about it, a sentence each. */
export function leftoverNotes({ undone, left }: Recovery): string[] {
  return [
    ...undone.map(
      (what) => `an earlier change of ${what} had stopped halfway, and was undone first`,
    ),
    ...left.map((each) => sentence(each)),
  ];
}

/** The error for what has to be put right before anything else is changed. */
export function leftoverError(left: Leftover): Failure {
  const hints: Partial<Record<Leftover['kind'], string>> = {
    'changed since':
      'Put them right with the help of git status; then pass --force, which leaves them as they are',
    'change elsewhere':
      'If that run was killed, wait ten minutes, or pass --force, which takes its change back',
  };
  const hint = hints[left.kind] ?? 'Mend what is in the way, and run the command again';
  return Failure.refusal('not-written', capitalised(sentence(left)), { hint });
}

function sentence(left: Leftover): string {
  const { path } = left;
  switch (left.kind) {
    case 'senseless record':
      return `${path} is no record that this program can have written for you here; if nobody else is at work, remove it`;
    case 'change elsewhere':
      return `a run on ${computer(left.host)} is changing files here, or was killed: ${path} says so`;
    case 'changed since':
      return `an earlier change of ${left.what} was stopped halfway, and these were changed since: ${left.changed.join(', ')}`;
    case 'stuck':
      return `an earlier change of ${left.what} was stopped halfway, and could not be taken back: ${left.reason}; the next run tries again, ${path} says what it was`;
    case 'kept':
      return `what ${path} tells of could not be removed; the next run tries again`;
    case 'temporary':
      return `${path} was left by a run that was killed on another computer or before this folder was moved; look whether you miss what is in it, and remove it`;
    case 'claim':
      return `${path} was a claim of ${computer(left.host)}, more than ten minutes old, and counts no more`;
    case 'claim elsewhere':
      return `a run on ${computer(left.host)} holds a number here: ${path}; if it was killed, remove the file`;
    case 'unread':
      return `${path} could not be read, so what lies in it was not seen`;
    case 'claimed beside':
      return `git’s own directory cannot be written, so the number was claimed in ${path}; runs in other work trees may not have seen it`;
  }
}

function computer(host: string): string {
  return host.replace(/^pid:\[\d+\]/, '') || 'another computer';
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
