import { numberSaidIn } from './said-number.ts';

/** The share of documents that have to give themselves a number. */
const SHARE_OF_NUMBERS = 0.6;

/**
 * The number after the highest that documents give themselves whose names have none, padded as theirs are.
 * @returns undefined where most of them have no number, or two have the same
 */
export function nextSaidNumber(texts: readonly string[]): string | undefined {
  const said = texts.flatMap((text) => numberSaidIn(text) ?? []);
  const numbers = said.map(({ number }) => number);
  const areMost = said.length > 1 && said.length >= texts.length * SHARE_OF_NUMBERS;
  if (!areMost || new Set(numbers).size < numbers.length) return undefined;
  const isPadded = said.some(({ digits }) => digits.startsWith('0'));
  const width = isPadded ? Math.min(...said.map(({ digits }) => digits.length)) : 1;
  return String(Math.max(...numbers) + 1).padStart(width, '0');
}
