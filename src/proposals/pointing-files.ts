import path from 'node:path';
import fs from 'fs-extra';
import { codeOf, Failure } from '../failure.ts';
import { isMarkdown } from '../markdown-names.ts';
import { notReadError } from '../system-error.ts';
import { filesBelow } from '../workspace/list-files.ts';
import type { Survey } from '../workspace/survey.ts';
import { TEMPORARY } from './changes/record.ts';

export interface TextFile {
  /** Absolute. */
  path: string;
  text: string;
  encoding: 'utf8' | 'latin1';
}

export interface SymbolicLink {
  /** Absolute. */
  path: string;
  target: string;
}

/** Bytes; what is larger is data, and no text that people write links in. */
const LARGEST = 2_000_000;

export interface PointingFiles {
  texts: readonly TextFile[];
  links: readonly SymbolicLink[];
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
  const all = repository ? [...paths, ...untracked] : filesBelow(root, true);
  const texts: TextFile[] = [];
  const links: SymbolicLink[] = [];
  for (const relative of new Set(all)) {
    const file = path.join(root, relative);
    const stat = readable(relative, () => fs.lstatSync(file));
    if (stat?.isSymbolicLink()) links.push({ path: file, target: fs.readlinkSync(file) });
    const isOwn = targets.some((target) => liesIn(file, target));
    if (isOwn && stat?.isDirectory()) throw holdsRepositoryError(relative);
    const read = stat?.isFile()
      ? readable(relative, () => decodedText(file, stat.size))
      : undefined;
    const text = read && { path: file, ...read };
    if (text && targets.some((target) => mayPointAt(text, target))) texts.push(text);
  }
  return { texts, links };
}

/** Those of the files that may point at one of the proposals. */
export function pointingAt({ texts, links }: PointingFiles, target: Target): PointingFiles {
  return { texts: texts.filter((text) => mayPointAt(text, target)), links };
}

/**
 * Which of some paths have uncommitted changes; new files have nothing to lose.
 * @returns undefined when git does not say
 */
export async function changedIn(
  root: string,
  paths: readonly string[],
): Promise<string[] | undefined> {
  const relative = paths.map(
    (file) => `:(top,literal)${path.relative(root, file).split(path.sep).join('/')}`,
  );
  const changed: string[] = [];
  // A command line holds so many, whatever the system.
  for (let at = 0; at < relative.length; at += MOST_PATHS) {
    const some = await changedAmong(root, relative.slice(at, at + MOST_PATHS));
    if (!some) return undefined;
    changed.push(...some);
  }
  return changed;
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

const MOST_PATHS = 200;

async function changedAmong(root: string, paths: readonly string[]): Promise<string[] | undefined> {
  const { git, withoutFilters } = await import('../git/run.ts');
  const question = ['status', '--porcelain', '-z', '--untracked-files=no', '--', ...paths];
  const answer = await git(root, [...(await withoutFilters(root)), ...question]);
  // Behind what was renamed or copied stands its old name.
  return answer?.split('\0').flatMap((line, index, lines) => {
    const isOldName = /^[RC]/.test(lines[index - 1] ?? '');
    return line.length > 3 && !isOldName ? line.slice(3) : [];
  });
}

function mayPointAt(file: TextFile, target: Target): boolean {
  return isMarkdown(file.path) || liesIn(file.path, target) || target.name.test(file.text);
}

function liesIn(file: string, { root }: Target): boolean {
  return file === root || file.startsWith(root + path.sep);
}

function holdsRepositoryError(relative: string): Failure {
  return Failure.refusal('not-written', `${relative} is a submodule, which only git can move`, {
    hint: 'Move the proposal with git mv, and run the command again for what points at it',
  });
}

async function untrackedFiles(root: string): Promise<string[]> {
  const { git } = await import('../git/run.ts');
  const answer = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (answer !== undefined) return answer.split('\0').filter(Boolean);
  throw Failure.refusal('not-written', 'git cannot list the files that are not committed yet', {
    hint: 'Fix what git status complains about, and run the command again',
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

/** The text of a file; of one that is no UTF-8, byte by byte. */
function decodedText(file: string, size: number): Omit<TextFile, 'path'> | undefined {
  // What a run of this program writes beside files is none of the repository's.
  if (size > LARGEST || path.basename(file).startsWith(TEMPORARY)) return undefined;
  const bytes = fs.readFileSync(file);
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes)
    ? { text, encoding: 'utf8' }
    : { text: bytes.toString('latin1'), encoding: 'latin1' };
}
