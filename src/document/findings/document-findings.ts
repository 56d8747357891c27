import { contentsList } from '../contents/contents-list.ts';
import { openBlock } from '../markdown/open-block.ts';
import { outline, outlineOf } from '../markdown/outline.ts';
import { isSameTitle } from '../titles/title-forms.ts';
import type { Finding } from './finding.ts';
import { type FilesAround, linkFindings } from './link-findings.ts';
import { sectionFindings, type TemplateOfDocument } from './section-findings.ts';
import { textFindings } from './text-findings.ts';

/** A finding, and the heading that it stands under; empty before the first one, and below the title. */
export interface PlacedFinding {
  finding: Finding;
  under: string;
}

/** What is to be said of a document alone, against its template and the files around it. */
export function documentFindings(
  document: string,
  of: TemplateOfDocument,
  around: FilesAround,
): Finding[] {
  const contents = contentsList(document);
  const outdated = contentsFindings(contents);
  const inText = textFindings(document, of.template);
  // Of two versions at once, nothing is to be said.
  if (inText.some(({ code }) => code === 'conflict-left')) return inText;
  return [
    ...inText,
    ...sectionFindings(document, of).filter((finding) => !isSwallowed(finding, document)),
    ...outdated,
    ...linkFindings(document, around, outdated.length > 0 ? contents : undefined).filter(
      ({ line }) => !isTemplateLine(document, line, of),
    ),
  ];
}

/** Findings in their order, each with the heading of a document that it stands under. */
export function inPlace(findings: readonly Finding[], document: string): PlacedFinding[] {
  const headings = outline(document);
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return inOrder.map((finding) => {
    const above = headings.findLastIndex(({ line }) => line < finding.line);
    // A title that is changed makes no other finding of what stands below it.
    const isTitle = above === 0 && headings[0]?.level === 1 && headings.length > 1;
    const under = finding.beside !== undefined || isTitle ? '' : (headings[above]?.title ?? '');
    return { finding, under };
  });
}

/** What is to be said of a table of contents. */
export function contentsFindings(contents: ReturnType<typeof contentsList>): Finding[] {
  if (!contents || contents.missing.length + contents.unknown.length === 0) return [];
  const { missing, unknown, from } = contents;
  return [{ code: 'contents-outdated', missing, unknown, line: from, column: 1 }];
}

/** Whether a section that is missing stands in a block that is open to the end of the document. */
function isSwallowed(finding: Finding, document: string): boolean {
  if (finding.code !== 'section-missing') return false;
  const { line } = openBlock(outlineOf(document)) ?? {};
  if (line === undefined) return false;
  const { lines } = outlineOf(document);
  return lines
    .slice(line)
    .some(
      (each) =>
        /^ {0,3}#{1,6}[ \t]/.test(each) &&
        isSameTitle(each.replace(/^[ #]+/, '').trim(), finding.section),
    );
}

/** Whether a line, counted from 1, is one of the template, whose links are for its author to replace. */
function isTemplateLine(
  document: string,
  line: number,
  { template, versions }: TemplateOfDocument,
): boolean {
  const text = (outlineOf(document).lines[line - 1] ?? '').trim();
  return [template, ...versions.slice(0, 1)].some((each) => linesAmong(each).has(text));
}

/** The lines of a template; of the last few, which are asked about again and again. */
function linesAmong(template: string): ReadonlySet<string> {
  const known = knownLines.get(template);
  if (known) return known;
  if (knownLines.size > MOST_TEMPLATES) knownLines.clear();
  const lines = new Set(outlineOf(template).lines.map((line) => line.trim()));
  knownLines.set(template, lines);
  return lines;
}

const knownLines = new Map<string, ReadonlySet<string>>();

const MOST_TEMPLATES = 50;
