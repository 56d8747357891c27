import type { Finding, Severity } from '../../document/findings/finding.ts';
import { commandLine } from '../shell-quoting.ts';
import { type Format, noteLines, paint, type Style } from '../style.ts';
import { wrapped } from '../wrap.ts';
import { fixFor, messageOfFinding } from './messages.ts';

/** A finding, where it was found, and how much it matters there. */
export interface ReportedFinding {
  path: string;
  severity: Severity;
  /** The heading that it stands under. */
  under: string;
  finding: Finding;
}

export interface CheckResult {
  command: 'check';
  findings: ReportedFinding[];
  /** How many proposals were checked. */
  checked: number;
  /** Where the paths are from, from the root of the repository; `.` for the root itself. */
  fromRoot: string;
  /** Files that were mended, or would be. */
  fixed: { path: string; before: string; after: string }[];
  dryRun: boolean;
  /** Whether what was found is added by this branch alone. */
  isChangedOnly: boolean;
  /** What the baseline keeps quiet, and how many of its entries are mended. */
  baseline: { file: string; known: number; mended: number; isWritten: boolean } | undefined;
}

/** Whether something is an error or a warning. */
export function isBad({ findings }: Pick<CheckResult, 'findings'>): boolean {
  return findings.some(({ severity }) => severity !== 'note');
}

/** What `--json` prints: each finding with its severity, its words, and the command that mends it, for a POSIX shell. */
export function checkJson(result: CheckResult): object {
  const { command, findings, checked, fixed, dryRun, baseline } = result;
  return {
    command,
    findings: findings.map(({ path, severity, under, finding }) => {
      const { code, line, column, ...about } = finding;
      const fix = fixFor(finding, path);
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

/** The findings, file by file, and how many there are. */
export function checkText(result: CheckResult, style: Style): string[] {
  const byPath = findingsByPath(result.findings);
  const lines = [...byPath].flatMap(([path, findings]) => [
    paint(style, 'bold', path),
    ...findings.flatMap((each) => findingLines(each, style)),
  ]);
  const isDry = result.dryRun && result.fixed.length > 0;
  const end = isDry ? [paint(style, 'dim', 'Nothing was written: this is a dry run.')] : [];
  return [...fixedLines(result, style), ...lines, countLine(result), ...end];
}

/** The same, with a diff of what would be mended. */
export async function checkDiff(result: CheckResult, _style: Style): Promise<string[]> {
  if (!result.dryRun || result.fixed.length === 0) return [];
  const { diffLines } = await import('../upgrade/upgrade.ts');
  const diffs = await Promise.all(
    result.fixed.map(({ path, before, after }) => diffLines(path, before, after)),
  );
  return diffs.flat();
}

/** What a person should know beside it. */
export function checkNotes({ baseline }: CheckResult, style: Style): string[] {
  if (!baseline) return [];
  const { file, known, mended, isWritten } = baseline;
  const notes = [
    isWritten ? `${file} keeps ${counted(known, 'finding')} quiet` : [],
    !isWritten && known > 0 ? `${counted(known, 'finding')} more: ${file} keeps them quiet` : [],
    !isWritten && mended > 0
      ? `${file} keeps ${counted(mended, 'finding')} that nobody can find any more: --prune takes them out`
      : [],
  ].flat();
  return noteLines(notes, style);
}

/** Findings file by file, in the order of files. */
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

/** How many errors, warnings and notes there are, in words. */
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
    return isChangedOnly
      ? `This branch adds nothing to mend in ${of}.`
      : `Nothing to mend in ${of}.`;
  return `${parts.join(', ')} in ${of}`;
}

const COLOURS: Readonly<Record<Severity, Format>> = {
  error: 'red',
  warning: 'yellow',
  note: 'dim',
};

function findingLines({ finding, severity, path }: ReportedFinding, style: Style): string[] {
  const place = `${finding.line}:${finding.column}`;
  const fix = fixFor(finding, path);
  const lead = `  ${place}  ${severity}  `;
  const [first = '', ...more] = wrapped(
    `${messageOfFinding(finding)}  ${finding.code}`,
    (style.columns ?? Infinity) - lead.length,
  );
  const lines = [`  ${place}  ${paint(style, COLOURS[severity], severity)}  ${first}`];
  for (const line of more) lines.push(' '.repeat(lead.length) + line);
  // The code stands at the end, whatever line that is.
  const last = (lines.pop() ?? '').slice(0, -finding.code.length);
  return [
    ...lines,
    last + paint(style, 'dim', finding.code),
    ...(fix ? [`    ${commandLine(fix, style.shell)}`] : []),
  ];
}

function fixedLines({ fixed, dryRun }: CheckResult, style: Style): string[] {
  return fixed.map(
    ({ path }) => `${paint(style, 'green', dryRun ? 'Would mend' : 'Mended')} ${path}`,
  );
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
