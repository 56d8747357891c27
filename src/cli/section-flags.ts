import { QUESTIONS } from '../answers/questions.ts';
import type { Beside } from '../document/sections/add-section-result.ts';
import { refuseFlags, text } from './answer-flags.ts';
import { usage } from './program.ts';

type Action = 'add' | 'remove';

/**
 * What the flags say of adding or removing sections.
 *
 * @param answered the keys of the answers that were given as well
 * @throws Failure when they contradict each other
 */
export function sectionCall(
  options: Readonly<Record<string, unknown>>,
  answered: readonly string[],
) {
  const action: Action = options.remove === undefined ? 'add' : 'remove';
  refuseContradictions(options, action, answered);
  const proposal = text(options.in);
  const beside = besideOf(text(options.before), text(options.after));
  const named = action === 'add' ? options.section : options.remove;
  return {
    action,
    names: (Array.isArray(named) ? named : []).map(String),
    ...(proposal !== undefined && { proposal }),
    ...(beside && { beside }),
    acceptDoubts: options.acceptDoubts === true,
  };
}

function refuseContradictions(
  options: Readonly<Record<string, unknown>>,
  action: Action,
  answered: readonly string[],
): void {
  if (options.section !== undefined && options.remove !== undefined) {
    throw usage('--section and --remove do not go together');
  }
  if (options.before !== undefined && options.after !== undefined) {
    throw usage('--before and --after do not go together');
  }
  const allowed = action === 'add' ? ['sections', 'nest-headings'] : [];
  const unused = answered.find((key) => !allowed.includes(key));
  const question = QUESTIONS.find(({ key }) => key === unused);
  const flag = action === 'add' ? '--section' : '--remove';
  if (question) throw usage(`${question.flag} does not go with ${flag}`);
  if (action === 'remove') {
    refuseFlags(options, ['before', 'after', 'acceptDoubts', 'from'], 'does not go with --remove');
  }
}

function besideOf(before: string | undefined, after: string | undefined): Beside | undefined {
  if (before !== undefined) return { side: 'before', heading: before };
  return after === undefined ? undefined : { side: 'after', heading: after };
}
