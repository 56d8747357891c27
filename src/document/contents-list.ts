import { anchorsOf } from './anchor.ts';
import { lineEnding } from './lines.ts';
import { type Heading, outline } from './outline.ts';
import { withoutMarker } from './title.ts';

/** A list of links to headings, one a line, without blank lines between. */
const LIST =
  /^[ \t]*[-*+][ \t]+\[[^\n]*\]\(#[^()\s]*\)[ \t]*\r?\n(?:[ \t]*[-*+][ \t]+\[[^\n]*\]\(#[^()\s]*\)[ \t]*(?:\r?\n|$))+/m;

const ENTRY = /^([ \t]*)([-*+][ \t]+)\[([^\n]*)\]\(#([^()\s]*)\)/;

interface Entry {
  indent: string;
  bullet: string;
  label: string;
  anchor: string;
}

/**
 * A new proposal with its table of contents, where the template has one, brought up to date: sections that
 * were left out, renamed by losing their marker, or added. What the template's own table passes over stays
 * out of it.
 */
export function mendContents(document: string, template: string): string {
  const list = document.includes('](#') ? LIST.exec(document) : undefined;
  if (!list) return document;
  const entries = list[0].split(/\r?\n/).flatMap(entryOf);
  const before = withAnchors(outline(template));
  const all = withAnchors(outline(document));
  const isListed = ({ anchor }: Anchored) => entries.some((entry) => entry.anchor === anchor);
  const listed = before.filter(isListed);
  if (listed.length * 2 < entries.length) return document;
  const levels = [...listed, ...all.filter(isListed)].map(({ level }) => level);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const after = all.filter(
    (heading) =>
      heading.level >= lowest && heading.level <= highest && !isPassedOver(heading, before, listed),
  );
  const eol = lineEnding(document);
  const lines = after.map(({ level, title, anchor }) => {
    const known = entries.find((entry) => entry.anchor === anchor);
    const label = known?.label ?? title.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const depth = level - lowest;
    return `${(entries[0]?.indent ?? '') + step(entries).repeat(depth)}${entries[0]?.bullet}[${label}](#${anchor})`;
  });
  const end = /\r?\n$/.test(list[0]) ? eol : '';
  const start = list.index;
  return document.slice(0, start) + lines.join(eol) + end + document.slice(start + list[0].length);
}

function entryOf(line: string): Entry[] {
  const [, indent = '', bullet = '', label = '', anchor = ''] = ENTRY.exec(line) ?? [];
  return bullet === '' ? [] : [{ indent, bullet, label, anchor }];
}

function withAnchors(headings: readonly Heading[]) {
  const anchors = anchorsOf(headings.map(({ title }) => title));
  return headings.map(({ level, title }, index) => ({
    level,
    title,
    anchor: anchors[index] ?? '',
  }));
}

interface Anchored {
  level: number;
  title: string;
  anchor: string;
}

/** Whether a heading is one of the template's that its table does not list, such as that of the table itself. */
function isPassedOver(
  heading: Anchored,
  before: readonly Anchored[],
  listed: readonly Anchored[],
): boolean {
  const isSame = (other: Anchored) =>
    other.level === heading.level && withoutMarker(other.title) === withoutMarker(heading.title);
  return before.some(isSame) && !listed.some(isSame);
}

/** How far each level is indented: as the first entry that is, else two spaces. */
function step(entries: readonly Entry[]): string {
  const base = entries[0]?.indent ?? '';
  const nested = entries.find(({ indent }) => indent.length > base.length);
  return nested ? nested.indent.slice(base.length) : '  ';
}
