import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentFindings } from '../../src/document/findings/document-findings.ts';
import { subjectOf } from '../../src/document/findings/finding.ts';
import { fixDocument } from '../../src/document/findings/fix-document.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';
import { upgrades } from '../support/upgrades.ts';

const around = { isComplete: true, isThere: () => false, textAt: () => undefined };

/** What is found, but for the parts of a section that is there only now. */
const found = (document: string, of: { template: string; versions: string[] }) =>
  documentFindings(document, of, around)
    .filter((each) => !('isPart' in each))
    .map((each) => `${each.code} ${subjectOf(each)}`);

/** A proposal of any shape, with the template that it was made from, and that of today. */
const proposals = fc.tuple(upgrades, documents).map(([{ base, template, document }, more]) => ({
  document: `${document}\n${more.replace(/^\uFEFF/, '')}`,
  of: { template, versions: [base] },
}));

it('what is found does not move with line endings', () => {
  fc.assert(
    fc.property(proposals, ({ document, of }) => {
      const plain = document.replace(/\r\n?/g, '\n');
      const places = (text: string) =>
        documentFindings(text, of, around).map(({ code, line, column }) => [code, line, column]);
      expect(places(plain.replaceAll('\n', '\r\n'))).toEqual(places(plain));
    }),
    { numRuns: runs(300) },
  );
});

it('mending a second time changes nothing, and mending adds nothing to be found', () => {
  fc.assert(
    fc.property(proposals, ({ document, of }) => {
      const fixed = fixDocument(document, of, () => true);
      expect(fixDocument(fixed, of, () => true)).toBe(fixed);
      const before = found(document, of);
      // A section that was added has the template's words, and may be asked about for them.
      const own = found(fixed, of).filter(
        (each) => !/^(?:guidance-left|section-empty|section-tbd)/.test(each),
      );
      expect(own.filter((each) => !before.includes(each) && !each.startsWith('contents'))).toEqual(
        [],
      );
    }),
    { numRuns: runs(300) },
  );
});

it('mending takes no heading away, and keeps every line that is none', () => {
  fc.assert(
    fc.property(proposals, ({ document, of }) => {
      const fixed = fixDocument(document, of, ({ code }) => code !== 'contents-outdated');
      const plain = (text: string) =>
        text.split(/\r\n?|\n/).filter((line) => !/^ {0,3}#/.test(line));
      const kept = plain(fixed);
      let at = 0;
      for (const line of plain(document)) {
        const next = kept.indexOf(line, at);
        expect({ line, isKept: next >= 0 }).toEqual({ line, isKept: true });
        at = next + 1;
      }
      expect(outline(fixed).length).toBeGreaterThanOrEqual(outline(document).length);
    }),
    { numRuns: runs(300) },
  );
});
