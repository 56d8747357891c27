import type { Field } from '../../../document/head/field.ts';
import { SAYS_SUPERSEDED, type Vocabulary } from '../../../proposals/state/vocabulary.ts';

/** The word for it that is used here, else ours, in the letters of the old value. */
export function supersededWord({ values }: Vocabulary, { value }: Field): string {
  const known = values.find((each) => SAYS_SUPERSEDED.test(each));
  const word = known === undefined ? 'superseded' : (/^[\p{L}]+/u.exec(known)?.[0] ?? known);
  if (known !== undefined) return word;
  if (/^[\p{Lu} _-]{2,}$/u.test(value)) return word.toUpperCase();
  return /^\p{Lu}/u.test(value) || value === '' ? 'Superseded' : word;
}
