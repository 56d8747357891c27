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

/** Bytes; what is larger is data, and no text that people write links in. */
const LARGEST = 2_000_000;

/**
 * The files that may point at a proposal: Markdown, and whatever holds its name. Links are not followed, so
 * that nothing is changed outside the repository.
 *
 * @param name name of the proposal's directory or file
 */
export async function pointingFiles(
  { root, repository, paths }: Survey,
  name: string,
): Promise<TextFile[]> {
  const untracked = repository ? await untrackedFiles(repository.root) : [];
  const stem = name.replace(/\.(?:md|markdown|mdx)$/i, '');
  const spellings = [stem, encodeURI(stem)];
  const all = repository ? [...paths, ...untracked] : filesBelow(root);
  return [...new Set(all)].flatMap((relative) => {
    const file = path.join(root, relative);
    const text = attempt(() => textOf(file));
    if (text === undefined) return [];
    const isMarkdown = /\.(?:md|markdown|mdx)$/i.test(relative);
    const isInside = relative.split('/').includes(name);
    const holds = spellings.some((spelling) => text.includes(spelling));
    return isMarkdown || isInside || holds ? [{ path: file, text }] : [];
  });
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

function textOf(file: string): string | undefined {
  const stat = fs.lstatSync(file);
  if (!stat.isFile() || stat.size > LARGEST) return undefined;
  const bytes = fs.readFileSync(file);
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : undefined;
}
