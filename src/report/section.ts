import type { StaleContents } from '../document/contents/stale-contents.ts';
import type { Doubt } from '../document/sections/add-section-result.ts';
import type { Recovery } from '../proposals/leftovers.ts';
import { visible } from '../visible.ts';
import { diffLines } from './diff.ts';
import { leftoverNotes } from './leftovers.ts';
import { staleContentsNote } from './stale-contents.ts';
import { documentLines, dryRunEnd, type Format, paint, type Style } from './style.ts';

/** What became of one section; `line` counts from 1 in the new document. Part of what `--json` prints. */
export type SectionOutcome = { section: string } & (
  | ({ status: 'added' } & ProposedPlace)
  | { status: 'removed' | 'present'; heading: string; line: number }
  | { status: 'absent' }
  /** The user was asked and declined. */
  | { status: 'declined' }
  /** It was not changed because another section was refused. */
  | { status: 'skipped' }
  | SectionRefusal
);

/** Why a section was not changed, so that nothing was. */
export type SectionRefusal =
  /** It exists, and the new text for it would be lost. */
  | { status: 'present'; heading: string; line: number; reason: string }
  /** It has no place, or only a doubtful one. */
  | { status: 'unplaced'; reason: string }
  | ({ status: 'unplaced'; reason: string } & ProposedPlace)
  /** People have written in it, and their text would be lost. */
  | { status: 'edited'; heading: string; line: number; reason: string };

/** Where a section is added, or would be. */
export interface ProposedPlace {
  heading: string;
  line: number;
  level: number;
  certain: boolean;
  doubts: Doubt[];
  /** The heading that may be the section, and its line in the current document. */
  similar?: { heading: string; line: number };
}

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

/** Notes and next steps for the user. */
export function sectionNotes(
  { result, refused, staleContents, undone = [], left = [] }: SectionChange,
  style: Style,
): string[] {
  const lines = leftoverNotes({ undone, left }).map((note) => `note: ${note}`);
  for (const outcome of result.results.filter(isRefusal))
    for (const line of refusalLines(outcome, result.path)) lines.push(line);
  if (refused) lines.push('Nothing was written.');
  if (staleContents !== undefined)
    lines.push(`note: ${staleContentsNote(result.path, staleContents, style)}`);
  return shownLines(lines, style);
}

/** Why a place is doubtful, as parts of sentences. */
export function doubtTexts({ doubts, similar }: ProposedPlace): string[] {
  return doubts.map((doubt) => doubtText(doubt, similar));
}

/** @param similar the heading that may be the section */
export function doubtText(doubt: Doubt, similar?: ProposedPlace['similar']): string {
  return doubt === 'similar-heading' && similar
    ? `"${similar.heading}" (line ${similar.line}) may be this section under another name`
    : DOUBTS[doubt];
}

const DOUBTS: Record<Doubt, string> = {
  'parent-missing': 'its parent section is missing',
  'levels-differ': 'its neighbours are at other levels than in the template',
  'out-of-order': 'a neighbour is not where it is in the template',
  'outside-parent': 'the place is outside its parent section',
  'few-recognised': 'the document has little of the template',
  'among-unknown': 'its place is among sections that the template does not have',
  'html-headings': 'some headings are in HTML, which is not used to find places',
  'unknown-base': 'its original template is unknown, so its authors may have left this out',
  'number-used': 'another heading has its number',
  'similar-heading': 'a heading may be this section under another name',
};

/** Whether a section was refused. */
export function isRefusal(
  outcome: SectionOutcome,
): outcome is { section: string } & SectionRefusal {
  return 'reason' in outcome;
}

const HEADS: Readonly<Record<string, Format>> = {
  Would: 'green',
  Added: 'green',
  Removed: 'green',
  'error:': 'red',
  'hint:': 'cyan',
  'note:': 'yellow',
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
      return `Unchanged: ${outcome.section}`;
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
  return 'doubts' in outcome
    ? 'Pass --accept-doubts (with --dry-run to preview), --before <heading> or --after <heading>'
    : 'Pass --before <heading> or --after <heading>, or add it in an editor';
}
