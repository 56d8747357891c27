import type { Field } from '../../../document/head/field.ts';
import { SAYS_SUPERSEDED, type Vocabulary } from '../../../proposals/state/vocabulary.ts';

/** A status that names the successor, in the words that are used here: `Superseded by [4. Title](0004-title.md)`. */
export function supersededBy(vocabulary: Vocabulary, status: Field, link: string): string {
  const used = [...vocabulary.written].filter((each) => SAYS_SUPERSEDED.test(each));
  const [phrase] = used.flatMap(
    (each) =>
      /^([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)+?) *(?=\[|#|[A-Z]{2,}[- ]?\d|\d)/u.exec(each)?.[1] ?? [],
  );
  const isOwnCase = phrase !== undefined && !/^superseded by$/i.test(phrase);
  if (isOwnCase) return `${phrase} ${link}`;
  const word = supersededWord(vocabulary, status);
  return /^(?:superseded|replaced|obsoleted)$/i.test(word)
    ? `${word} by ${link}`
    : `${word}: ${link}`;
}

/** The word for it that is used here, else ours, in the letters of the old value. */
export function supersededWord({ values }: Vocabulary, { value }: Field): string {
  const known = values.find((each) => SAYS_SUPERSEDED.test(each));
  const word = known === undefined ? 'superseded' : (/^[\p{L}]+/u.exec(known)?.[0] ?? known);
  if (known !== undefined) return word;
  if (/^[\p{Lu} _-]{2,}$/u.test(value)) return word.toUpperCase();
  return /^\p{Lu}/u.test(value) || value === '' ? 'Superseded' : word;
}
