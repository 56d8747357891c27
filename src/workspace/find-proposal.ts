import path from 'node:path';
import fs from 'fs-extra';
import { type Convention, isNumbered } from '../convention/convention.ts';
import { isDraftName } from '../convention/draft.ts';
import { findFolder, folderTree } from '../convention/folder-tree.ts';
import { entriesIn, type PathEntry } from '../convention/list-entries.ts';
import { documentName, numberPrefix } from '../convention/name-pattern.ts';
import { numberOf } from '../convention/numbers.ts';
import { Failure } from '../failure.ts';
import { attempt } from '../or-undefined.ts';
import { type Location, shownPath } from './location.ts';

/** A proposal on disk: its main document, absolute, and as the user knows it. */
export interface FoundProposal {
  file: string;
  shown: string;
}

/** A proposal that was found by looking through its directory. */
export interface ListedProposal extends FoundProposal {
  /** Name of its directory or file. */
  name: string;
  number: number | undefined;
  slug: string;
}

/** Where proposals are looked for. */
export interface Where {
  cwd: string;
  location: Location;
  convention: Convention;
}

/**
 * The proposal that a word stands for: the path of a document or directory, a number, or a name.
 *
 * @throws Failure naming the candidates when none or several match
 */
export function findProposal(word: string, where: Where): FoundProposal {
  const byPath = documentAt(path.resolve(where.cwd, word), where);
  if (byPath) return byPath;
  const [first, ...others] = proposalsCalled(word, where, '--in');
  if (others.length === 0) return first;
  throw Failure.usage('usage', `Several proposals are "${word}":\n${list([first, ...others])}`, {
    hint: howToSay('--in'),
  });
}

/**
 * Every proposal that a word stands for; a path of something else only where no proposal is called so.
 *
 * @param what is told which proposal is meant, as the user knows it
 * @throws Failure when there is none
 */
export function proposalsCalled(
  word: string,
  where: Where,
  what: string,
): [FoundProposal, ...FoundProposal[]] {
  const byPath = documentAt(path.resolve(where.cwd, word), where);
  const proposals = proposalsIn(where);
  const isOne = proposals.some(({ file }) => file === byPath?.file);
  if (byPath && (isOne || /[\\/]/.test(word))) return [byPath];
  const number = /^#?\d+$/.test(word) ? Number(word.replace('#', '')) : undefined;
  const [first = byPath, ...others] = proposals.filter(
    (each) =>
      (number !== undefined && each.number === number) ||
      [each.name, each.name.replace(/\.(?:md|markdown|mdx)$/i, ''), each.slug].includes(word),
  );
  if (first) return [first, ...others];
  const known = proposals.length > 0 ? `:\n${list(proposals)}` : '';
  throw Failure.usage(
    'usage',
    `There is no proposal "${word}" in ${where.location.shown}${known}`,
    { hint: howToSay(what) },
  );
}

function howToSay(what: string): string {
  return `${what} takes the number, the path of the document, or the directory of a proposal`;
}

/** The directory of the proposal that a path names; undefined for a number or a name. */
export function directoryOf(cwd: string, word: string): string | undefined {
  const target = path.resolve(cwd, word);
  const stat = attempt(() => fs.statSync(target));
  return stat && (stat.isDirectory() ? target : path.dirname(target));
}

/** The proposal whose directory is the one that the program runs in, if it is one. */
export function currentProposal({ cwd, ...where }: Where): FoundProposal | undefined {
  const { location, convention } = where;
  if (convention.layout === 'file' && numberOf(path.basename(cwd)) === undefined) return undefined;
  const isEntry =
    numberOf(path.basename(cwd), numberPrefix(convention.name)) !== undefined ||
    location.numbered.includes(path.dirname(cwd));
  return isEntry ? documentAt(cwd, { cwd, ...where }) : undefined;
}

/** All proposals of the repository, by number and name. */
export function proposalsIn(where: Where): ListedProposal[] {
  const { location, cwd } = where;
  const prefix = numberPrefix(where.convention.name);
  const found = location.numbered.flatMap((directory) =>
    entriesOnDisk(directory).flatMap(({ name, stem, form, document }) => {
      const file = path.join(directory, name, document ?? '');
      const number = numberOf(stem, prefix);
      const slug = number === undefined && form.kind === 'number' ? stem : form.slug;
      return { file: path.normalize(file), shown: shownPath(cwd, file), name, number, slug };
    }),
  );
  const counted = isNumbered(where.convention)
    ? found.filter(
        ({ number, name }) => number !== undefined || isDraftName(name, where.convention),
      )
    : found;
  return counted.toSorted(
    (a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.name < b.name ? -1 : 1),
  );
}

/** The error for when nobody said which proposal, and nobody can be asked. */
export function missingProposal(where: Where): Failure {
  const proposals = proposalsIn(where);
  const found =
    proposals.length > 0 ? `:\n${list(proposals)}` : `: there is none in ${where.location.shown}`;
  return Failure.usage('missing-answers', `Say which proposal with --in <number|path>${found}`);
}

/** What lies in a directory, as the convention was learned from: by name and main document. */
function entriesOnDisk(directory: string): PathEntry[] {
  const names = attempt(() => fs.readdirSync(directory, { withFileTypes: true })) ?? [];
  const paths = names.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    if (!entry.isDirectory()) return [entry.name];
    const inside = attempt(() => fs.readdirSync(path.join(directory, entry.name))) ?? [];
    return inside.map((name) => `${entry.name}/${name}`);
  });
  const root = folderTree(paths);
  return entriesIn(findFolder(root, '') ?? root).entries;
}

function documentAt(target: string, { cwd, convention }: Where): FoundProposal | undefined {
  const stat = attempt(() => fs.statSync(target));
  if (!stat) return undefined;
  const file = stat.isDirectory() ? mainDocument(target, convention) : target;
  if (file === undefined || !fs.pathExistsSync(file)) return undefined;
  return { file, shown: shownPath(cwd, file) };
}

/** The main document of a proposal's directory: as the convention calls it, or as this one does. */
function mainDocument(directory: string, { document }: Convention): string | undefined {
  const name = path.basename(directory);
  const slug = name.replace(/^[A-Za-z]*[-_]?\d+[-_.]/, '');
  const usual = path.join(directory, documentName(document ?? 'README.md', name, slug));
  if (fs.pathExistsSync(usual)) return usual;
  const entry = entriesOnDisk(path.dirname(directory)).find((each) => each.name === name);
  return entry?.document === undefined ? undefined : path.join(directory, entry.document);
}

function list(proposals: readonly FoundProposal[]): string {
  return proposals.map(({ shown }) => `  ${shown}`).join('\n');
}
