import type { Configuration } from '../../../convention/configuration/configuration.ts';
import {
  FINDING_CODES,
  type Finding,
  type FindingCode,
  type Severity,
  severityOf,
} from '../../../document/findings/finding.ts';
import { statusWord } from '../../../document/head/status-choices.ts';
import { Failure } from '../../../failure.ts';
import { didYouMean } from '../../../words/did-you-mean.ts';

/** How much findings matter in a repository. */
export type Severities = (finding: Finding, status: string | undefined) => Severity | 'off';

/** What says that a proposal is not complete yet. */
const INCOMPLETE: ReadonlySet<FindingCode> = new Set([
  'section-missing',
  'section-empty',
  'section-tbd',
  'guidance-left',
  'title-placeholder',
  'value-placeholder',
]);

/**
 * How much findings matter by a configuration: each code may have another severity, or none, and what is still to be
 * written is a note until a proposal has one of the statuses that call for it.
 * @throws Failure when the configuration names a code that there is not
 */
export function severitiesFrom({ check }: Pick<Configuration, 'check'>): Severities {
  const said = check?.severities ?? {};
  for (const code of Object.keys(said)) refuseUnknownCode(code);
  const strict = check?.strictWhen?.map(statusWord);
  return (finding, status) => {
    const own = said[finding.code] ?? severityOf(finding);
    const isEarly = strict !== undefined && !strict.includes(statusWord(status ?? ''));
    return isEarly && own !== 'off' && INCOMPLETE.has(finding.code) ? 'note' : own;
  };
}

function refuseUnknownCode(code: string): void {
  if (FINDING_CODES.some((each) => each === code)) return;
  throw Failure.usage(
    'invalid-configuration',
    `check.severities: unknown finding "${code}"${didYouMean(code, FINDING_CODES)}`,
    { hint: `Codes: ${FINDING_CODES.join(', ')}` },
  );
}
