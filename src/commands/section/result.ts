import { staleContents } from '../../document/contents/stale-contents.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { isNumberedTitle } from '../../document/titles/title-forms.ts';
import type { DocumentFile } from '../../proposals/document-file.ts';
import type { SectionOutcome } from '../../report/section/outcome.ts';
import type { SectionChange } from '../../report/section/section.ts';
import type { SectionEdit } from './edit.ts';

export async function changeOf(
  edit: SectionEdit,
  document: DocumentFile,
  dryRun: boolean,
): Promise<SectionChange> {
  const { outcomes, isRefused } = edit;
  const isChanged = edit.text !== document.text && !isRefused;
  return {
    result: {
      command: 'section',
      dryRun,
      path: document.shown,
      results: isRefused ? outcomes.map(skipped) : [...outcomes],
    },
    refused: isRefused,
    before: document.text,
    after: isRefused ? document.text : edit.text,
    staleContents: isChanged ? await staleContents(edit.text) : undefined,
    unnumbered: isChanged ? outcomes.flatMap((each) => unnumberedIn(edit.text, each)) : [],
  };
}

/** The heading that was added without a number among others that nearly all have one. */
function unnumberedIn(text: string, outcome: SectionOutcome): string[] {
  if (outcome.status !== 'added') return [];
  const { headings } = outlineOf(text);
  const own = headings.find(({ line }) => line + 1 === outcome.line);
  const others = headings.filter((each) => each.level === own?.level && each !== own);
  const numbered = others.filter(({ title }) => isNumberedTitle(title));
  const areMost = numbered.length > 1 && numbered.length * 4 >= others.length * 3;
  return areMost && !isNumberedTitle(outcome.heading) ? [outcome.heading] : [];
}

function skipped(outcome: SectionOutcome): SectionOutcome {
  const { status, section } = outcome;
  return status === 'added' || status === 'removed' ? { section, status: 'skipped' } : outcome;
}
