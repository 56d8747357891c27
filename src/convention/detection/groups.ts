import { isKeptMark, isMainDocument, isMarkdown, withoutExtension } from '../../file-names.ts';
import type { Folder } from './folder-tree.ts';

/** How a folder groups the proposals in it: by the year or the state that it is called by, or by subject. */
export type GroupKind = 'year' | 'open' | 'past' | 'subject';

const YEAR = /^(?:19[7-9]|20\d)\d$/;

/** States that something new begins in, the first ones first; a folder for the accepted is that of the rest. */
const OPEN_STATES = [
  /^(?:proposed|drafts?|new|ideas?|incoming|pending|todo|backlog)$/i,
  /^(?:active|open|current|in[-_ ]?(?:progress|review|discussion)|(?:under[-_ ])?review|discussion|wip)$/i,
  /^(?:accepted|approved|agreed|provisional)$/i,
];

const PAST =
  /archiv|reject|withdrawn|obsolete|supersed|deprecat|abandon|postponed|declined|(?:^|[-_])old(?:$|[-_])|^(?:completed?|done|finished|final|implemented|shipped|merged|closed|historic(?:al)?|history|released|delivered|past|dead|stale)$/i;

export function groupKind(name: string): GroupKind {
  if (YEAR.test(name)) return 'year';
  if (openRank(name) >= 0) return 'open';
  return PAST.test(withoutOrdinal(name)) ? 'past' : 'subject';
}

/** Whether a folder is called by a state and its place among the others: `01-draft`. */
export function isCountedState(name: string): boolean {
  return withoutOrdinal(name) !== name && /^(?:open|past)$/.test(groupKind(name));
}

/** Whether a folder is called by a part of a year, such as `2024-Q3` or `2024-11`. */
export function isPeriod(name: string): boolean {
  return /^(?:19[7-9]|20\d)\d[-_ ]?(?:[QH][1-4]|(?<=[-_ ])(?:0[1-9]|1[0-2]))$/i.test(name);
}

export function isYear(name: string): boolean {
  return YEAR.test(name);
}

/** The order in which states come: the lowest is where something new begins; -1 for what is no such state. */
export function openRank(name: string): number {
  return OPEN_STATES.findIndex((pattern) => pattern.test(withoutOrdinal(name)));
}

/** Whether a folder of a state is kept, still empty, for the proposals that begin there. */
export function isKeptForNew({ name, files }: Folder): boolean {
  return groupKind(name) === 'open' && files.some(isKeptMark);
}

/** Folders with a place among the others in their names (`10-platform`), of which each has documents of its own. */
export function countedSubjects({ folders }: Folder): Folder[] {
  const counted = folders.filter(({ name }) => /^\d{1,2}[-_. ]+\p{L}/u.test(name));
  const filled = counted.filter(({ files }) => files.some(isMarkdown));
  const names = filled.flatMap(({ files }) => files.filter(isMarkdown));
  const isOwn = ({ name, files }: Folder) =>
    !files.some((file) => isMainDocument(file) || isCalledAs(name, file));
  const areApart = new Set(names).size === names.length && filled.every(isOwn);
  return filled.length > 1 && areApart ? filled : [];
}

/** Whether a document is called as its folder is, or says by its name that it is the proposal. */
function isCalledAs(folder: string, file: string): boolean {
  const [stem, name] = [withoutExtension(file).toLowerCase(), folder.toLowerCase()];
  const isSubject = /proposal|design|^(?:spec|rfc|adr|decision|enhancement|.?[ekgvt]ep)$/.test(
    stem,
  );
  return isSubject || name.endsWith(stem);
}

function withoutOrdinal(name: string): string {
  return name.replace(/^\d{1,2}[-_. ]+(?=\p{L})/u, '');
}
