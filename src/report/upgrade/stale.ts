import type { StaleContents } from '../../document/contents/stale-contents.ts';
import { staleContentsNote } from '../stale-contents.ts';
import type { Style } from '../style.ts';

/** What is out of date once a document was upgraded: its table of contents, or a link to a heading by its old name. */
export type Stale = { path: string } & (
  | { contents: StaleContents }
  | { line: number; old: string; now: string }
);

export function staleNote(stale: Stale, style: Pick<Style, 'shell'>): string {
  if ('contents' in stale) return staleContentsNote(stale.path, stale.contents, style);
  const { path, line, old, now } = stale;
  return `${path}:${line} links to #${old}, which is now #${now}`;
}

/** Of a section that was asked for. */
export function notGainedNote(title: string): string {
  return `the template has not gained ${title} since then; if it is missing, add it with --section`;
}
