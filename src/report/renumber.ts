import type { Arrival } from '../git/arrival.ts';
import { dryRunEnd, paint, type Style } from './style.ts';

interface LinePlace {
  path: string;
  line: number;
}

/** What `--json` prints. Paths are relative to the working directory, as before the move. */
export interface RenumberResult {
  command: 'renumber' | 'number';
  dryRun: boolean;
  from: { number: string; path: string };
  to: { number: string; path: string };
  /** Why this one of several matches was chosen; absent if there was only one. */
  because?: string;
  /** Names of proposals whose interrupted earlier move was rolled back first. */
  recovered?: string[];
  edits: (LinePlace & { before: string; after: string })[];
  /** Symbolic links to the proposal, and their targets. */
  links: { path: string; before: string; after: string }[];
  /** Possible references to the proposal, left to the author. */
  mentions: (LinePlace & { text: string })[];
  /** Files that may refer to it, but were not changed because they are not text or too large. */
  unseen: { path: string; why: string }[];
}

/** A move as text: what was changed, and what is left to check. */
export function renumberText(result: RenumberResult, style: Style): string[] {
  const { from, to, dryRun } = result;
  const head = dryRun ? 'Would move' : paint(style, 'green', 'Moved');
  return [
    `${head} ${from.path} to ${to.path}`,
    ...moveLines(result),
    ...(dryRun ? ['', dryRunEnd(style)] : []),
  ];
}

/** When one of several proposals with the same number was added, and how many references it has. */
export function contenderText({
  arrival,
  branch,
  pointers,
}: {
  arrival: Arrival | undefined;
  branch: string | undefined;
  pointers: number;
}): string {
  const links = `${pointers} ${pointers === 1 ? 'reference' : 'references'} to it`;
  if (!arrival) return links;
  const day = arrival.since && new Date(arrival.since * 1000).toISOString().slice(0, 10);
  const since = day ? `since ${day}` : 'not committed';
  return `${arrival.isOnDefault ? `on ${branch} ` : ''}${since}, ${links}`;
}

const LONGEST_MENTION = 80;

/** What a move changes and what it leaves, one line each, before or after the move. */
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
    ...recovered.map((name) => `  (an interrupted move of ${name} was rolled back first)`),
    ...(because === undefined ? [] : [`  (${because})`]),
    ...changed,
    ...linked,
    ...(left.length > 0 ? ['', 'Possible references, left for you to check:', ...left] : []),
    ...(notSeen.length > 0 ? ['', 'Possible references that cannot be changed:', ...notSeen] : []),
  ];
}
