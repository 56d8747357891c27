import { frontMatterEnd } from './front-matter.ts';
import { outline } from './outline.ts';
import { escaped, type Renaming, type TextEdit } from './references.ts';

/**
 * What a renamed proposal says of its own number: in front matter, in its first heading, and in YAML
 * beside it.
 *
 * @param isYaml whether the whole text is YAML
 */
export function ownNumberEdits(
  text: string,
  { fromNumber, toNumber }: Renaming,
  isYaml: boolean,
): TextEdit[] {
  const plain = Number(fromNumber);
  const digits = Number.isSafeInteger(plain) ? `0*${plain}` : escaped(fromNumber);
  const front = isYaml ? text.length : frontMatterEnd(text);
  const key =
    /^((?:(?:kep|rfc|adr|gep|eip|enhancement|proposal)[-_ ]?)?(?:number|no|id|kep|rfc|adr|gep|eip)[ \t]*:[ \t]*)([^\r\n]{1,80})$/gim;
  const alone = new RegExp(`^(["']?(?:[A-Za-z]+[-# ]|#)?)(${digits})["']?[ \\t]*(?:#.*)?$`);
  const edits: TextEdit[] = [];
  for (const { index, 1: label = '', 2: value = '' } of text.slice(0, front).matchAll(key)) {
    const [, before = '', number = ''] = alone.exec(value) ?? [];
    if (number === '') continue;
    const start = index + label.length + before.length;
    // A number in YAML is written without zeros where it was; quoted, it is a text.
    const isPadded = number.startsWith('0') || before !== '' || !/^\d/.test(number);
    const written = isPadded ? toNumber : String(Number(toNumber));
    edits.push({ start, end: start + number.length, text: written });
  }
  return isYaml ? edits : [...edits, ...headingEdits(text, front, { digits, toNumber })];
}

/** The number that the first heading begins with, behind a label or before a delimiter. */
function headingEdits(
  text: string,
  front: number,
  { digits, toNumber }: { digits: string; toNumber: string },
): TextEdit[] {
  const [heading] = outline(text);
  if (!heading || heading.start < front) return [];
  const title = text.indexOf(heading.title, heading.start);
  const labelled = new RegExp(`^((?:[A-Za-z]+[-# ]{1,2}|[#[]))(${digits})(?=[\\s:.)\\]–-]|$)`);
  const plain = new RegExp(`^()(${digits})(?=[:.)\\]]|\\s[–-]|$)`);
  const padded = /^()(0\d*|X{3,})(?=[\s:.)\]–-]|$)/;
  const found =
    labelled.exec(heading.title) ?? plain.exec(heading.title) ?? padded.exec(heading.title);
  const [, before = '', number = ''] = found ?? [];
  const isOwn = new RegExp(`^${digits}$`).test(number);
  if (!isOwn || title < 0) return [];
  const start = title + before.length;
  return [{ start, end: start + number.length, text: toNumber }];
}
