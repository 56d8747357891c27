import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import {
  FINDING_CODES,
  SEVERITIES,
  type Severity,
  subjectOf,
} from '../../document/findings/finding.ts';
import { type CheckResult, countLine, findingsByPath, type ReportedFinding } from './check.ts';
import { EXPLANATIONS } from './explanations.ts';
import { messageOfFinding } from './messages.ts';

const GITHUB: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * One annotation for each document, with all of its findings: GitHub shows only ten of each kind for a step
 * (workflow commands, "Setting a warning message").
 */
export function githubLines({ findings, fromRoot, ...rest }: CheckResult): string[] {
  const byPath = [...findingsByPath(findings)];
  const gravestFirst = byPath.toSorted(([, a], [, b]) => rankOf(gravest(a)) - rankOf(gravest(b)));
  const annotations = gravestFirst.map(([path, own]) => {
    const worst = gravest(own);
    const first = own.find(({ severity }) => severity === worst) ?? own[0];
    const lines = own.map(({ finding, severity }) => {
      return `${finding.line}:${finding.column} ${severity} ${messageOfFinding(finding)} (${finding.code})`;
    });
    const properties = [
      `file=${property(posix.join(fromRoot, path))}`,
      `line=${first?.finding.line ?? 1}`,
      `title=${property(own.length === 1 ? (first?.finding.code ?? '') : `${own.length} findings`)}`,
    ];
    return `::${GITHUB[worst]} ${properties.join(',')}::${data(lines.join('\n'))}`;
  });
  return [...annotations, countLine({ findings, ...rest })];
}

/** The job summary on GitHub: every finding in a table, the gravest first. */
export function githubSummary(result: CheckResult): string {
  const { findings, fromRoot } = result;
  const ranked = findings.toSorted((a, b) => rankOf(a.severity) - rankOf(b.severity));
  const rows = ranked.map(({ path, finding, severity }) => {
    const where = `${posix.join(fromRoot, path)}:${finding.line}`;
    const cells = [where, severity, messageOfFinding(finding), finding.code];
    return `| ${cells.map((cell) => cell.replace(/[|\\<>]/g, '\\$&').replace(/\s+/g, ' ')).join(' | ')} |`;
  });
  const table = ['| Where | | What | Code |', '| --- | --- | --- | --- |', ...rows];
  return [
    '### Proposals',
    '',
    ...(rows.length > 0 ? [...table, ''] : []),
    countLine(result),
    '',
  ].join('\n');
}

const GITLAB: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  note: 'info',
};

/** A Code Quality report for GitLab (Code Quality, "Code Quality report format"). */
export function gitlabReport({ findings, fromRoot }: CheckResult): object[] {
  return withFingerprints(findings).map(({ path, finding, severity, fingerprint }) => ({
    description: messageOfFinding(finding),
    check_name: finding.code,
    fingerprint,
    severity: GITLAB[severity],
    location: { path: posix.join(fromRoot, path), lines: { begin: finding.line } },
  }));
}

/** A SARIF 2.1.0 log, with a rule for every code. */
export function sarifLog({ findings, fromRoot }: CheckResult, version: string): Log {
  const rules = FINDING_CODES.map((code): ReportingDescriptor => {
    const [first = ''] = EXPLANATIONS[code].split(/(?<=\.) /);
    return {
      id: code,
      shortDescription: { text: first },
      fullDescription: { text: EXPLANATIONS[code] },
      help: { text: EXPLANATIONS[code] },
      defaultConfiguration: { level: SEVERITIES[code] },
    };
  });
  const results = withFingerprints(findings).map(
    ({ path, finding, severity, fingerprint }): Result => ({
      ruleId: finding.code,
      ruleIndex: FINDING_CODES.indexOf(finding.code),
      level: severity,
      message: { text: messageOfFinding(finding) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: posix.join(fromRoot, path).split('/').map(encodeURIComponent).join('/'),
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: finding.line, startColumn: finding.column },
          },
        },
      ],
      partialFingerprints: { 'finding/v1': fingerprint },
    }),
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'create-enhancement', version, rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

/** Identifies findings across runs, without line numbers; repeated findings are distinguished by their order. */
function withFingerprints(
  findings: readonly ReportedFinding[],
): (ReportedFinding & { fingerprint: string })[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const key = [each.path, each.finding.code, each.under, subjectOf(each.finding)].join('\0');
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    const fingerprint = createHash('sha256').update(`${key}\0${turn}`).digest('hex').slice(0, 32);
    return { ...each, fingerprint };
  });
}

const GRAVEST_FIRST = ['error', 'warning', 'note'] as const;

function gravest(findings: readonly ReportedFinding[]): Severity {
  return GRAVEST_FIRST.find((each) => findings.some(({ severity }) => severity === each)) ?? 'note';
}

function rankOf(severity: Severity): number {
  return GRAVEST_FIRST.indexOf(severity);
}

/** Escapes for workflow commands: for the message, and for a property, which ends at commas and colons. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
