import path from 'node:path';
import type { RenumberCall } from '../../cli/parse.ts';
import { isTemplateName } from '../../convention/template-name.ts';
import { namePattern } from '../../document/references/name-spellings.ts';
import { edited, type FileRole, referencesIn } from '../../document/references/references.ts';
import type { Renaming, TextRange } from '../../document/references/renaming.ts';
import { ownBranches, repositoryNames } from '../../git/standing.ts';
import type { ChangedFile, ChangedLink } from '../../proposals/apply-move.ts';
import { pointingFiles, retargeted, type TextFile } from '../../proposals/pointing-files.ts';
import { exists } from '../../proposals/store.ts';
import type { FoundProposal } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';
import { isBelow, shownPath } from '../../workspace/location.ts';
import type { Survey } from '../../workspace/survey.ts';
import { entryOf, newNameOf, sharesNumber } from './entry.ts';
import { meantBy, namesakesOf } from './path-target.ts';

/** A place in a file; `line` counts from 1. */
interface LinePlace {
  path: string;
  line: number;
}

/** What `--json` prints. Paths are relative to where the program runs, as before the move. */
export interface RenumberResult {
  command: 'renumber';
  dryRun: boolean;
  from: { number: string; path: string };
  to: { number: string; path: string };
  /** Why this one of several that were meant; absent where only one was. */
  because?: string;
  /** Names of proposals whose earlier move had been killed halfway, and was taken back first. */
  recovered?: string[];
  edits: (LinePlace & { before: string; after: string })[];
  /** Symbolic links that lead to the proposal, and what they say. */
  links: { path: string; before: string; after: string }[];
  /** What may mean the proposal, and is left to the author. */
  mentions: (LinePlace & { text: string })[];
}

/** A move, found out but not made. */
export interface MovePlan {
  directory: string;
  /** Names of the directory or file. */
  from: string;
  to: string;
  isFile: boolean;
  number: number;
  files: ChangedFile[];
  links: ChangedLink[];
  result: RenumberResult;
}

/** What a move is planned from. */
export interface Moving {
  around: Survey;
  home: Home;
  found: FoundProposal;
  /** The lowest number to choose where none was asked for. */
  lowest?: number;
}

/**
 * Finds out what moving a proposal to another number changes.
 *
 * @throws Failure when it has no number, or the new one cannot be had
 */
export async function planMove(call: RenumberCall, moving: Moving): Promise<MovePlan> {
  const { around, home, found, lowest = 1 } = moving;
  const { cwd } = around;
  const entry = entryOf(found, { cwd, ...home });
  const name = newNameOf(call, home, { ...entry, lowest });
  const root = path.join(entry.directory, entry.name);
  const { fromNumber, toNumber, to, number } = name;
  const shape = { from: entry.name, fromNumber, toNumber, isFile: entry.isFile };
  const { texts, links } = await pointingFiles(around, root, namePattern(shape));
  const { repository } = around;
  const renaming = {
    ...shape,
    hasAttachments: entry.isFile && exists(root.replace(/\.(?:md|markdown|mdx)$/i, '')),
    isShared: sharesNumber(entry, home),
    branches: repository ? await ownBranches(repository) : [],
    repositories: repository ? await repositoryNames(repository) : [],
  };
  const changes = changesIn(texts, renaming, { ...moving, root });
  const changedLinks = links.flatMap((link) => {
    const after = retargeted(link, root, to);
    return after === undefined ? [] : [{ path: link.path, before: link.target, after }];
  });
  return {
    ...{ directory: entry.directory, from: entry.name, to, isFile: entry.isFile, number },
    files: changes.files,
    links: changedLinks,
    result: {
      command: 'renumber',
      dryRun: call.dryRun,
      from: { number: fromNumber, path: shownPath(cwd, root) },
      to: { number: toNumber, path: shownPath(cwd, path.join(entry.directory, to)) },
      edits: changes.edits,
      links: changedLinks.map((link) => ({ ...link, path: shownPath(cwd, link.path) })),
      mentions: changes.mentions,
    },
  };
}

type Changes = Pick<MovePlan, 'files'> & Pick<RenumberResult, 'edits' | 'mentions'>;

function changesIn(
  texts: readonly TextFile[],
  renaming: Omit<Renaming, 'meant'>,
  { around, home, found, root }: Moving & { root: string },
): Changes {
  const others = namesakesOf(around, root);
  const changes: Changes = { files: [], edits: [], mentions: [] };
  for (const { path: file, text, encoding } of texts) {
    const meant = (before: string) => meantBy(before, root, { file, others, around });
    const role = roleOf(file, { root, main: found.file, home });
    const { edits, mentions } = referencesIn(text, { ...renaming, meant }, role);
    const shown = shownPath(around.cwd, file);
    const lineOf = lineCounter(text);
    for (const { start, end, text: after } of edits) {
      const before = text.slice(start, end);
      changes.edits.push({ path: shown, line: lineOf(start), before, after });
    }
    changes.mentions.push(
      ...linesOf(text, lineOf, mentions).map((line) => ({ path: shown, ...line })),
    );
    const after = edited(text, edits);
    if (after !== text) changes.files.push({ path: file, before: text, after, encoding });
  }
  return changes;
}

/** What a file is to the proposal: only its main document and the data beside that speak of its own number. */
function roleOf(
  file: string,
  { root, main, home }: { root: string; main: string; home: Home },
): FileRole {
  const markup = /\.(?:md|markdown|mdx|html?)$/i.test(file) ? 'markdown' : 'other';
  const format = /\.ya?ml$/i.test(file) ? 'yaml' : markup;
  const isData = format === 'yaml' && path.dirname(file) === root;
  if (file === path.normalize(main) || isData) return { role: 'own', format };
  const isInside = isBelow(file, root, path.sep);
  return { role: !isInside && isProposal(file, home) ? 'proposal' : 'other', format };
}

/** Whether a file is part of another proposal; a template is of none. */
function isProposal(file: string, { location }: Home): boolean {
  const directory = location.numbered.find((each) => isBelow(file, each, path.sep));
  const [name = ''] = directory ? path.relative(directory, file).split(path.sep) : [];
  return name !== '' && !isTemplateName(name);
}

/** The lines that ranges are in, each once. */
function linesOf(
  text: string,
  lineOf: (offset: number) => number,
  ranges: readonly TextRange[],
): { line: number; text: string }[] {
  const lines = new Map(ranges.map(({ start }) => [lineOf(start), lineAt(text, start).trim()]));
  return [...lines].map(([line, said]) => ({ line, text: said }));
}

/** Counts lines up to an offset; offsets are asked for in any order. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}
