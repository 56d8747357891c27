import { digitsBeforeTitle, digitsUnderLabel } from '../../document/head/title/title-number.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';

/** A number as a document has it. */
interface SaidNumber {
  number: number;
  digits: string;
}

/** The number that a document gives itself, in its front matter or before its title: `rfc: 5`, `# ADR-005: Title`. */
export function numberSaidIn(text: string): SaidNumber | undefined {
  const front = frontMatterEnd(text);
  const keys = text.slice(0, front).matchAll(/^([\w-]+)[ \t]*[:=][ \t]*["']?([^"'\r\n]+)/gm);
  const [labelled] = [...keys].flatMap(
    ([, label = '', value = '']) => digitsUnderLabel(label, value.trim()) ?? [],
  );
  const heading = /^#[ \t]+(.*\S)/m.exec(text.slice(front))?.[1] ?? '';
  const digits = labelled ?? digitsBeforeTitle(heading);
  return digits === undefined ? undefined : { number: Number(digits), digits };
}
