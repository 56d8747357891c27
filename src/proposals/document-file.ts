import path from 'node:path';
import fs from 'fs-extra';
import { codeOf, Failure } from '../failure.ts';
import { claim, nameClaim, ownerState, release } from '../lock/claim.ts';
import { sweepDrafts } from '../lock/exclusive-file.ts';
import { orUndefined } from '../or-undefined.ts';
import { isMissing, notWrittenError } from '../system-error.ts';
import { removeEmpty } from './store.ts';

export interface DocumentFile {
  path: string;
  shown: string;
  text: string;
}

/** Bytes; a hundred times the largest proposal known would still fit. */
const LARGEST_DOCUMENT = 50_000_000;

/**
 * Reads a document, following links.
 * @throws Failure when it does not exist, is too large, or is no UTF-8 text
 */
export function readDocument(file: string, shown: string): DocumentFile {
  let target: string;
  let bytes: Buffer;
  try {
    target = fs.realpathSync(file);
    const { size } = fs.statSync(target);
    if (size >= LARGEST_DOCUMENT)
      throw unreadableError(shown, `it has ${size} bytes, more than any proposal`);
    bytes = fs.readFileSync(target);
  } catch (error) {
    if (isMissing(error)) throw Failure.usage('usage', `${shown} does not exist`, { cause: error });
    throw notWrittenError(error, shown);
  }
  const text = bytes.toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  if (!isText) throw unreadableError(shown, 'it is not UTF-8 text');
  return { path: target, shown, text };
}

/**
 * Replaces a document's text: written beside it and renamed into its place, with its mode and owner.
 * @throws Failure when the file changed since it was read, is read-only, or cannot be written; it is then as it
 *   was
 */
export function rewriteDocument(document: DocumentFile, next: string): void {
  const { path: file, shown } = document;
  const claims = path.join(path.dirname(file), '.create-enhancement');
  try {
    fs.accessSync(file, fs.constants.W_OK);
    refuseUnwritable(file, shown);
    const held = claim(claims, nameClaim(path.basename(file)));
    if (!held) throw changedError(shown, 'Another run is changing it');
    try {
      replace(document, path.join(claims, `edit-${held.nonce}`), next);
    } finally {
      orUndefined(() => sweepEdits(claims));
      orUndefined(() => release(claims, held, true));
    }
  } catch (error) {
    if (codeOf(error) === 'EACCES')
      throw unwritableError(shown, 'you are not allowed to write to it');
    throw notWrittenError(error, shown);
  } finally {
    removeEmpty(claims, claims);
  }
}

function replace({ path: file, shown, text }: DocumentFile, temporary: string, next: string): void {
  const { mode, uid, gid } = fs.statSync(file);
  try {
    writeThrough(temporary, next, mode);
    fs.chmodSync(temporary, mode);
    orUndefined(() => fs.chownSync(temporary, uid, gid));
    if (fs.readFileSync(file, 'utf8') !== text)
      throw changedError(shown, 'It changed in the meantime');
    fs.renameSync(temporary, file);
  } finally {
    orUndefined(() => fs.removeSync(temporary));
  }
}

/** Writes a new file to the disk itself: after a power cut, the rename must not name an empty one. */
function writeThrough(file: string, text: string, mode: number): void {
  const descriptor = fs.openSync(file, 'wx', mode);
  try {
    fs.writeFileSync(descriptor, text);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Temporary files of living runs have a claim; the others were left by runs that were killed. */
function sweepEdits(claims: string): void {
  sweepDrafts(claims);
  for (const name of fs.readdirSync(claims)) {
    const nonce = /^edit-(.+)$/.exec(name)?.[1];
    if (nonce && ownerState(claims, nonce) !== 'living') fs.removeSync(path.join(claims, name));
  }
}

/** Root may write to every file, but a mode without a write bit is still a wish. */
function refuseUnwritable(file: string, shown: string): void {
  const { mode, nlink } = fs.statSync(file);
  if ((mode & 0o222) === 0)
    throw unwritableError(shown, 'it is read-only: there is no permission to write');
  if (nlink > 1) throw unwritableError(shown, 'it has hard links, which replacing it would break');
}

function unwritableError(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} was not written: ${reason}`, {
    hint: 'Make it a writable file (chmod u+w, or a copy), and run the command again',
  });
}

function unreadableError(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} could not be read: ${reason}`, {
    hint: 'A proposal is a Markdown file in UTF-8',
  });
}

function changedError(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} was not written: ${reason}`, {
    hint: 'Run the command again',
  });
}
