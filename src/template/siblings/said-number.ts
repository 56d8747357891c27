import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { NUMBER_LABEL } from '../../words/proposal-words.ts';

/** A number as a document has it. */
interface SaidNumber {
  number: number;
  digits: string;
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
