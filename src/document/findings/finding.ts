/** Something in a proposal that somebody may want to mend; lines and columns are counted from 1. */
export type Finding = FindingPlace & FindingKind;

interface FindingPlace {
  line: number;
  column: number;
}

/** What is wrong, and what it is about. */
export type FindingKind =
  | { code: 'title-missing' }
  | { code: 'title-template'; title: string }
  | { code: 'section-missing'; section: string; id: string }
  | { code: 'section-empty'; heading: string }
  | { code: 'section-to-come'; heading: string; text: string }
  | { code: 'section-twice'; heading: string; first: number }
  /** `whole` where nothing else stands in the section. */
  | { code: 'guidance-left'; heading: string; where: 'comment' | 'text' | 'whole' }
  | { code: 'marker-left'; heading: string }
  | { code: 'block-open'; closing: string }
  | { code: 'anchor-nowhere'; target: string }
  | { code: 'file-nowhere'; target: string }
  | { code: 'number-twice'; number: number; other: string }
  | { code: 'relation-nowhere'; kind: string; to: string }
  | { code: 'behind'; sections: string[] };

export type FindingCode = FindingKind['code'];

export type Severity = 'error' | 'warning' | 'note';

/** How much a finding matters; a note never makes a check fail. */
export function severityOf(finding: FindingKind): Severity {
  if (finding.code === 'guidance-left') {
    if (finding.where === 'whole') return 'error';
    return finding.where === 'comment' ? 'note' : 'warning';
  }
  return SEVERITIES[finding.code];
}

const SEVERITIES: Readonly<Record<Exclude<FindingCode, 'guidance-left'>, Severity>> = {
  'title-missing': 'error',
  'title-template': 'error',
  'section-missing': 'error',
  'section-empty': 'warning',
  'section-to-come': 'warning',
  'section-twice': 'warning',
  'marker-left': 'note',
  'block-open': 'error',
  'anchor-nowhere': 'warning',
  'file-nowhere': 'note',
  'number-twice': 'error',
  'relation-nowhere': 'note',
  behind: 'note',
};

/** All codes, in the order of their pages. */
export const FINDING_CODES: readonly FindingCode[] = [
  'title-missing',
  'title-template',
  'section-missing',
  'section-empty',
  'section-to-come',
  'section-twice',
  'guidance-left',
  'marker-left',
  'block-open',
  'anchor-nowhere',
  'file-nowhere',
  'number-twice',
  'relation-nowhere',
  'behind',
];
