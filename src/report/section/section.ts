import type { StaleContents } from '../../document/contents/stale-contents.ts';
import { TEXT_BREAKS_OUT } from '../../document/sections/containment.ts';
import type { Recovery } from '../../proposals/leftovers.ts';
import { visible } from '../../visible.ts';
import { diffLines } from '../diff.ts';
import { leftoverNotes } from '../leftovers.ts';
import { staleContentsNote } from '../stale-contents.ts';
import { documentLines, dryRunEnd, type Format, paint, type Style } from '../style.ts';
import { doubtTexts } from './doubts.ts';
import { isRefusal, type SectionOutcome, type SectionRefusal } from './outcome.ts';

/** Added or removed sections, with notes for the user. */
export interface SectionChange extends Partial<Recovery> {
  /** What `--json` prints, except for the hints. */
  result: { command: 'section'; dryRun: boolean; path: string; results: SectionOutcome[] };
  /** Whether a section was refused; then nothing was written. */
  refused: boolean;
  before: string;
  after: string;
  /** Where a table of contents that is now stale stands, and whether a generator keeps it. */
  staleContents: StaleContents | undefined;
  /** Headings that were added without a number, among others that have one. */
  unnumbered: readonly string[];
}

/** What `--json` prints, with hints for refused sections. */
export function sectionJson({ result }: Pick<SectionChange, 'result'>): object {
  const results = result.results.map((outcome) =>
    isRefusal(outcome) ? { ...outcome, hint: hintOfRefusal(outcome) } : outcome,
  );
  return { ...result, results };
}

/** What was done to each section, one line each. */
export function sectionText({ result, refused }: SectionChange, style: Style): string[] {
  const lines = result.results.flatMap(
    (outcome) => outcomeText(outcome, result.path, result.dryRun) ?? [],
  );
  if (result.results.length === 0) lines.push('There are no sections to add.');
  const end = dryRunEnd(style);
  return [...shownLines(lines, style), ...(result.dryRun && !refused ? [end] : [])];
}

/** What changes in the document. */
export function sectionDiff(
  { result, before, after }: SectionChange,
  style: Style,
): Promise<string[]> {
  return diffLines(result.path, { before, after }, style);
}

/** Notes for the user. */
export function sectionNotes(
  { result, staleContents, unnumbered, undone = [], left = [] }: SectionChange,
  style: Style,
): string[] {
  const numbers = unnumbered.map(
    (heading) => `the other headings are numbered; give "${heading}" its number in ${result.path}`,
  );
  const stale =
    staleContents === undefined ? [] : [staleContentsNote(result.path, staleContents, style)];
  return [...leftoverNotes({ undone, left }), ...numbers, ...stale];
}

/** Why sections were refused, and what to do next. */
export function sectionRefusals({ result, refused }: SectionChange, style: Style): string[] {
  const lines = result.results
    .filter(isRefusal)
    .flatMap((outcome) => refusalLines(outcome, result.path));
  return shownLines(refused ? [...lines, 'Nothing was written.'] : lines, style);
}

const HEADS: Readonly<Record<string, Format>> = {
  Would: 'green',
  Added: 'green',
  Removed: 'green',
  'error:': 'red',
  'hint:': 'cyan',
};

function shownLines(lines: readonly string[], style: Style): string[] {
  return lines.map((line) => {
    const [head = ''] = line.split(' ', 1);
    const format = HEADS[head];
    return format === undefined ? line : paint(style, format, head) + line.slice(head.length);
  });
}

function outcomeText(outcome: SectionOutcome, path: string, isDry: boolean): string | undefined {
  if (isRefusal(outcome)) return undefined;
  switch (outcome.status) {
    case 'added':
      return `${isDry ? 'Would add' : 'Added'} ${outcome.heading} ${path}:${outcome.line}`;
    case 'removed':
      return `${isDry ? 'Would remove' : 'Removed'} ${outcome.heading} ${path}:${outcome.line}`;
    case 'present':
      return `Already there: ${outcome.heading} ${path}:${outcome.line}`;
    case 'absent':
      return `Not found: ${outcome.section} in ${path}`;
    case 'declined':
      return outcome.text === undefined
        ? `Unchanged: ${outcome.section}`
        : `Unchanged: ${outcome.section}. Your text, which was not written:\n\n${outcome.text}`;
    case 'skipped':
      return undefined;
  }
}

function refusalLines(outcome: { section: string } & SectionRefusal, path: string): string[] {
  const { section, reason } = outcome;
  const hint = `hint: ${hintOfRefusal(outcome)}`;
  if (outcome.status === 'edited') {
    const place = `${visible(path)}:${outcome.line}`;
    return [
      ...documentLines(
        `error: ${visible(outcome.heading)} was not removed from ${place}: ${reason}`,
      ),
      hint,
    ];
  }
  if (outcome.status === 'present') {
    return [
      `error: ${outcome.heading} was not written to ${path}:${outcome.line}: ${reason}`,
      hint,
    ];
  }
  if (!('doubts' in outcome)) {
    return [`error: ${section} was not added to ${path}: ${reason}`, hint];
  }
  return [
    `error: ${outcome.heading} was not added to ${path}: ${reason}`,
    ...doubtTexts(outcome).map((text) => `  ${text}`),
    `  proposed: line ${outcome.line}, level ${outcome.level}`,
    hint,
  ];
}

function hintOfRefusal(outcome: SectionRefusal): string {
  if (outcome.status === 'edited')
    return 'Run it in a terminal to be asked, or delete the section in an editor';
  if (outcome.status === 'present') return 'Leave out the text, or add it in an editor';
  if (outcome.reason.startsWith(TEXT_BREAKS_OUT))
    return 'Pass --nest-headings to keep its headings inside the section, or change the text';
  return 'doubts' in outcome
    ? 'Pass --accept-doubts (with --dry-run to preview), --before <heading> or --after <heading>'
    : 'Pass --before <heading> or --after <heading>, or add it in an editor';
}
