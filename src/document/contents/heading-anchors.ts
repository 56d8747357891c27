import type { Outline } from '../markdown/heading.ts';
import { anchorsOf, anchorWords } from '../markdown/heading-anchor.ts';
import { outlineOf } from '../markdown/outline.ts';

/** The addresses of the headings of a document, in their order. */
export function headingAnchors(document: string): readonly string[] {
  const outline = outlineOf(document);
  const anchors =
    anchorsKnown.get(outline) ?? anchorsOf(outline.headings.map(({ title }) => anchorWords(title)));
  anchorsKnown.set(outline, anchors);
  return anchors;
}

const anchorsKnown = new WeakMap<Outline, readonly string[]>();
