import { type Blocks, parseBlocks } from '../markdown/blocks.ts';
import { spliced } from '../markdown/edits.ts';
import { openBlock } from '../markdown/open-block.ts';
import { type Heading, headingsOf } from '../markdown/outline.ts';
import type { AddSectionOptions, AddSectionResult } from './add-section-result.ts';
import { align, similarHeading } from './align.ts';
import { boundaryBefore } from './boundary.ts';
import { breakouts, contain } from './containment.ts';
import { chooseSection } from './find-section.ts';
import { insertedText, sectionBlock, shiftHeadings } from './insertion.ts';
import { findPlace, type Place, placeBeside } from './place.ts';

/**
 * Adds a section of a template to a document that people have edited since, without changing a byte of what
 * they wrote. A section that is already there, also renamed, at another level or joined with another, is left
 * alone.
 * @throws Error naming the known ids when the template has no such section
 */
export function addSection(document: string, options: AddSectionOptions): AddSectionResult {
  const { sections, index, section, text } = chooseSection(options.template, options.section);
  const blocks = parseBlocks(document);
  const headings = headingsOf(blocks, document.length);
  const alignment = align(sections, headings);
  const present = headings[alignment.anywhere[index]?.heading ?? -1];
  if (present) return { status: 'present', heading: present.title, line: present.line + 1 };
  const place = options.beside
    ? placeBeside(headings, section.level, options.beside)
    : findPlace(sections, index, { headings, alignment });
  if (!place)
    return unplaced(
      options.beside ? `there is no heading "${options.beside.heading}"` : NOT_RECOGNISED,
    );
  const similar = options.beside
    ? undefined
    : similarHeading(sections, index, { headings, alignment });
  const body =
    options.text === undefined
      ? shiftHeadings(text, place.level - section.level)
      : options.nestHeadings
        ? contain(options.text, place.level)
        : options.text;
  const reason = whyNot(blocks, headings, place) ?? whyNotText(body, place.level);
  if (reason !== undefined) return unplaced(reason);
  if (similar) place.doubts.push('similar-heading');
  const added = write(document, headings, { title: section.title, body, place });
  return similar && added.status === 'added'
    ? { ...added, similar: { heading: similar.title, line: similar.line + 1 } }
    : added;
}

function whyNotText(text: string, level: number): string | undefined {
  const [first] = breakouts(text, level);
  return first && `its text would change the outline: line ${first.line}, "${first.text.trim()}"`;
}

const NOT_RECOGNISED = 'nothing of the template is recognised in the document';

function unplaced(reason: string): AddSectionResult {
  return { status: 'unplaced', reason };
}

function write(
  document: string,
  headings: readonly Heading[],
  { title, body, place }: { title: string; body: string; place: Place },
): AddSectionResult {
  const offset = boundaryBefore(document, headings[place.before]);
  const text = insertedText(document, offset, sectionBlock(title, place.level, body));
  const result = spliced(document, [{ start: offset, end: offset, text }]);
  const line = keepsHeadings({ before: headings, result, offset, text, title });
  if (line === undefined) return unplaced('the text around the place would change its meaning');
  const { level, doubts } = place;
  return {
    status: 'added',
    document: result,
    offset,
    text,
    heading: title,
    level,
    line: line + 1,
    certain: doubts.length === 0,
    doubts,
  };
}

function whyNot(
  blocks: Blocks,
  headings: readonly Heading[],
  { before, level }: Place,
): string | undefined {
  const offset = headings[before]?.start ?? Number.POSITIVE_INFINITY;
  const open = openBlock(blocks);
  if (open && (blocks.starts[open.line] ?? 0) < offset) {
    return `line ${open.line + 1} opens a block that never closes: close it with ${open.closing}`;
  }
  const next = headings[before];
  if (next && next.level > level) {
    return `line ${next.line + 1}, "${next.title}", would become a part of the new section`;
  }
  const details = openDetails(blocks, offset);
  return details === undefined ? undefined : `the place is inside <details> (line ${details + 1})`;
}

function openDetails({ tokens, lines, starts }: Blocks, offset: number): number | undefined {
  const open: number[] = [];
  const htmlLines = tokens.flatMap(({ type, map }) =>
    type === 'html_block' && map && !isLiteral(lines[map[0]] ?? '') ? range(map[0], map[1]) : [],
  );
  for (const line of htmlLines.filter((each) => (starts[each] ?? 0) < offset)) {
    for (const [tag] of lines[line]?.matchAll(/<\/?details\b/gi) ?? []) {
      if (tag.startsWith('</')) open.pop();
      else open.push(line);
    }
  }
  return open.at(-1);
}

function isLiteral(line: string): boolean {
  return /^\s*<(?:!--|pre|script|style|textarea)/i.test(line);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/**
 * Reads the result again: all headings as they were, and the new ones where they were put.
 * @returns the line, counted from 0, of the new heading; undefined when a heading changed
 */
function keepsHeadings(change: {
  before: readonly Heading[];
  result: string;
  offset: number;
  text: string;
  title: string;
}): number | undefined {
  const { before, result, offset, text, title } = change;
  const after = headingsOf(parseBlocks(result), result.length);
  const isNew = ({ start }: Heading) => start >= offset && start < offset + text.length;
  const kept = after.filter((heading) => !isNew(heading));
  const same = kept.every(
    ({ level, title: text }, index) =>
      level === before[index]?.level && text === before[index]?.title,
  );
  const added = after.find(isNew);
  return same && kept.length === before.length && added?.title === title ? added.line : undefined;
}
