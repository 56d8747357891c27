import { describe, expect, it } from 'vitest';
import { missingAnswers, withoutDefault } from '../../src/answers/missing.ts';

describe('the error for missing answers', () => {
  it('names every flag, and what --yes would do', () => {
    const { message, hint } = missingAnswers(
      ['title', 'goals', 'number', 'values'],
      [{ name: 'x' }],
    );
    expect(message).toMatch(
      /^These answers are missing:\n {2}--title <text> +title of the proposal\n {2}--number <n> +number of its issue.*\n {2}--goal <text> +a goal.*\n {2}--set x=<text> +/,
    );
    expect(hint).toContain('--yes uses defaults for everything except the title');
  });

  it('says nothing of --yes where it has no default for any', () => {
    const { hint } = missingAnswers(['title', 'number']);
    expect(hint).toBe('Pass the flags or a file with --from. In a terminal, questions are asked');
    expect(withoutDefault(['title', 'slug', 'number', 'goals', 'with'])).toEqual([
      'title',
      'slug',
      'number',
    ]);
  });
});
