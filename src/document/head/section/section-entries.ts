import { dateInText } from '../../../words/date-in-text.ts';
import { programLines } from '../example-blocks.ts';
import type { Span } from '../field.ts';
import { latestByDate } from '../latest-entry.ts';
import { beginsWithStatus, readsAsStatus } from '../says-status.ts';

/** A line of a section that may say its status, without what sets it off. */
export interface SectionEntry extends Span {
  /** Counted from 0. */
  line: number;
  /** The mark of its list item, or nothing. */
  bullet: string;
  isQuoted: boolean;
  /** Whether it is the latest of several that tell what was when. */
  isLatest?: boolean;
}

/** What opens, closes or parts blocks and says nothing itself. */
const WRAPPER =
  /^(?:\[![A-Za-z]+\]|(?:!!!|\?\?\?\+?)[ \t].*|:::.*|(?:`{3,}|~{3,}).*|(?:[-*_][ \t]*){3,}|(?:<\/?(?:div|p|details|center|section|small)\b[^<>]*>[ \t]*)+|<br *\/?>)$/i;

const WHOLLY_STRUCK_OUT = /^(?:~~(?=\S)[^~]*~~[ \t\\,;→]*)+$/;

/** A line that says how or when a decision has been changed, and nothing of its status. */
const ABOUT_CHANGE =
  /^[*_]{0,3}(?:amended|clarified|extended|amends|extends|last[- ]updated|updated)\b/i;

/** The lines of a section that say something, each without marks of quotations, lists and paragraphs in HTML. */
export function sectionEntries(
  lines: readonly string[],
  starts: readonly number[],
  from: number,
): SectionEntry[] {
  const isComment = commentedLines(lines);
  const isProgram = programLines(lines);
  return lines.flatMap((text, at): SectionEntry[] => {
    if (isComment[at] || isProgram[at]) return [];
    const [mark = '', quote = '', bullet = ''] =
      /^[ \t]*((?:>[ \t]?)*)[ \t]*((?:[-*+]|\d{1,2}[.)])[ \t]+)?(?:<p\b[^<>]*>[ \t]*)?/.exec(
        text,
      ) ?? [];
    const bare = text
      .slice(mark.length)
      .trimEnd()
      .replace(/<\/p>$/, '');
    const said = bare.trim();
    if (said === '' || [WRAPPER, WHOLLY_STRUCK_OUT].some((each) => each.test(said))) return [];
    const start = (starts[from + at] ?? 0) + mark.length;
    return [{ text: bare, start, line: from + at, bullet, isQuoted: quote !== '' }];
  });
}

/**
 * The entry that says how things stand: of boxes the one that is ticked; of entries with a date each, the latest; of
 * those that are counted, the last; else the first.
 * @returns undefined where all are choices, of which none has been made
 */
export function presentEntry(entries: readonly SectionEntry[]): SectionEntry | undefined {
  const boxes = entries.filter(({ text }) => CHECK_BOX.test(text));
  const others = entries.filter(({ text }) => !CHECK_BOX.test(text));
  const isChoice = boxes.some(({ text }) => beginsWithStatus(text.replace(CHECK_BOX, '')));
  if (isChoice && boxes.some(({ text }) => OPEN_BOX.test(text)) && others.every(isBesideChoice))
    return boxes.find(({ text }) => !OPEN_BOX.test(text));
  const said = (isChoice && others.length === 0 ? boxes : others).filter((each) => !isAdvice(each));
  // A quotation above a value is the template's advice.
  const unquoted = said.filter(({ isQuoted }) => !isQuoted);
  const own = unquoted.length > 0 ? unquoted : said.filter(({ text }) => readsAsStatus(text));
  const kept = own.filter(({ text }) => !ABOUT_CHANGE.test(text));
  const [first] = kept.length > 0 ? kept : own;
  if (!first) return undefined;
  const isLike = (each: SectionEntry) => each.bullet.slice(-2) === first.bullet.slice(-2);
  const run = kept.slice(0, lengthOfRun(kept, isLike));
  const dated = run.filter(({ text }) => dateInText(text) !== '');
  if (dated.length > 1 && dated.length === run.length) {
    const latest = latestByDate(dated, ({ text }) => dateInText(text));
    return latest && { ...latest, isLatest: true };
  }
  const last = run.at(-1);
  if (last && run.length > 1 && /^\d/.test(first.bullet)) return { ...last, isLatest: true };
  return isMenu(run) ? undefined : first;
}

/** Whether entries are the statuses that there are: three or more words, each in a line of its own. */
export function isMenu(entries: readonly SectionEntry[]): boolean {
  const words = entries.map(({ text }) => text.trim().toLowerCase());
  const areWords = entries.every(
    ({ bullet, text }) =>
      /^[\p{L}-]+(?: [\p{L}-]+)?$/u.test(text.trim()) && (bullet !== '' || beginsWithStatus(text)),
  );
  return entries.length > 2 && areWords && new Set(words).size === words.length;
}

function commentedLines(lines: readonly string[]): boolean[] {
  let isOpen = false;
  return lines.map((text) => {
    const whole = isOpen || /^\s*<!--/.test(text);
    if (!whole) return false;
    const end = text.lastIndexOf('-->');
    isOpen = end < text.lastIndexOf('<!--') || end < 0;
    return isOpen || text.slice(end + 3).trim() === '';
  });
}

const CHECK_BOX = /^(?:\[[ x]\][ \t]+|[☐☑☒][ \t]*)/i;

const OPEN_BOX = /^(?:\[ \]|☐)/;

/** Whether an entry is no status that has been said above the boxes. */
function isBesideChoice(entry: SectionEntry): boolean {
  return isAdvice(entry) || !readsAsStatus(entry.text);
}

/** Whether an entry tells how to fill in the section: a question, or words in brackets or emphasis that are no status. */
function isAdvice({ text }: SectionEntry): boolean {
  const bare = text.trim();
  if (/[?？]$|^(?:choose|select|pick|mark|tick|check|one of)\b/i.test(bare)) return true;
  const [, inside] =
    /^[*_]*(?:\[(.+)\]|\{(.+)\}|<(.+)>|\((.+)\))[*_]*$/
      .exec(bare)
      ?.filter((each) => each !== undefined) ??
    /^([*_])(?!\1)(.+)\1$/.exec(bare)?.slice(1) ??
    [];
  if (inside === undefined) return false;
  return /^[*_]*[{<]/.test(bare) || !readsAsStatus(inside) || inside.split(/[,|/]/).length > 2;
}

function lengthOfRun(
  entries: readonly SectionEntry[],
  isLike: (entry: SectionEntry) => boolean,
): number {
  const end = entries.findIndex((each) => !isLike(each));
  return end < 0 ? entries.length : end;
}
