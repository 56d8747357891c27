import type { Survey } from '../../workspace/survey.ts';
import { type DocumentFile, editing, journalOfDocument, refuseUnmerged } from '../document-file.ts';
import { makeChanges } from './apply.ts';
import { journalOf } from './journal.ts';

/** A document, and what it is to be. */
export interface ChangedDocument {
  document: DocumentFile;
  after: string;
}

/**
 * Writes documents that have changed: all of them, or none.
 * @throws Failure when one changed meanwhile, has a merge conflict, or cannot be written
 */
export async function writeDocuments(
  documents: readonly ChangedDocument[],
  survey: Survey,
): Promise<void> {
  const changed = documents.filter(({ document, after }) => document.text !== after);
  const [first] = changed;
  if (!first) return;
  for (const { document } of changed) refuseUnmerged(document);
  const { root, repository } = survey;
  const journal =
    changed.length === 1
      ? journalOfDocument(first.document.path, survey)
      : journalOf(root, repository);
  await editing(first.document.shown, journal, async () =>
    makeChanges(
      journal,
      changed.map(({ document, after }) => ({
        kind: 'text' as const,
        path: document.path,
        before: Buffer.from(document.text),
        after: Buffer.from(after),
      })),
    ),
  );
}
