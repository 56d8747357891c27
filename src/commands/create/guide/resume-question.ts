import type { ChoiceQuestion } from '../../../ask/asker.ts';

/** Whether to go on with a run that was not finished. */
export function resumeQuestion(
  runs: readonly { title: string }[],
): Omit<ChoiceQuestion<string>, 'canGoBack'> {
  return {
    message: 'An earlier run was not finished. Continue it?',
    choices: [
      ...runs.map(({ title }, index) => ({
        value: String(index),
        label: title === '' ? 'Continue the one without a title' : `Continue with "${title}"`,
      })),
      { value: 'fresh', label: 'Start another proposal and keep this one' },
      { value: 'discard', label: 'Start another proposal and discard this one' },
    ],
  };
}
