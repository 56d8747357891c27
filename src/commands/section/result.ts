import { staleContents } from '../../document/contents/stale-contents.ts';
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
  };
}

function skipped(outcome: SectionOutcome): SectionOutcome {
  const { status, section } = outcome;
  return status === 'added' || status === 'removed' ? { section, status: 'skipped' } : outcome;
}
