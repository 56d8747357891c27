import { usage } from './program.ts';

/** Which proposal moves, and to which number; `number` is for one that has none yet. */
export function moveCall(word: 'renumber' | 'number', [proposal, number]: readonly string[]) {
  const given =
    number === undefined
      ? undefined
      : /^#?0*[1-9]\d*$/.test(number) && Number(number.replace('#', ''));
  if (proposal === undefined || given === false) {
    throw usage(
      `${word} takes a proposal and a number, found "${[proposal, number].filter(Boolean).join(' ')}"`,
    );
  }
  const isFirst = word === 'number' && number === undefined;
  return { proposal, isFirst, ...(given !== undefined && { number: given }) };
}

/** Which number is given back. */
export function releaseCall([word, number]: readonly string[]) {
  if (word === undefined) return {};
  if (word === 'release' && /^#?\d+$/.test(number ?? ''))
    return { release: Number(number?.replace('#', '')) };
  throw usage(
    `reservations takes release and a number, found "${[word, number].filter(Boolean).join(' ')}"`,
  );
}

/** Whether a word asks for another number. */
export function isMoveWord(word: string | undefined): word is 'renumber' | 'number' {
  return word === 'renumber' || word === 'number';
}
