import path from 'node:path';
import fs from 'fs-extra';
import { readRegular, TooLarge } from '../disk/read-file.ts';
import { codeOf, Failure } from '../failure.ts';
import { isMarkdown } from '../file-names.ts';
import { notReadError } from '../system-error.ts';
import { everyFileBelow } from '../workspace/list-files.ts';
import type { Survey } from '../workspace/survey.ts';
import { TEMPORARY } from './changes/record.ts';

export interface TextFile {
  path: string;
  text: string;
  encoding: 'utf8' | 'latin1';
}

export interface SymbolicLink {
  path: string;
  target: string;
}

/** Bytes of a text that is changed, and of a file that is looked at. */
const LARGEST = 2_000_000;
const LARGEST_SEEN = 32_000_000;

/** A file that may point at a proposal, and that is left to the author. */
interface UnseenFile {
  path: string;
  why: 'too large' | 'binary';
}

export interface PointingFiles {
  texts: readonly TextFile[];
  links: readonly SymbolicLink[];
  unseen: readonly UnseenFile[];
}

interface Target {
  root: string;
  name: RegExp;
}

/**
 * Reads what may point at some proposals: Markdown, whatever holds one of their names, and the symbolic links.
 * These are not followed, so that nothing is changed outside the repository.
 * @throws Failure when a file cannot be read, or another repository lies in one of the proposals
 */
export async function readPointingFiles(
  { root, repository, paths }: Survey,
  targets: readonly Target[],
): Promise<PointingFiles> {
  const untracked = repository ? await untrackedFiles(repository.root) : [];
  const all = repository ? [...paths, ...untracked] : allBelow(root);
  const found: SeenFile[] = [];
  for (const relative of new Set(all)) {
    const seen = readOne(root, relative, targets);
    if (seen) found.push(seen);
  }
  return {
    texts: found.flatMap((each) => (each.kind === 'text' ? each : [])),
    links: found.flatMap((each) => (each.kind === 'link' ? each : [])),
    unseen: found.flatMap((each) => (each.kind === 'unseen' ? each : [])),
  };
}

/** Those of the files that may point at one of the proposals. */
export function pointingAt(files: PointingFiles, target: Target): PointingFiles {
  return { ...files, texts: files.texts.filter((text) => mayPointAt(text, target)) };
}

/**
 * What a symbolic link has to say when a proposal gets another name.
 * @param moved where the proposal lies now, absolute
 * @returns undefined when the link leads elsewhere
 */
export function retargeted(
  { path: file, target }: SymbolicLink,
  moved: string,
  to: string,
): string | undefined {
  const parts = target.split('/');
  const at = parts.findIndex((name, index) => {
    const led = path.resolve(path.dirname(file), parts.slice(0, index + 1).join('/') || '/');
    return name === path.basename(moved) && led === moved;
  });
  return at < 0 ? undefined : parts.with(at, to).join('/');
}

function allBelow(root: string): string[] {
  const { files, unread } = everyFileBelow(root);
  const [first] = unread;
  if (first === undefined) return files;
  throw Failure.refusal('not-written', `${first || root} could not be read: it may contain links`, {
    hint: 'Make it readable (chmod u+rx), then run the command again',
  });
}

type SeenFile =
  | ({ kind: 'text' } & TextFile)
  | ({ kind: 'link' } & SymbolicLink)
  | ({ kind: 'unseen' } & UnseenFile);

/** What one file is to the proposals; undefined where it is nothing to them, or is none. */
function readOne(root: string, relative: string, targets: readonly Target[]): SeenFile | undefined {
  const file = path.join(root, relative);
  const stat = readable(relative, () => fs.lstatSync(file));
  if (stat?.isSymbolicLink()) return { kind: 'link', path: file, target: fs.readlinkSync(file) };
  const isOwn = targets.some((target) => liesIn(file, target));
  if (isOwn && stat?.isDirectory()) throw holdsRepositoryError(relative);
  // What a run of this program writes beside files is none of the repository's.
  if (!stat?.isFile() || path.basename(file).startsWith(TEMPORARY)) return undefined;
  const read = readable(relative, () => fileContent(file));
  if (read?.kind === 'text')
    return targets.some((target) => mayPointAt(read, target)) ? read : undefined;
  const { text } = read ?? {};
  const isNamed = text === undefined || targets.some(({ name }) => name.test(text));
  return read && isNamed ? { kind: 'unseen', path: file, why: read.why } : undefined;
}

function mayPointAt(file: TextFile, target: Target): boolean {
  return isMarkdown(file.path) || liesIn(file.path, target) || target.name.test(file.text);
}

function liesIn(file: string, { root }: Target): boolean {
  return file === root || file.startsWith(root + path.sep);
}

function holdsRepositoryError(relative: string): Failure {
  return Failure.refusal('not-written', `${relative} is a submodule, which only git can move`, {
    hint: 'Move the proposal with git mv, then run the command again to update references',
  });
}

async function untrackedFiles(root: string): Promise<string[]> {
  const { git } = await import('../git/run.ts');
  const answer = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (answer !== undefined) return answer.split('\0').filter(Boolean);
  throw Failure.refusal('not-written', 'git cannot list the uncommitted files', {
    hint: 'Fix the problem that git status reports, then run the command again',
  });
}

/** What is read, undefined where nothing is; what cannot be read may point at the proposal, unseen. */
function readable<T>(relative: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw notReadError(error, relative);
  }
}

type Content =
  | ({ kind: 'text' } & TextFile)
  | { kind: 'unseen'; why: UnseenFile['why']; text?: string };

/** The text of a file; of one that is no UTF-8, byte by byte. */
function fileContent(file: string): Content | undefined {
  const bytes = bytesOf(file);
  if (bytes === 'too large') return { kind: 'unseen', why: 'too large' };
  if (bytes === undefined) return undefined;
  const isLarge = bytes.length > LARGEST;
  if (isLarge || bytes.includes(0)) {
    const why = isLarge ? 'too large' : 'binary';
    return { kind: 'unseen', why, text: bytes.toString('latin1') };
  }
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { kind: 'text', path: file, text, encoding: 'utf8' }
    : { kind: 'text', path: file, text: bytes.toString('latin1'), encoding: 'latin1' };
}

function bytesOf(file: string): Buffer | 'too large' | undefined {
  try {
    return readRegular(file, { largest: LARGEST_SEEN });
  } catch (error) {
    if (error instanceof TooLarge) return 'too large';
    throw error;
  }
}
