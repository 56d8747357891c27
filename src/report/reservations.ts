import { dryRunEnd, paint, type Style } from './style.ts';

/** What `--json` prints. */
export interface ReservationList {
  command: 'reservations';
  dryRun: boolean;
  remote: string;
  reservations: {
    number: number;
    slug: string;
    holder: string;
    /** ISO 8601. */
    since: string;
    /** Whether there is a proposal with the number, as far as this clone knows. */
    written: boolean;
    own: boolean;
  }[];
  /** The number that was released, or would be in a dry run. */
  released?: number;
}

const DAY = 24 * 3_600_000;

/** The reservations, one line each: holder, age, and whether the proposal was written. */
export function reservationsText(
  { reservations, remote, released, dryRun }: ReservationList,
  style: Style,
): string[] {
  const lines = reservations.map(({ number, slug, holder, since, written }) => {
    const days = Math.floor((Date.now() - Date.parse(since)) / DAY);
    const age = days < 1 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
    const state = written ? 'written' : paint(style, 'yellow', 'not written');
    return `${number}  ${slug}  ${holder}  ${age}  ${state}`;
  });
  const verb = dryRun ? 'Would release' : paint(style, 'green', 'Released');
  const done = released === undefined ? [] : [`${verb} ${released}`];
  const end = dryRun ? [dryRunEnd(style)] : [];
  const isEmpty = lines.length === 0 && released === undefined;
  const list = isEmpty ? [`No numbers are reserved on ${remote}.`] : lines;
  return [...done, ...list, ...end];
}
