import { LONG_NAMES, SHORT_FORMS } from '../../words/proposal-words.ts';

/** What pages are called that are about the proposals beside them, or about the repository. */
export const ABOUT = new Set(
  'index _index readme contributing changelog change-log contents content toc summary glossary faq process workflow guideline guidelines guide owners security code-of-conduct code_of_conduct governance roadmap maintainers license agents claude support adopters history release releases status todo note notes overview about introduction styleguide style-guide'.split(
    ' ',
  ),
);

/** What folders are called that hold no proposals. */
export const BESIDE = new Set(
  'asset assets _asset _assets image images img imgs pics picture pictures diagram diagrams figure figures media resources static attachment attachments files script scripts hack tool tools bin src guideline guidelines template templates _template _templates _includes _layouts book process meta'.split(
    ' ',
  ),
);

const DECISIONS =
  /^\.?(?:adrs?|(?:architecture[-_])?decisions?(?:[-_]records?)?|decision[-_]log|(?:architektur)?entscheidungen|d[ée]cisions?|decisiones|decis[õo]es|decisioni|decyzje|kararlar|решения|рішення|决策|決策|決定)$/iu;

const WEIGHTED_NAMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:[a-z]+[-_]?)?enhancements?(?:[-_]?proposals?)?$/i, 6],
  [
    /^(?:(?:enhancement|design|change|feature|improvement|accepted|active)[-_]?)?proposals?(?:[-_]accepted)?$/i,
    6,
  ],
  [/^(?:[a-z]+[-_])?(?:rfcs?|rfds?|cfps?)$/i, 6],
  [/^[a-z]{1,3}eps$/i, 6],
  [/^[a-z]{1,2}ips$/i, 6],
  // Three letters can be anything: these say something of numbered entries, or beside a template.
  [/^[a-z]{1,3}(?:ep|ip)$/i, 4.5],
  [DECISIONS, 4],
  [/^(?:designs?(?:[-_]?(?:docs?|documents?))?|blueprints)$/i, 3.5],
  [/^specs?$/i, 3.2],
  [/^text$/i, 3],
];

/** Words that end as the names of proposals do: they count in a repository that is called as proposals are. */
const COMMON_WORDS =
  /^(?:deps|steps|reps|preps|sleeps|keeps|tips|zips|clips|chips|ships|trips|hips|lips)$/i;

const COMMON_WORD_WEIGHT = 3.2;

const NUMBER_PREFIX = new RegExp(`^(?:${SHORT_FORMS}|${LONG_NAMES})s?[-_]?$`, 'i');

/** Whether a prefix is one that proposals have. */
export function isProposalPrefix(prefix: string): boolean {
  return NUMBER_PREFIX.test(prefix);
}

/** A name of this weight is one that only proposals have. */
export const STRONG = 5;

/**
 * How much the name of a directory says that proposals lie there; 0 for any other.
 * @param repository what the repository is called, where that says what a common word may mean in it
 */
export function nameWeight(written: string, repository = ''): number {
  const name = withoutChapter(written);
  if (!/^\.?\p{L}/u.test(name)) return 0;
  if (COMMON_WORDS.test(name)) return nameWeight(repository) >= STRONG ? COMMON_WORD_WEIGHT : 0;
  return WEIGHTED_NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}

/** Whether a directory is called as those of decision records are. */
export function isForDecisions(name: string): boolean {
  return DECISIONS.test(withoutChapter(name));
}

/** A name without the number of a chapter, as in `09_architecture_decisions` (arc42), or the mark of a collection (Jekyll). */
function withoutChapter(name: string): string {
  return name.replace(/^(?:\d{1,2}[-_. ]|_)(?=\p{L})/u, '');
}
