import path from 'node:path';
import fs from 'fs-extra';
import { decoded } from '../disk/decoded.ts';
import { isInside, whereabouts } from '../disk/inside.ts';
import { NotRegular, readingRegular, TooLarge } from '../disk/read-file.ts';
import { conflictsIn } from '../document/conflicts.ts';
import { Failure } from '../failure.ts';
import { isMissing, notReadError } from '../system-error.ts';
import type { Survey } from '../workspace/survey.ts';
import { makeChanges } from './changes/apply.ts';
import { othersEditError } from './changes/errors.ts';
import { type Journal, journalOf, whileEditing } from './changes/journal.ts';

export interface DocumentFile {
  path: string;
  shown: string;
  text: string;
}

const LARGEST_DOCUMENT = 32_000_000;

/**
 * Reads a document, following links that stay inside a folder.
 * @param root the folder; undefined where the user named this very file
 * @throws Failure when it does not exist, lies elsewhere, is too large, or is no UTF-8 text
 */
export function readDocument(file: string, shown: string, root?: string): DocumentFile {
  let target: string;
  let read: { text: string | undefined } | undefined;
  try {
    target = fs.realpathSync(file);
    if (root !== undefined) refuseLinkOutside({ root, file, shown }, target);
    read = readingRegular(target, { largest: LARGEST_DOCUMENT }, (bytes) => ({
      text: decoded(bytes),
    }));
  } catch (error) {
    if (isMissing(error)) throw missingError(shown, error);
    if (error instanceof NotRegular || error instanceof TooLarge)
      throw unreadableError(shown, error.message);
    throw notReadError(error, shown);
  }
  if (!read) throw missingError(shown);
  const { text } = read;
  if (text === undefined) throw unreadableError(shown, 'it is not UTF-8 text');
  return { path: target, shown, text };
}

/**
 * Replaces a document's text, with its mode and owner.
 * @throws Failure when the file changed since it was read, has a merge conflict, is read-only, or cannot be written;
 *   it is then as it was
 */
export function rewriteDocument(document: DocumentFile, next: string, journal: Journal): void {
  const { path: file, text } = document;
  refuseUnmerged(document);
  const [before, after] = [text, next].map((each) => Buffer.from(each));
  if (before && after) makeChanges(journal, [{ kind: 'text', path: file, before, after }]);
}

/**
 * Does something with a document while no other run changes documents in its folder.
 * @throws Failure when another run is still at it after two seconds
 */
export async function editing<T>(
  shown: string,
  journal: Journal,
  work: () => Promise<T>,
): Promise<T> {
  const outcome = await whileEditing(journal, work);
  if (!outcome) throw othersEditError(shown);
  return outcome.done;
}

/** @throws Failure when a document has two versions at once, since git could not merge them */
export function refuseUnmerged({ shown, text }: DocumentFile): void {
  const [first] = conflictsIn(text);
  if (!first) return;
  const line = first.from + 1;
  throw Failure.refusal(
    'not-written',
    `${shown} has an unresolved merge conflict in line ${line}`,
    {
      hint: 'Resolve it, then run the command again',
    },
  );
}

/** Where changes of a document are written down. */
export function journalOfDocument(file: string, { root, repository }: Survey): Journal {
  const real = fs.realpathSync(file);
  const folder = path.dirname(real);
  return isInside(fs.realpathSync(root), real)
    ? journalOf(root, repository)
    : journalOf(folder, undefined);
}

function refuseLinkOutside(
  { root, file, shown }: { root: string; file: string; shown: string },
  target: string,
): void {
  const { where, real } = whereabouts(root, file, target);
  if (where === 'inside') return;
  throw Failure.refusal('not-written', `${shown} leads to ${real}, outside this folder`, {
    hint: `To use that file anyway, pass its own path: ${real}`,
  });
}

function missingError(shown: string, cause?: unknown): Failure {
  return Failure.usage('not-found', `${shown} does not exist`, { cause });
}

function unreadableError(shown: string, reason: string): Failure {
  return Failure.refusal('unreadable', `${shown} could not be read: ${reason}`, {
    hint: 'A proposal must be a Markdown file in UTF-8',
  });
}
