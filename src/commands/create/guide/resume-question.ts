import type { ChoiceQuestion } from '../../../ask/asker.ts';

/** Whether to go on with a run that was not finished. */
export function resumeQuestion(
  runs: readonly { title: string; count: number }[],
): Omit<ChoiceQuestion<string>, 'canGoBack'> {
  return {
    message: 'An earlier run was not finished. Go on with it?',
    choices: [
      ...runs.map((run, index) => ({
        value: String(index),
        label: `Go on with "${run.title}" (${run.count === 1 ? '1 answer' : `${run.count} answers`})`,
      })),
      { value: 'fresh', label: 'Begin another proposal, and keep this for later' },
      { value: 'discard', label: 'Begin another proposal, and throw this away' },
    ],
  };
}
