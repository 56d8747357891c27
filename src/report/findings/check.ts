import path from 'node:path';
import type { Finding, Severity } from '../../document/findings/finding.ts';
import { commandLine } from '../../shell-quoting.ts';
import { diffLines } from '../diff.ts';
import { dryRunEnd, type Format, paint, type Style } from '../style.ts';
import { wrapped } from '../wrap.ts';
import { fixFor, type PlaceSaid } from './fixes.ts';
import { messageOfFinding } from './messages.ts';

/** A finding, with its place and severity. */
export interface ReportedFinding {
  path: string;
  severity: Severity;
  /** The heading that it is below. */
  under: string;
  finding: Finding;
}

export interface CheckResult {
  command: 'check';
  findings: ReportedFinding[];
  /** How many proposals were checked. */
  checked: number;
  /** The directory that paths are relative to, from the root of the repository; `.` for the root itself. */
  fromRoot: string;
  /** What the call has said of the place of proposals. */
  place: PlaceSaid;
  /** Files that were fixed, or would be. */
  fixed: { path: string; before: string; after: string }[];
  dryRun: boolean;
  /** Whether only findings that this branch adds are included. */
  isChangedOnly: boolean;
  /** How many findings the baseline suppresses, and how many of its entries are fixed. */
  baseline: { file: string; known: number; mended: number; isWritten: boolean } | undefined;
}

/**
 * The path of a document, or of the file beside it that a finding is in.
 * @param shown the document's
 */
export function pathOfFinding({ beside }: Pick<Finding, 'beside'>, shown: string): string {
  return beside === undefined ? shown : path.posix.join(path.posix.dirname(shown), beside);
}

/** Whether something is an error or a warning. */
export function isBad({ findings }: Pick<CheckResult, 'findings'>): boolean {
  return findings.some(({ severity }) => severity !== 'note');
}

/** What `--json` prints: each finding with its severity, message and fix (for a POSIX shell). */
export function checkJson(result: CheckResult): object {
  const { command, findings, checked, fixed, dryRun, baseline } = result;
  return {
    command,
    findings: findings.map(({ path, severity, under, finding }) => {
      const { code, line, column, beside: _, ...about } = finding;
      const fix = fixFor(finding, path, result.place);
      return {
        code,
        severity,
        path,
        line,
        column,
        message: messageOfFinding(finding),
        ...(fix && { fix: commandLine(fix, 'posix') }),
        under,
        ...about,
      };
    }),
    checked,
    ...(fixed.length > 0 && {
      dryRun,
      fixed: fixed.map(({ path, after }) => ({ path, ...(dryRun && { document: after }) })),
    }),
    ...(baseline && {
      baseline: { file: baseline.file, known: baseline.known, mended: baseline.mended },
    }),
  };
}

/** The findings by file, and how many there are. */
export function checkText(result: CheckResult, style: Style): string[] {
  const byPath = findingsByPath(result.findings);
  const lines = [...byPath].flatMap(([path, findings]) => [
    paint(style, 'bold', path),
    ...findings.flatMap((each) => findingLines(each, result.place, style)),
  ]);
  const isDry = result.dryRun && result.fixed.length > 0;
  const end = isDry ? [dryRunEnd(style)] : [];
  return [...fixedLines(result, style), ...lines, countLine(result), ...end];
}

/** A diff of what would be fixed. */
export async function checkDiff(result: CheckResult, style: Style): Promise<string[]> {
  if (!result.dryRun || result.fixed.length === 0) return [];
  const diffs = await Promise.all(
    result.fixed.map(({ path, before, after }) => diffLines(path, { before, after }, style)),
  );
  return diffs.flat();
}

/** Notes for the user. */
export function checkNotes({ baseline }: CheckResult): string[] {
  if (!baseline) return [];
  const { file, known, mended, isWritten } = baseline;
  return [
    isWritten ? `${file} suppresses ${counted(known, 'finding')}` : [],
    !isWritten && known > 0 ? `${counted(known, 'finding')} suppressed by ${file}` : [],
    !isWritten && mended > 0
      ? `${file} has ${counted(mended, 'fixed finding')}; clean up with --prune`
      : [],
  ].flat();
}

/** Findings by file, in the order of files. */
export function findingsByPath(
  findings: readonly ReportedFinding[],
): Map<string, ReportedFinding[]> {
  const byPath = new Map<string, ReportedFinding[]>();
  for (const each of findings) {
    const list = byPath.get(each.path);
    if (list) list.push(each);
    else byPath.set(each.path, [each]);
  }
  return byPath;
}

/** How many errors, warnings and notes there are, as text. */
export function countLine({
  findings,
  checked,
  isChangedOnly,
}: Pick<CheckResult, 'findings' | 'checked' | 'isChangedOnly'>): string {
  if (checked === 0) return 'There are no proposals here.';
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const number = findings.filter((each) => each.severity === severity).length;
    return number === 0 ? [] : counted(number, severity);
  });
  const of = counted(checked, 'proposal');
  if (parts.length === 0)
    return isChangedOnly ? `This branch adds no problems in ${of}.` : `No problems in ${of}.`;
  return `${parts.join(', ')} in ${of}`;
}

const COLOURS: Readonly<Record<Severity, Format>> = {
  error: 'red',
  warning: 'yellow',
  note: 'dim',
};

function findingLines(
  { finding, severity, path }: ReportedFinding,
  said: PlaceSaid,
  style: Style,
): string[] {
  const place = `${finding.line}:${finding.column}`;
  const fix = fixFor(finding, path, said);
  const lead = `  ${place}  ${severity}  `;
  const [first = '', ...more] = wrapped(
    `${messageOfFinding(finding)}  ${finding.code}`,
    (style.columns ?? Infinity) - lead.length,
  );
  const lines = [`  ${place}  ${paint(style, COLOURS[severity], severity)}  ${first}`];
  for (const line of more) lines.push(' '.repeat(lead.length) + line);
  // The code is at the end of the last line.
  const last = (lines.pop() ?? '').slice(0, -finding.code.length);
  return [
    ...lines,
    last + paint(style, 'dim', finding.code),
    ...(fix ? [`    ${commandLine(fix, style.shell)}`] : []),
  ];
}

function fixedLines({ fixed, dryRun }: CheckResult, style: Style): string[] {
  return fixed.map(
    ({ path }) => `${paint(style, 'green', dryRun ? 'Would fix' : 'Fixed')} ${path}`,
  );
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
