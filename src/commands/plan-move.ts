import path from 'node:path';
import type { RenumberCall } from '../cli.ts';
import { isNumbered } from '../convention/convention.ts';
import { numberPrefix } from '../convention/name-pattern.ts';
import { ownNumberEdits } from '../document/own-number.ts';
import { edited, referencesIn, type TextEdit } from '../document/references.ts';
import { Failure } from '../failure.ts';
import { findProposal } from '../repository/find-proposal.ts';
import { shownPath } from '../repository/location.ts';
import { nextNumber, padded } from '../repository/numbers.ts';
import { pointingFiles } from '../repository/pointing-files.ts';
import type { ChangedFile } from '../repository/renumbering.ts';
import { exists } from '../repository/store.ts';
import type { Survey } from '../repository/survey.ts';
import { chooseNumber, takenEntries } from '../repository/taken.ts';
import type { Home } from './home.ts';
import { entryOf, hasPrefix, leadsTo, namesakesOf } from './moved-entry.ts';

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
  edits: (LinePlace & { before: string; after: string })[];
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
  result: RenumberResult;
}

/**
 * Finds out what moving a proposal to another number changes.
 *
 * @throws Failure when there is no such proposal, or the number cannot be had
 */
export async function planMove(call: RenumberCall, around: Survey, home: Home): Promise<MovePlan> {
  const { location, convention } = home;
  if (!isNumbered(convention)) {
    throw Failure.usage(
      'usage',
      `Proposals in ${location.shown} have no numbers (${convention.name})`,
    );
  }
  const { cwd } = around;
  const where = { cwd, location, convention };
  const entry = entryOf(findProposal(call.proposal, where), where);
  const prefix = numberPrefix(convention.name).length;
  const fromNumber =
    /\d+|X{3,}/.exec(entry.name.slice(hasPrefix(entry.name, convention) ? prefix : 0))?.[0] ?? '';
  const number = numberFor(call, home, entry.name, Number(fromNumber));
  const toNumber = padded(number, convention.width);
  const at = entry.name.indexOf(fromNumber, hasPrefix(entry.name, convention) ? prefix : 0);
  const to = `${entry.name.slice(0, at)}${toNumber}${entry.name.slice(at + fromNumber.length)}`;
  const root = path.join(entry.directory, entry.name);
  const namesakes = namesakesOf(around, root);
  const renaming = {
    from: entry.name,
    to,
    fromNumber,
    toNumber,
    isFile: entry.isFile,
    hasAttachments: entry.isFile && exists(root.replace(/\.(?:md|markdown|mdx)$/i, '')),
  };
  const pointing = await pointingFiles(around, entry.name);
  const files: ChangedFile[] = [];
  const result: RenumberResult = {
    command: 'renumber',
    dryRun: call.dryRun,
    from: { number: fromNumber, path: shownPath(cwd, root) },
    to: { number: toNumber, path: shownPath(cwd, path.join(entry.directory, to)) },
    edits: [],
    mentions: [],
  };
  for (const { path: file, text } of pointing) {
    const isOwn = file === root || file.startsWith(root + path.sep);
    const isMeant = (before: string) =>
      namesakes.length === 0 || leadsTo(before, { file, root, around });
    const here = { ...renaming, isMeant };
    const { edits, mentions } = referencesIn(text, here);
    const own = isOwn ? ownNumberEdits(text, here, /\.ya?ml$/i.test(file)) : [];
    const all = [
      ...edits,
      ...own.filter(
        ({ start, end }) => !edits.some((edit) => start < edit.end && edit.start < end),
      ),
    ];
    const after = edited(text, all);
    const shown = shownPath(cwd, file);
    result.edits.push(...all.map((edit) => describe(text, edit, shown)));
    const isLeft = (mention: { start: number; end: number }) =>
      !all.some(({ start, end }) => start < mention.end && mention.start < end);
    const left = mentions.filter(isLeft).map(({ start }) => ({
      path: shown,
      line: lineOf(text, start),
      text: lineAt(text, start).trim(),
    }));
    result.mentions.push(...left.filter(({ line }, index) => left[index - 1]?.line !== line));
    if (after !== text) files.push({ path: file, before: text, after });
  }
  return {
    directory: entry.directory,
    from: entry.name,
    to,
    isFile: entry.isFile,
    number,
    files,
    result,
  };
}

function numberFor(
  call: RenumberCall,
  { location, convention }: Home,
  name: string,
  own: number,
): number {
  const taken = takenEntries(location, convention).filter((entry) => entry.name !== name);
  if (call.number === undefined && convention.numbering === 'assigned') {
    throw Failure.usage(
      'missing-answers',
      'Say the number of its issue or pull request: numbers come from those here',
      {
        hint: `create-enhancement renumber ${call.proposal} <n>`,
      },
    );
  }
  if (call.number === own) throw Failure.usage('usage', `${name} has the number ${own} already`);
  const next = nextNumber([
    ...taken.flatMap(({ number }) => number ?? []),
    ...(Number.isSafeInteger(own) ? [own] : []),
  ]);
  const naming = {
    slug: '',
    number: call.number ?? next,
    name: (n: number | undefined) => String(n),
  };
  return chooseNumber(naming, taken, { ...convention, name: '{number}' }) ?? next;
}

function describe(text: string, { start, end, text: after }: TextEdit, shown: string) {
  return { path: shown, line: lineOf(text, start), before: text.slice(start, end), after };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}
