import { type Finding, type Severity, severityOf } from '../../document/findings/finding.ts';
import { commandLine } from '../shell-quoting.ts';
import { type Format, paint, type Style } from '../style.ts';
import { fixFor, messageOfFinding } from './messages.ts';

/** What was found in one proposal. */
export interface CheckedProposal {
  path: string;
  findings: Finding[];
  /** Why it could not be read. */
  problem?: string;
}

export interface CheckResult {
  command: 'check';
  proposals: CheckedProposal[];
  /** Whether something is an error or a warning. */
  isBad: boolean;
}

/** What `--json` prints: each finding with its severity, its words, and the command that mends it, for a POSIX shell. */
export function checkJson({ command, proposals }: CheckResult): object {
  return {
    command,
    proposals: proposals.map(({ path, findings, problem }) => ({
      path,
      ...(problem !== undefined && { problem }),
      findings: findings.map((finding) => {
        const fix = fixFor(finding, path);
        return {
          ...finding,
          severity: severityOf(finding),
          message: messageOfFinding(finding),
          ...(fix && { fix: commandLine(fix, 'posix') }),
        };
      }),
    })),
  };
}

/** The findings, proposal by proposal, and how many there are. */
export function checkText({ proposals }: CheckResult, style: Style): string[] {
  const lines = proposals.flatMap(({ path, findings, problem }) => {
    if (problem !== undefined)
      return [paint(style, 'bold', path), `  ${paint(style, 'red', 'error')}  ${problem}`];
    if (findings.length === 0) return [];
    return [
      paint(style, 'bold', path),
      ...findings.flatMap((finding) => findingLines(finding, path, style)),
    ];
  });
  return [...lines, countLine(proposals)];
}

const COLOURS: Readonly<Record<Severity, Format>> = {
  error: 'red',
  warning: 'yellow',
  note: 'dim',
};

function findingLines(finding: Finding, path: string, style: Style): string[] {
  const severity = severityOf(finding);
  const place = `${finding.line}:${finding.column}`;
  const fix = fixFor(finding, path);
  return [
    `  ${place}  ${paint(style, COLOURS[severity], severity)}  ${messageOfFinding(finding)}  ${paint(style, 'dim', finding.code)}`,
    ...(fix ? [`    ${commandLine(fix, style.shell)}`] : []),
  ];
}

function countLine(proposals: readonly CheckedProposal[]): string {
  const all = proposals.flatMap(({ findings }) => findings.map(severityOf));
  const count = (severity: Severity) => {
    const number = all.filter((each) => each === severity).length;
    return number === 0 ? [] : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  if (proposals.length === 0) return 'There are no proposals here.';
  const unread = proposals.filter(({ problem }) => problem !== undefined).length;
  const parts = [
    count('error'),
    count('warning'),
    count('note'),
    unread === 0 ? [] : `${unread} that could not be read`,
  ].flat();
  const of = proposals.length === 1 ? '1 proposal' : `${proposals.length} proposals`;
  return parts.length === 0 ? `Nothing to mend in ${of}.` : `${parts.join(', ')} in ${of}`;
}
