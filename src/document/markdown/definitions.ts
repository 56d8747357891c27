import { blankOutCode } from './blank-code.ts';
import { linesOf } from './lines.ts';

/** What a label of links or footnotes stands for. */
interface Definition {
  /** The address of a link, or the whole text of a footnote. */
  to: string;
  written: string;
}

/**
 * The definitions of links and footnotes in a text, by their labels in lower case: the first of each counts (CommonMark
 * 0.31.2, section 4.7).
 */
export function definitionsIn(text: string): Map<string, Definition> {
  const found = new Map<string, Definition>();
  if (!text.includes(']:')) return found;
  const [lines, shown] = [linesOf(text), linesOf(blankOutCode(text))];
  for (let line = 0; line < lines.length; line++) {
    const [, label = '', to = ''] =
      /^ {0,3}\[([^\]\n]+)\]:[ \t]*(\S+)/.exec(shown[line] ?? '') ?? [];
    if (label === '') continue;
    const end = label.startsWith('^') ? endOfFootnote(lines, line) : line + 1;
    const written = lines.slice(line, end).join('\n');
    const isFirst = !found.has(label.toLowerCase());
    if (isFirst) found.set(label.toLowerCase(), { to: end > line + 1 ? written : to, written });
  }
  return found;
}

/** The definitions, as they are written, of labels that a part of a text uses, where neither it nor another text has them so. */
export function missingDefinitions(
  part: string,
  { from, to }: { from: string; to: string },
): string[] {
  const known = definitionsIn(from);
  if (known.size === 0) return [];
  const [own, others] = [definitionsIn(part), definitionsIn(to)];
  return [...labelsUsedIn(part)].flatMap((label) => {
    const definition = known.get(label);
    const isThere = own.has(label) || others.get(label)?.to === definition?.to;
    return definition && !isThere ? definition.written : [];
  });
}

/** A text with definitions behind it: below those that it ends with, else in a paragraph of their own. */
export function withDefinitions(text: string, definitions: readonly string[]): string {
  if (definitions.length === 0) return text;
  const own = text.trimEnd();
  const lead =
    own === '' ? '' : /^ {0,3}\[[^\]\n]+\]:/.test(linesOf(own).at(-1) ?? '') ? '\n' : '\n\n';
  return own + lead + definitions.join('\n');
}

function labelsUsedIn(text: string): Set<string> {
  const found = blankOutCode(text).matchAll(/\[([^[\]\n]+)\](?!\(|:[ \t])/g);
  return new Set([...found].map(([, label = '']) => label.toLowerCase()));
}

function endOfFootnote(lines: readonly string[], line: number): number {
  let end = line + 1;
  for (let at = end; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (/^(?: {4}|\t)/.test(text)) end = at + 1;
    else if (text.trim() !== '') break;
  }
  return end;
}
