import type { ChoiceQuestion } from '../../../ask/asker.ts';

/** Whether to go on with a run that was not finished. */
export function resumeQuestion(
  runs: readonly { title: string }[],
): Omit<ChoiceQuestion<string>, 'canGoBack'> {
  return {
    message: 'An earlier run was not finished. Go on with it?',
    choices: [
      ...runs.map(({ title }, index) => ({
        value: String(index),
        label: title === '' ? 'Go on with one that has no title yet' : `Go on with "${title}"`,
      })),
      { value: 'fresh', label: 'Begin another proposal, and keep this for later' },
      { value: 'discard', label: 'Begin another proposal, and throw this away' },
    ],
  };
}
