import path from 'node:path';
import fs from 'fs-extra';
import { Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import { claim, release } from './claims.ts';
import { isMissing, notWritten } from './problems.ts';
import { removeEmpty } from './store.ts';

/** A document as it was read. */
export interface DocumentFile {
  /** Where it lies, links followed. */
  path: string;
  /** How the user knows it. */
  shown: string;
  text: string;
}

/** Bytes; a hundred times the largest proposal known would still fit. */
const LARGEST_DOCUMENT = 50_000_000;

/** The claim for editing; numbers of proposals begin at 1. */
const EDITING = 0;

/**
 * Reads a document, following links.
 *
 * @throws Failure when it does not exist, is too large, or is no UTF-8 text
 */
export function readDocument(file: string, shown: string): DocumentFile {
  let target: string;
  let bytes: Buffer;
  try {
    target = fs.realpathSync(file);
    const { size } = fs.statSync(target);
    if (size >= LARGEST_DOCUMENT)
      throw unreadable(shown, `it has ${size} bytes, more than any proposal`);
    bytes = fs.readFileSync(target);
  } catch (error) {
    if (isMissing(error)) throw Failure.usage('usage', `${shown} does not exist`, { cause: error });
    throw notWritten(error, shown);
  }
  const text = bytes.toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text).equals(bytes);
  if (!isText) throw unreadable(shown, 'it is not UTF-8 text');
  return { path: target, shown, text };
}

/**
 * Replaces a document's text: written beside it and renamed into its place, with its mode and owner.
 *
 * @throws Failure when the file changed since it was read, is read-only, or cannot be written; it is
 *   then as it was
 */
export function rewriteDocument({ path: file, shown, text }: DocumentFile, next: string): void {
  const claims = path.join(path.dirname(file), '.create-enhancement');
  const temporary = path.join(path.dirname(file), `.create-enhancement-edit-${process.pid}`);
  try {
    fs.accessSync(file, fs.constants.W_OK);
    const held = claim(claims, EDITING);
    if (!held) throw changed(shown, 'Another run is changing it');
    try {
      const { mode, uid, gid } = fs.statSync(file);
      if (isReadOnly(mode)) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
      fs.writeFileSync(temporary, next, { flag: 'wx', mode });
      fs.chmodSync(temporary, mode);
      attempt(() => fs.chownSync(temporary, uid, gid));
      if (fs.readFileSync(file, 'utf8') !== text) throw changed(shown, 'It changed meanwhile');
      fs.renameSync(temporary, file);
    } finally {
      attempt(() => fs.removeSync(temporary));
      attempt(() => release(claims, held, true));
    }
  } catch (error) {
    throw notWritten(error, shown);
  } finally {
    removeEmpty(claims, claims);
  }
}

/** Root may write to every file; a mode that nobody may write to is still a wish. */
function isReadOnly(mode: number): boolean {
  return (mode & 0o222) === 0;
}

function unreadable(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} was not read: ${reason}`, {
    hint: 'A proposal is a Markdown file in UTF-8',
  });
}

function changed(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} was not written: ${reason}`, {
    hint: 'Run the command again',
  });
}
