import type { SectionOutcome } from '../commands/section/edit.ts';
import type { SectionChange } from '../commands/section/section.ts';
import type { Doubt } from '../document/sections/add-section-result.ts';
import { paint, printable, type Style } from './style.ts';

/** What was done to which section, a line each. */
export function sectionText({ result, refused }: SectionChange, style: Style): string {
  const lines = result.results.flatMap((outcome) => {
    const text = outcomeText(outcome, result.path, style);
    return text === undefined ? [] : [text];
  });
  if (result.results.length === 0) lines.push('There is no section to add.');
  if (result.dryRun && !refused)
    lines.push(paint(style, 'dim', 'Nothing was written: this is a dry run.'));
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** The change as a unified diff. */
export async function sectionDiff(
  { result, before, after }: SectionChange,
  style: Style,
): Promise<string> {
  if (before === after) return '';
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${result.path}`, `b/${result.path}`, before, after, '', '', {
    context: 3,
  });
  const lines = patch.split('\n').slice(1);
  return lines.map((line) => paintLine(line, style)).join('\n');
}

/** What a person should know, or do next. */
export function sectionNotes(
  { result, refused, staleContents }: SectionChange,
  style: Style,
): string {
  const lines: string[] = [];
  for (const outcome of result.results) lines.push(...refusal(outcome, result.path, style));
  if (refused) lines.push('Nothing was written.');
  if (staleContents !== undefined) {
    lines.push(
      `${paint(style, 'yellow', 'note:')} the table of contents at ${result.path}:${staleContents} is generated: run its generator again`,
    );
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

const DOUBTS: Record<Doubt, string> = {
  'parent-missing': 'the section it belongs into is not there',
  'levels-differ': 'its neighbours stand at other levels than in the template',
  'out-of-order': 'a neighbour stands out of the order of the template',
  'outside-parent': 'the place is outside the section it belongs into',
  'few-recognised': 'little of the template is recognised in the document',
  'among-unknown': 'the section it belongs into holds only sections that are not in the template',
};

function outcomeText(outcome: SectionOutcome, path: string, style: Style): string | undefined {
  const { section, status, heading = section, line, reason } = outcome;
  if (status === 'added') return `${paint(style, 'green', 'Added')} ${heading} ${path}:${line}`;
  if (status === 'removed') return `${paint(style, 'green', 'Removed')} ${heading} ${path}:${line}`;
  if (status === 'present' && reason === undefined)
    return `Already there: ${heading} ${path}:${line}`;
  if (status === 'absent') return `Not there: ${section} in ${path}`;
  return undefined;
}

function refusal(
  { section, status, heading = section, line, level, reason, doubts }: SectionOutcome,
  path: string,
  style: Style,
): string[] {
  const error = paint(style, 'red', 'error:');
  const hint = paint(style, 'cyan', 'hint:');
  if (status === 'edited') {
    return [
      `${error} ${heading} was not taken out of ${path}:${line}: ${reason}`,
      `${hint} In a terminal you are asked; or delete it in an editor`,
    ];
  }
  if (status === 'present' && reason) {
    return [
      `${error} ${heading} was not written to ${path}:${line}: ${reason}`,
      `${hint} Leave out its text, or put it there in an editor`,
    ];
  }
  if (status !== 'unplaced') return [];
  if (!doubts) {
    return [
      `${error} ${section} was not added to ${path}: ${reason}`,
      `${hint} Pass --before <heading> or --after <heading>, or add it in an editor`,
    ];
  }
  return [
    `${error} ${heading} was not added to ${path}: ${reason}`,
    ...doubts.map((doubt) => `  ${DOUBTS[doubt]}`),
    `  proposed: line ${line}, level ${level}`,
    `${hint} Pass --accept-doubts (with --dry-run to look at it first), --before <heading> or --after <heading>`,
  ];
}

function paintLine(line: string, style: Style): string {
  const shown = printable(line);
  if (line.startsWith('+')) return paint(style, 'green', shown);
  if (line.startsWith('-')) return paint(style, 'red', shown);
  return line.startsWith('@@') ? paint(style, 'cyan', shown) : shown;
}
