import { statusLabel, statusWord } from '../../document/head/status-choices.ts';
import { compareInstants, monthsBefore } from '../../instant.ts';
import { orUndefined } from '../../or-undefined.ts';
import type { ListedState } from '../../report/state/list.ts';
import { DECIDED_STATUSES, DECIDED_STATUSES_ABROAD } from '../../words/status-words.ts';

/** Which proposals a list has. */
export interface ListFilter {
  /** Only those of which the status is one of these, in small or capital letters. */
  statuses: readonly string[];
  /** Only those that are not decided. */
  isOpen: boolean;
  /** Only those that nobody has changed for so many months. */
  months?: number;
  /** Only those without this section. */
  missing?: string;
  area?: string;
  author?: string;
  /** Only those with all of these in their title or text. */
  words: readonly string[];
}

export interface ListCall extends ListFilter {
  directory?: string;
  template?: string;
  sort: 'number' | 'status' | 'changed' | 'title';
  isMarkdown: boolean;
  /** The file that keeps the list between its markers. */
  write?: string;
}

/** Whether a filter leaves proposals out. */
export function choosesSome({ statuses, isOpen, words, ...others }: ListFilter): boolean {
  const { months, missing, area, author } = others;
  const isChosen = [months, missing, area, author].some((each) => each !== undefined);
  return isChosen || isOpen || statuses.length > 0 || words.length > 0;
}

/**
 * Whether a proposal passes a filter, but for its words.
 * @param today `YYYY-MM-DD`
 */
export function isAskedFor(proposal: ListedState, call: ListFilter, today: string): boolean {
  const { missing } = call;
  const { status, sections, area, author, changed } = proposal;
  const value = status?.value ?? '';
  const has = (text: string | null, part: string) =>
    (text ?? '').toLowerCase().includes(part.toLowerCase());
  return [
    call.statuses.length === 0 || call.statuses.some((each) => isOfStatus(value, each)),
    !call.isOpen || !(IS_DECIDED.test(value) || hasSuccessor(proposal)),
    call.months === undefined || isOlder(changed, call.months, today),
    missing === undefined || sections.missing.includes(missing),
    call.area === undefined || area === call.area,
    call.author === undefined || has(author, call.author),
  ].every(Boolean);
}

/** Whether a value is a status that is asked for, also with a date, a successor or a sign beside its words. */
export function isOfStatus(value: string, asked: string): boolean {
  const isWord = statusLabel(asked) === asked;
  return (
    value.toLowerCase() === asked.toLowerCase() ||
    (isWord && statusWord(value) === statusWord(asked))
  );
}

/** Stands above a list that shows some proposals only, and says which. */
export function filterMark(filter: ListFilter): string {
  const { statuses, isOpen, months, missing, area, author, words } = filter;
  const said = JSON.stringify({
    ...(statuses.length > 0 && { statuses }),
    ...(isOpen && { isOpen }),
    ...{ months, missing, area, author },
    ...(words.length > 0 && { words }),
  });
  // No text may end the comment.
  return `${MARK_OF_SOME} ${said.replace(/[<>]|--/g, (sign) => [...sign].map(escaped).join(''))} -->`;
}

/**
 * The filter that a list shows the proposals of; that of the statuses in it where it does not say.
 * @param table what stands between its markers
 * @returns undefined for a list of all
 */
export function filterOfList(table: string): ListFilter | undefined {
  if (!table.includes(MARK_OF_SOME)) return undefined;
  const said = /<!-- some proposals only (\{[^\n]*\}) -->/.exec(table)?.[1];
  const parsed = said === undefined ? undefined : orUndefined(() => JSON.parse(said) as unknown);
  if (typeof parsed === 'object' && parsed !== null) return { ...NO_FILTER, ...knownIn(parsed) };
  const rows = table.split('\n').filter((line) => line.includes(']('));
  const statuses = rows.map((row) => row.split(/(?<!\\)\|/)[3]?.trim() ?? '');
  return { ...NO_FILTER, statuses: [...new Set(statuses)] };
}

/** Proposals in an order that is the same for everybody, whatever their language. */
export function sortedStates(
  proposals: readonly ListedState[],
  by: ListCall['sort'],
): ListedState[] {
  if (by === 'number') return [...proposals];
  if (by === 'changed') {
    const of = ({ changed }: ListedState) => changed ?? LONG_AGO;
    return proposals.toSorted((a, b) => compareInstants(of(a), of(b)));
  }
  const key = ({ status, title }: ListedState) => (by === 'status' ? (status?.value ?? '') : title);
  const { compare } = new Intl.Collator('en', { numeric: true });
  return proposals.toSorted((a, b) => compare(key(a), key(b)));
}

/** Before all that git may know. */
const LONG_AGO = '1970-01-01T00:00:00Z';

const MARK_OF_SOME = '<!-- some proposals only';

const NO_FILTER: ListFilter = { statuses: [], isOpen: false, words: [] };

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What is of the kind that it has to be; the rest was written by somebody else. */
function knownIn(said: object): Partial<ListFilter> {
  const filter = new Map<string, unknown>(Object.entries(said));
  const texts = (key: string) => {
    const all = filter.get(key);
    return Array.isArray(all) ? { [key]: all.filter((each) => typeof each === 'string') } : {};
  };
  const text = (key: string) => {
    const one = filter.get(key);
    return typeof one === 'string' ? { [key]: one } : {};
  };
  const months = filter.get('months');
  return {
    ...texts('statuses'),
    ...texts('words'),
    ...text('missing'),
    ...text('area'),
    ...text('author'),
    isOpen: filter.get('isOpen') === true,
    ...(typeof months === 'number' && { months }),
  };
}

const IS_DECIDED = new RegExp(
  `^(?:\\[x\\]|[^\\p{L}\\p{N}])*(?!final comment)(?:(?:${DECIDED_STATUSES})(?!\\p{L}| beta)|${DECIDED_STATUSES_ABROAD})`,
  'iu',
);

function hasSuccessor({ relations }: ListedState): boolean {
  return relations.some(({ kind }) => kind === 'superseded-by');
}

function isOlder(changed: string | null, months: number, today: string): boolean {
  if (changed === null) return false;
  return new Date(changed) < monthsBefore(today, months);
}
