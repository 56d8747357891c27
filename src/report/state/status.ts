import type { Recovery } from '../../proposals/leftovers.ts';
import { leftoverNotes } from '../leftovers.ts';
import { dryRunEnd, noteLines, paint, type Style } from '../style.ts';

/** The status of a proposal, shown or set, with notes for the user. */
export interface StatusResult extends Partial<Recovery> {
  /** What `--json` prints; `to` is null if it is only shown. */
  result: {
    command: 'status';
    path: string;
    from: string | null;
    to: string | null;
    file: string;
    line: number | null;
  };
  /** Where the proposal has another status as well, which stays. */
  elsewhere?: readonly { file: string; line: number; value: string }[];
  /** What it said of other proposals beside its old status, and says no longer. */
  lost?: readonly { kind: string; to: string }[];
  /** The values used here. */
  known: string[];
  before: string;
  after: string;
}

export function statusText(
  { result, before, after, known }: StatusResult,
  isDry: boolean,
  style: Style,
): string[] {
  const { path, from, to, file, line } = result;
  const place = line === null ? path : `${file}:${line}`;
  if (to === null) {
    const own = from === null ? `${path} has no status` : `${paint(style, 'bold', from)} ${place}`;
    return [own, ...(known.length > 0 ? [`Known here: ${known.join(', ')}`] : [])];
  }
  if (before === after) return [`${place} is already ${to}`];
  const done = paint(style, 'green', isDry ? 'Would set' : 'Set');
  const change = from === null ? `the status to ${to}` : `the status from ${from} to ${to}`;
  return [`${done} ${change} in ${place}`, ...(isDry ? [dryRunEnd(style)] : [])];
}

/** Notes for the user. */
export function statusNotes(
  { undone = [], left = [], elsewhere = [], lost = [] }: StatusResult,
  style: Style,
): string[] {
  const others = elsewhere.map(
    ({ file, line, value }) => `${file}:${line} still has the status ${value}`,
  );
  const gone = lost.map(({ kind, to }) => `the status no longer says "${kind} ${to}"`);
  return noteLines([...leftoverNotes({ undone, left }), ...others, ...gone], style);
}
