import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/document/markdown/lines.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';

/** The top-level headings as the reference implementation of CommonMark sees them. */
function referenceOutline(text: string): string[] {
  const headings: string[] = [];
  const root = new Parser().parse(text.replace(/^\uFEFF/, ''));
  for (let node = root.firstChild; node; node = node.next) {
    if (node.type === 'heading') headings.push(`${node.sourcepos[0][0] - 1} ${node.level}`);
  }
  return headings;
}

it('the outline agrees with the reference parser', () => {
  fc.assert(
    fc.property(documents, (text) => {
      // Front matter, which may stand below a comment, is no Markdown.
      fc.pre(!/^\uFEFF?\s*(?:<!--[\s\S]*?-->[^\n]*\s*)?---/.test(text));
      expect(outline(text).map(({ line, level }) => `${line} ${level}`)).toEqual(
        referenceOutline(text),
      );
    }),
    { numRuns: runs(2000) },
  );
});

it('headings start and end at line starts, in order', () => {
  fc.assert(
    fc.property(documents, (text) => {
      let last = -1;
      for (const { start, bodyStart, line, level } of outline(text)) {
        expect(start).toBeGreaterThan(last);
        expect(start === 0 || /[\uFEFF\r\n]/.test(text[start - 1] ?? '')).toBe(true);
        expect(linesOf(text.slice(0, start)).length - 1).toBe(line);
        expect(level >= 1 && level <= 6 && bodyStart > start).toBe(true);
        last = start;
      }
    }),
  );
});
