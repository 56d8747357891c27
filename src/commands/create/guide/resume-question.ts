import type { ChoiceQuestion } from '../../../ask/asker.ts';

/** Whether to go on with a run that was not finished. */
export function resumeQuestion(
  runs: readonly { title: string }[],
): Omit<ChoiceQuestion<string>, 'canGoBack'> {
  const isOne = runs.length === 1;
  const these = isOne ? 'this one' : `all ${runs.length}`;
  return {
    message: isOne
      ? 'An earlier run was not finished. Continue it?'
      : `${runs.length} earlier runs were not finished. Continue one?`,
    choices: [
      ...runs.map(({ title }, index) => ({
        value: String(index),
        label: title === '' ? 'Continue the one without a title' : `Continue with "${title}"`,
      })),
      { value: 'fresh', label: `Start another proposal and keep ${these}` },
      { value: 'discard', label: `Start another proposal and discard ${these}` },
    ],
  };
}
