import path from 'node:path';
import fs from 'fs-extra';
import { attempt } from './attempt.ts';
import type { Survey } from './survey.ts';
import { filesBelow } from './walk.ts';

/** A text file of the repository. */
export interface TextFile {
  /** Absolute. */
  path: string;
  text: string;
}

/** A symbolic link of the repository, and what it says. */
export interface SymbolicLink {
  /** Absolute. */
  path: string;
  target: string;
}

/** Bytes; what is larger is data, and no text that people write links in. */
const LARGEST = 2_000_000;

/**
 * What may point at a proposal: Markdown, whatever holds its name, and the symbolic links. These are not
 * followed, so that nothing is changed outside the repository.
 *
 * @param name name of the proposal's directory or file
 */
export async function pointingFiles(
  { root, repository, paths }: Survey,
  name: string,
): Promise<{ texts: TextFile[]; links: SymbolicLink[] }> {
  const untracked = repository ? await untrackedFiles(repository.root) : [];
  const stem = name.replace(/\.(?:md|markdown|mdx)$/i, '');
  const spellings = [stem, encodeURI(stem)];
  const all = repository ? [...paths, ...untracked] : filesBelow(root, true);
  const texts: TextFile[] = [];
  const links: SymbolicLink[] = [];
  for (const relative of new Set(all)) {
    const file = path.join(root, relative);
    const stat = attempt(() => fs.lstatSync(file));
    if (stat?.isSymbolicLink()) links.push({ path: file, target: fs.readlinkSync(file) });
    const text = stat?.isFile() && stat.size <= LARGEST ? attempt(() => textOf(file)) : undefined;
    if (text === undefined) continue;
    const isMarkdown = /\.(?:md|markdown|mdx)$/i.test(relative);
    const isInside = relative.split('/').includes(name);
    const holds = spellings.some((spelling) => text.includes(spelling));
    if (isMarkdown || isInside || holds) texts.push({ path: file, text });
  }
  return { texts, links };
}

/** Those of some paths that have changes that are not committed; new files have nothing to lose. */
export async function changedIn(root: string, paths: readonly string[]): Promise<string[]> {
  const { git } = await import('../git/run.ts');
  const relative = paths.map(
    (file) => `:(top,literal)${path.relative(root, file).split(path.sep).join('/')}`,
  );
  const answer = await git(root, [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=no',
    '--',
    ...relative,
  ]);
  return (answer ?? '').split('\0').flatMap((line) => (line.length > 3 ? line.slice(3) : []));
}

async function untrackedFiles(root: string): Promise<string[]> {
  const { git } = await import('../git/run.ts');
  const answer = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  return answer?.split('\0').filter(Boolean) ?? [];
}

/** The text of a file; undefined when it is no UTF-8, and would not come back as it was. */
function textOf(file: string): string | undefined {
  const bytes = fs.readFileSync(file);
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

/**
 * What a symbolic link has to say when a proposal gets another name.
 *
 * @param moved where the proposal lies now, absolute
 * @param to its new name
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
