import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { NUMBER_LABEL } from '../../words/proposal-words.ts';

/** A number as a document has it. */
interface SaidNumber {
  number: number;
  digits: string;
}

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

/** The number that a document gives itself, in its front matter or before its title: `rfc: 5`, `# ADR-005: Title`. */
export function numberSaidIn(text: string): SaidNumber | undefined {
  const front = frontMatterEnd(text);
  const keys = text
    .slice(0, front)
    .matchAll(/^([\w-]+)[ \t]*[:=][ \t]*["']?(?:[A-Za-z]+[- ])?(\d{1,6})["']?[ \t]*\r?$/gm);
  const [labelled] = [...keys].flatMap(([, label = '', digits = '']) =>
    NUMBER_LABEL.test(label) ? [digits] : [],
  );
  const heading = /^#[ \t]+[A-Za-z]{2,12}[-_ ]?#?(\d{1,6})[ \t]*[:.–—-]/m.exec(
    text.slice(front),
  )?.[1];
  const digits = labelled ?? heading;
  return digits === undefined ? undefined : { number: Number(digits), digits };
}
