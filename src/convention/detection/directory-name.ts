import { LONG_NAMES, SHORT_FORMS } from '../../proposal-words.ts';

const WEIGHTED_NAMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:[a-z]+[-_]?)?enhancements?(?:[-_]?proposals?)?$/i, 6],
  [
    /^(?:(?:enhancement|design|change|feature|improvement|accepted|active)[-_]?)?proposals?(?:[-_]accepted)?$/i,
    6,
  ],
  [/^(?:[a-z]+[-_])?(?:rfcs?|rfds?|cfps?)$/i, 6],
  [/^(?!(?:deps|steps|reps|preps|sleeps|keeps)$)[a-z]{1,3}eps$/i, 6],
  [/^(?!(?:tips|zips|clips|chips|ships|trips|hips|lips)$)[a-z]{1,2}ips$/i, 6],
  // Three letters can be anything: these say something of numbered entries, or beside a template.
  [/^[a-z]{1,3}(?:ep|ip)$/i, 4.5],
  [/^(?:adrs?|(?:architecture[-_])?decisions?(?:[-_]records?)?|decision[-_]log)$/i, 4],
  [/^(?:designs?(?:[-_]?(?:docs?|documents?))?|blueprints)$/i, 3.5],
  [/^text$/i, 3],
];

/** What numbers of proposals are prefixed with: `adr-001`, `RFC-0007`, `gep-12`, `eip-1`. */
const NUMBER_PREFIX = new RegExp(`^(?:${SHORT_FORMS}|${LONG_NAMES})s?[-_]?$`, 'i');

/** Whether a prefix is one that proposals have. */
export function isProposalPrefix(prefix: string): boolean {
  return NUMBER_PREFIX.test(prefix);
}

/** A name of this weight is one that only proposals have. */
export const STRONG = 5;

/** How much the name of a directory says that proposals lie there; 0 for any other. */
export function nameWeight(name: string): number {
  if (!/^[a-z]/i.test(name)) return 0;
  return WEIGHTED_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}
