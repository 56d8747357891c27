import { outline } from '../markdown/outline.ts';
import { contentsList } from '../sections/contents-list.ts';
import type { Finding } from './finding.ts';
import { type FilesAround, linkFindings } from './link-findings.ts';
import { sectionFindings, type TemplateOfDocument } from './section-findings.ts';
import { textFindings } from './text-findings.ts';

/** A finding, and the heading that it stands under; empty before the first one. */
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
  return [
    ...textFindings(document, of.template),
    ...sectionFindings(document, of),
    ...contentsFindings(contents),
    ...linkFindings(document, around, contents),
  ];
}

/** Findings in their order, each with the heading of a document that it stands under. */
export function inPlace(findings: readonly Finding[], document: string): PlacedFinding[] {
  const headings = outline(document);
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return inOrder.map((finding) => {
    const above = headings.findLast(({ line }) => line < finding.line);
    return { finding, under: above?.title ?? '' };
  });
}

/** What is to be said of a table of contents. */
export function contentsFindings(contents: ReturnType<typeof contentsList>): Finding[] {
  if (!contents || contents.missing.length + contents.unknown.length === 0) return [];
  const { missing, unknown, from } = contents;
  return [{ code: 'contents-outdated', missing, unknown, line: from, column: 1 }];
}
