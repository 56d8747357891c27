import { align } from '../alignment/align.ts';
import { missingDefinitions } from '../markdown/definitions.ts';
import { subtreeEnd } from '../markdown/heading.ts';
import { outline } from '../markdown/outline.ts';
import { addSection } from './add-section.ts';
import { boundaryBefore } from './boundary.ts';
import { chooseSection } from './find-section.ts';
import { shiftHeadings } from './insertion.ts';

/** What came of taking a section out. Lines are counted from 1, front matter included. */
export type RemoveSectionResult =
  | { status: 'removed'; document: string; heading: string; line: number }
  | { status: 'absent' }
  /** People have written there: `text` would be lost. */
  | { status: 'edited'; document: string; heading: string; line: number; text: string };

/**
 * Takes a section out of a document: the inverse of adding it. Where its text is no longer the template's, the
 * result is `edited` and holds the document as it would be without it.
 * @throws Error naming the known ids when the template has no such section
 */
export function removeSection(
  document: string,
  { template, section: name }: { template: string; section: string },
): RemoveSectionResult {
  const { sections, index, section, text } = chooseSection(template, name);
  const headings = outline(document);
  const match = align(sections, headings).anywhere[index];
  const heading = headings[match?.heading ?? -1];
  if (!match || !heading) return { status: 'absent' };
  const next = headings[subtreeEnd(headings, match.heading)];
  const end = boundaryBefore(document, next);
  const written = normalised(document.slice(heading.bodyStart, end));
  const guidance = normalised(shiftHeadings(text, heading.level - section.level));
  // The definitions that came with the last section stand where those of the whole document do.
  const before = document.slice(0, heading.start);
  const areOwn = missingDefinitions(before, { from: document.slice(end), to: '' }).length === 0;
  const [original] = [...(!next && areOwn ? [document.length] : []), end].flatMap(
    (to) => originalOf(document, { start: heading.start, end: to, template, section: name }) ?? [],
  );
  const without = original ?? candidatesFor(document, heading.start, end)[0] ?? document;
  const found = { document: without, heading: heading.title, line: heading.line + 1 };
  if (original !== undefined) return { status: 'removed', ...found };
  // Only what adding could have written is taken out without a word: its heading, and its text.
  const isNamed = match.likeness === 'exact' || match.likeness === 'normal';
  if (isNamed && written === guidance) return { status: 'removed', ...found };
  const own = document.slice(heading.start, heading.bodyStart).trim();
  return { status: 'edited', ...found, text: `${own}\n\n${written}`.trim() };
}

function normalised(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .trim();
}

/**
 * The document without a section. The white space around it may have been there before or have come with it: of
 * the possible originals, the first counts that adding the section makes this document of.
 */
function originalOf(
  document: string,
  {
    start,
    end,
    template,
    section,
  }: { start: number; end: number; template: string; section: string },
): string | undefined {
  return candidatesFor(document, start, end).find((candidate) => {
    const again = addSection(candidate, { template, section });
    return again.status === 'added' && again.document === document;
  });
}

function candidatesFor(document: string, start: number, end: number): string[] {
  const before = document.slice(0, start);
  const after = document.slice(end);
  const isLast = after === '';
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.exec(before.slice(-1000))?.[0] ?? '';
  const oneLess = before.replace(/(?:\r\n|\n|\r)$/, '');
  const endsLine = /[\n\r]$/.test(document);
  return isLast && blank
    ? [endsLine ? oneLess : trimEnding(oneLess), before]
    : [before + after, oneLess + after];
}

function trimEnding(text: string): string {
  return text.replace(/(?:\r\n|\n|\r)$/, '');
}
