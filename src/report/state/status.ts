import type { Recovery } from '../../proposals/leftovers.ts';
import { leftoverNotes } from '../leftovers.ts';
import { dryRunEnd, paint, type Style } from '../style.ts';

/** The status of a proposal, shown or set, with notes for the user. */
export interface StatusResult extends Partial<Recovery> {
  /** What `--json` prints; `to` is null if it is only shown. */
  result: {
    command: 'status';
    dryRun: boolean;
    path: string;
    from: string | null;
    to: string | null;
    file: string;
    line: number | null;
    /** The values used here. */
    known: string[];
  };
  /** Where the proposal has another status as well, which stays. */
  elsewhere?: readonly { file: string; line: number; value: string }[];
  /** What its old status said besides, and the new one does not, such as `links to minutes.md`. */
  lost?: readonly string[];
  before: string;
  after: string;
}

export function statusText({ result, before, after }: StatusResult, style: Style): string[] {
  const { path, from, to, file, line, known, dryRun } = result;
  const place = line === null ? path : `${file}:${line}`;
  if (to === null) {
    const own = from === null ? `${path} has no status` : `${paint(style, 'bold', from)} ${place}`;
    return [own, ...(known.length > 0 ? [`Known here: ${known.join(', ')}`] : [])];
  }
  if (before === after) return [`${place} is already ${to}`];
  const done = paint(style, 'green', dryRun ? 'Would set' : 'Set');
  const change = from === null ? `the status to ${to}` : `the status from ${from} to ${to}`;
  return [`${done} ${change} in ${place}`, ...(dryRun ? [dryRunEnd(style)] : [])];
}

/** Notes for the user. */
export function statusNotes({
  undone = [],
  left = [],
  elsewhere = [],
  lost = [],
}: StatusResult): string[] {
  const others = elsewhere.map(
    ({ file, line, value }) => `${file}:${line} still has the status ${value}`,
  );
  const gone = lost.map((each) => `the status no longer ${each}`);
  return [...leftoverNotes({ undone, left }), ...others, ...gone];
}
