import type { Relation } from '../head/labels.ts';

/** Something in a proposal that somebody may want to mend; lines and columns are counted from 1. */
export type Finding = FindingPlace & FindingKind;

interface FindingPlace {
  line: number;
  column: number;
  /** The name of a file beside the document, such as `kep.yaml`, where it stands there. */
  beside?: string;
}

/** What is wrong, and what it is about. */
export type FindingKind =
  | { code: 'unreadable'; reason: string }
  | { code: 'title-missing' }
  | { code: 'title-placeholder'; title: string }
  | { code: 'title-duplicate'; title: string; other: string }
  /** `isPart` where it is a part of another section, `isUnjudged` where nobody knows whether the document ever had it. */
  | {
      code: 'section-missing';
      section: string;
      id: string;
      isPart?: true;
      /** Whether it is none of those that can be added by themselves. */
      isDeep?: true;
      isUnjudged?: true;
      /** Where nobody is to be told that it can be added by itself. */
      place?: 'doubtful' | 'none';
      others?: Others;
    }
  /** `isExplained` where the template's comment is all that stands in it. */
  | { code: 'section-empty'; heading: string; isExplained?: true; others?: Others }
  | { code: 'section-tbd'; heading: string; text: string }
  | { code: 'section-duplicate'; heading: string; first: number }
  /** `whole` where nothing else stands in the section. */
  | { code: 'guidance-left'; heading: string; where: 'comment' | 'text' | 'whole' }
  | { code: 'heading-misspelled'; heading: string; expected: string }
  | { code: 'heading-level'; heading: string; level: number; expected: number }
  | { code: 'marker-left'; heading: string }
  | { code: 'block-unclosed'; closing: string }
  | { code: 'conflict-left'; end: number }
  | { code: 'contents-outdated'; missing: string[]; unknown: string[] }
  | { code: 'anchor-broken'; target: string }
  /** `isSure` where all files are known to be there, as in a work tree. */
  | { code: 'link-broken'; target: string; isSure: boolean }
  /** `isLater` where it came later than the other one, which is on `branch` if that is not checked out. */
  | { code: 'number-duplicate'; number: number; other: string; branch?: string; isLater: boolean }
  | { code: 'number-differs'; number: number; said: string; where: 'heading' | 'head' }
  | { code: 'name-unusual'; name: string; expected: string }
  | { code: 'front-matter-broken'; reason: string }
  | { code: 'value-placeholder'; label: string; value: string }
  | { code: 'status-unknown'; status: string; nearest: string | null; known: string[] }
  | { code: 'status-contradicts'; status: string; other: string; file: string; otherLine: number }
  | { code: 'successor-missing'; status: string }
  | { code: 'relation-unknown'; kind: Relation['kind']; to: string }
  | { code: 'relation-one-sided'; kind: Relation['kind']; other: string }
  | { code: 'behind'; sections: string[] }
  | { code: 'index-outdated'; missing: string[]; isOfSome?: true };

/** How many proposals of a repository have the same finding, where they are so many that it seems to be allowed. */
export interface Others {
  count: number;
  of: number;
}

export type FindingCode = FindingKind['code'];

export type Severity = 'error' | 'warning' | 'note';

/** How much a finding matters where nobody has said otherwise; a note never makes a check fail. */
export function severityOf(finding: FindingKind): Severity {
  if (finding.code === 'guidance-left') {
    if (finding.where === 'whole') return 'error';
    return finding.where === 'comment' ? 'note' : 'warning';
  }
  if ('others' in finding && finding.others) return 'note';
  if ('isPart' in finding && finding.isPart) return 'note';
  // Where it is not known whether all files are there, a link says little.
  if (finding.code === 'link-broken') return finding.isSure ? 'warning' : 'note';
  return SEVERITIES[finding.code];
}

/** What makes a finding the same one elsewhere: what it is about, without lines, and without what may become better. */
export function subjectOf(finding: Finding): string {
  const about = Object.entries(finding).filter(([key]) => !VARIABLE.has(key));
  return about.map(([, value]) => String(value)).join(' ');
}

const VARIABLE: ReadonlySet<string> = new Set(
  'code line column beside branch first where isSure otherLine known nearest level reason others sections missing unknown isPart isLater isExplained place isDeep isOfSome end'.split(
    ' ',
  ),
);

/** Every code, in the order of their pages, with its severity; of two, the graver one. */
export const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  unreadable: 'error',
  'title-missing': 'error',
  'title-placeholder': 'error',
  'title-duplicate': 'warning',
  'section-missing': 'error',
  'section-empty': 'warning',
  'section-tbd': 'warning',
  'section-duplicate': 'warning',
  'guidance-left': 'error',
  'heading-misspelled': 'warning',
  'heading-level': 'note',
  'marker-left': 'note',
  'block-unclosed': 'error',
  'conflict-left': 'error',
  'contents-outdated': 'warning',
  'anchor-broken': 'warning',
  'link-broken': 'warning',
  'number-duplicate': 'error',
  'number-differs': 'warning',
  'name-unusual': 'note',
  'front-matter-broken': 'warning',
  'value-placeholder': 'warning',
  'status-unknown': 'warning',
  'status-contradicts': 'warning',
  'successor-missing': 'warning',
  'relation-unknown': 'note',
  'relation-one-sided': 'warning',
  behind: 'note',
  'index-outdated': 'note',
};

export const FINDING_CODES = Object.keys(SEVERITIES) as readonly FindingCode[];
