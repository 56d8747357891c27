import type { ReservationList } from '../commands/reservations.ts';
import { paint, printable, type Style } from './style.ts';

const DAY = 24 * 3_600_000;

/** The reservations, a line each: holder, age, and whether the proposal came. */
export function reservationsText(
  { reservations, remote, released }: ReservationList,
  style: Style,
): string {
  const lines = reservations.map(({ number, slug, holder, since, written }) => {
    const days = Math.floor((Date.now() - Date.parse(since)) / DAY);
    const age = days < 1 ? 'today' : `${days} day${days === 1 ? '' : 's'} ago`;
    const state = written ? 'written' : paint(style, 'yellow', 'not written');
    return `${number}  ${printable(slug)}  ${printable(holder)}  ${age}  ${state}`;
  });
  const done = released === undefined ? [] : [`${paint(style, 'green', 'Released')} ${released}`];
  const none = lines.length === 0 ? [`Nothing is reserved on ${remote}.`] : lines;
  return `${[...done, ...none].join('\n')}\n`;
}
