import path from 'node:path';
import fs from 'fs-extra';
import { Failure } from '../failure.ts';
import { attempt } from './attempt.ts';
import type { Convention } from './convention.ts';
import { type Entry, readEntries } from './entries.ts';
import type { Location } from './location.ts';
import { numberOf } from './numbers.ts';

/** A proposal on disk: its main document, absolute, and as the user knows it. */
export interface FoundProposal {
  file: string;
  shown: string;
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
  const proposals = proposalsIn(where);
  const number = /^#?\d+$/.test(word) ? Number(word.replace('#', '')) : undefined;
  const matching = proposals.filter(
    ({ entry }) => entry.number === number || entry.name === word || entry.slug === word,
  );
  const [only] = matching;
  if (only && matching.length === 1) return only;
  throw Failure.usage(
    'usage',
    matching.length > 1
      ? `Several proposals are "${word}":\n${list(matching)}`
      : `There is no proposal "${word}" in ${where.location.shown}${proposals.length > 0 ? `:\n${list(proposals)}` : ''}`,
    { hint: '--in takes the number, the path of the document, or the directory of a proposal' },
  );
}

/** The proposal whose directory is the one that the program runs in, if it is one. */
export function currentProposal({ cwd, ...where }: Where): FoundProposal | undefined {
  const isEntry = numberOf(path.basename(cwd)) !== undefined;
  return isEntry ? documentAt(cwd, { cwd, ...where }) : undefined;
}

/** All proposals of the repository, by number. */
export function proposalsIn(where: Where): (FoundProposal & { entry: Entry })[] {
  const { directory, shown } = where.location;
  return readEntries(directory, shown)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((entry) => {
      const found = documentAt(path.join(directory, entry.name), where);
      return found ? [{ ...found, entry }] : [];
    });
}

/** The error for when nobody said which proposal, and nobody can be asked. */
export function missingProposal(where: Where): Failure {
  const proposals = proposalsIn(where);
  const found =
    proposals.length > 0 ? `:\n${list(proposals)}` : `: there is none in ${where.location.shown}`;
  return Failure.usage('missing-answers', `Say which proposal with --in <number|path>${found}`);
}

function documentAt(target: string, { cwd, convention }: Where): FoundProposal | undefined {
  const stat = attempt(() => fs.statSync(target));
  if (!stat) return undefined;
  const file = stat.isDirectory() ? path.join(target, convention.document) : target;
  if (!fs.pathExistsSync(file)) return undefined;
  return { file, shown: path.relative(cwd, file).split(path.sep).join('/') };
}

function list(proposals: readonly FoundProposal[]): string {
  return proposals.map(({ shown }) => `  ${shown}`).join('\n');
}
