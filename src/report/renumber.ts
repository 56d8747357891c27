import type { Arrival } from '../git/arrival.ts';
import { paint, type Style } from './style.ts';

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
  /** Files that may name it, and were not changed since they are no text of a usual size. */
  unseen: { path: string; why: string }[];
}

/** A move in words: what was changed, and what is left to look at. */
export function renumberText(result: RenumberResult, style: Style): string[] {
  const { from, to, dryRun } = result;
  const head = dryRun ? 'Would move' : paint(style, 'green', 'Moved');
  return [
    `${head} ${from.path} to ${to.path}`,
    ...moveLines(result),
    ...(dryRun ? ['', paint(style, 'dim', 'Nothing was written: this is a dry run.')] : []),
  ];
}

/** How one of several proposals with one number came here, and how much points at it. */
export function contenderText({
  arrival,
  branch,
  pointers,
}: {
  arrival: Arrival | undefined;
  branch: string | undefined;
  pointers: number;
}): string {
  const links = `${pointers} ${pointers === 1 ? 'place points' : 'places point'} at it`;
  if (!arrival) return links;
  const day = arrival.since && new Date(arrival.since * 1000).toISOString().slice(0, 10);
  const since = day ? `since ${day}` : 'not committed';
  return `${arrival.isOnDefault ? `on ${branch} ` : ''}${since}, ${links}`;
}

const LONGEST_MENTION = 80;

/** What a move changes and what it leaves, a line each, for whoever decides about it or has made it. */
export function moveLines(result: RenumberResult): string[] {
  const { edits, links, mentions, unseen, because, recovered = [] } = result;
  const changed = edits.map(
    ({ path, line, before, after }) => `  ${path}:${line}  ${before} → ${after}`,
  );
  const linked = links.map(
    ({ path, before, after }) => `  ${path}  (symbolic link) ${before} → ${after}`,
  );
  const left = mentions.map(
    ({ path, line, text }) => `  ${path}:${line}  ${text.slice(0, LONGEST_MENTION)}`,
  );
  const notSeen = unseen.map(({ path, why }) => `  ${path}  (${why})`);
  return [
    ...recovered.map(
      (name) => `  (an earlier move of ${name} had stopped halfway, and was undone first)`,
    ),
    ...(because === undefined ? [] : [`  (${because})`]),
    ...changed,
    ...linked,
    ...(left.length > 0
      ? ['', 'These may refer to it as well, and are left to you:', ...left]
      : []),
    ...(notSeen.length > 0
      ? ['', 'These may refer to it as well, and cannot be changed:', ...notSeen]
      : []),
  ];
}
