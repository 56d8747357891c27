import type { NewRelation } from '../../../document/head/change/new-relation.ts';
import { relationSentence } from '../../../document/head/change/relate.ts';
import type { Field } from '../../../document/head/field.ts';
import { SAYS_SUPERSEDED, type Vocabulary } from '../../../proposals/state/vocabulary.ts';
import { lettersLike } from '../../../words/letters-like.ts';

/** A status that names the successor, in the words that are used here: `Superseded by [4. Title](0004-title.md)`. */
export function supersededBy(
  vocabulary: Vocabulary,
  { status, relation, link }: { status: Field; relation: NewRelation; link: string },
): string {
  const used = [...vocabulary.written].filter((each) => SAYS_SUPERSEDED.test(each));
  const [phrase] = used.flatMap(
    (each) =>
      /^([\p{L}\p{M}]+(?: [\p{L}\p{M}]+)+?) *(?=\[|#|[A-Z]{2,}[- ]?\d|\d)/u.exec(each)?.[1] ?? [],
  );
  const isOwnCase = phrase !== undefined && !/^superseded by$/i.test(phrase);
  if (isOwnCase) return `${phrase} ${link}`;
  const word = supersededWord(vocabulary, status, relation.said);
  const isBegun = relation.said.toLowerCase().startsWith(word.toLowerCase());
  if (isBegun) {
    const said = word + relation.said.slice(word.length);
    return relationSentence({ ...relation, said }, link);
  }
  return /^(?:superseded|replaced|obsoleted)$/i.test(word)
    ? `${word} by ${link}`
    : `${word}: ${link}`;
}

/**
 * The word for it that is used here, else the first of what it says, in the letters of the old value.
 * @param said such as `Superseded by`
 */
export function supersededWord(
  { values, written }: Vocabulary,
  { value }: Field,
  said: string,
): string {
  const known = values.find((each) => SAYS_SUPERSEDED.test(each));
  const word = /^\p{L}+/u.exec(known ?? said)?.[0] ?? known ?? said;
  // What nobody has used yet is written as the old value is.
  return [...written].some((each) => each.startsWith(word)) ? word : lettersLike(word, value);
}
