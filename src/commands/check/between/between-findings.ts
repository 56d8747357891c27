import { type Convention, isNumbered } from '../../../convention/convention.ts';
import { formatEntryName, padded } from '../../../convention/entry-name.ts';
import { numberPrefix, parseEntryName } from '../../../convention/parse-entry-name.ts';
import type { Finding } from '../../../document/findings/finding.ts';
import { numberRelatedTo, type Relation } from '../../../document/head/labels.ts';
import { statusWord } from '../../../document/head/status-choices.ts';
import { compareInstants } from '../../../instant.ts';
import {
  meantStatus,
  SAYS_SUPERSEDED,
  type Vocabulary,
} from '../../../proposals/state/vocabulary.ts';
import type { Summary } from '../snapshot.ts';
import { numberOfHeading, type ProposalIndex } from './proposal-index.ts';

/** What is to be said of a proposal among the others. */
export function betweenFindings(
  own: Summary,
  index: ProposalIndex,
  { convention, vocabulary }: { convention: Convention; vocabulary: Vocabulary },
): Finding[] {
  return [
    ...numberFindings(own, index),
    ...nameFindings(own, convention),
    ...titleOfAnother(own, index),
    ...statusFindings(own, vocabulary, index.isSuperseded(own)),
    ...own.relations.flatMap((relation) => relationFindings(relation, own, index)),
  ];
}

const TOP = { line: 1, column: 1 };

function numberFindings(own: Summary, index: ProposalIndex): Finding[] {
  const { number } = own.proposal;
  if (number === undefined) return [];
  const other = index.sameNumber(own);
  const twice: Finding[] = other
    ? [
        {
          code: 'number-duplicate',
          number,
          other: other.proposal.shown,
          isLater: cameLater(own, other),
          ...TOP,
        },
      ]
    : [];
  const inHeading = index.hasNumbersInHeadings ? numberOfHeading(own) : undefined;
  const inHead = /^(?:[A-Za-z]+[-# ]?)?#?(\d{1,9})$/.exec(own.ownNumber?.text ?? '')?.[1];
  const differs = (said: string | undefined, where: 'heading' | 'head', line = 1): Finding[] =>
    said === undefined || Number(said) === number
      ? []
      : [{ code: 'number-differs', number, said, where, line, column: 1 }];
  return [
    ...twice,
    ...differs(inHeading, 'heading', own.heading?.line),
    ...differs(inHead, 'head', own.ownNumber?.line),
  ];
}

/** Of two, the one that git has known for less long; where that says nothing, the one with the later name. */
function cameLater(own: Summary, other: Summary): boolean {
  if (own.born !== other.born) {
    if (own.born === undefined || other.born === undefined) return own.born === undefined;
    const order = compareInstants(own.born, other.born);
    if (order !== 0) return order > 0;
  }
  return own.proposal.shown > other.proposal.shown;
}

/** A name of which the number is written in another way than the convention has it. */
function nameFindings({ proposal }: Summary, convention: Convention): Finding[] {
  const { name, number } = proposal;
  const form = parseEntryName(name, numberPrefix(convention));
  if (!isNumbered(convention) || number === undefined || form.kind !== 'number') return [];
  const width = convention.width ?? 0;
  const isOdd = form.digits.length < width || (width === 0 && form.digits.startsWith('0'));
  if (!isOdd) return [];
  const digits = padded(number, convention.width);
  const expected = formatEntryName(convention, { number: digits, slug: form.slug, date: '' });
  return [{ code: 'name-unusual', name, expected, ...TOP }];
}

function titleOfAnother(own: Summary, index: ProposalIndex): Finding[] {
  const other = index.sameTitle(own);
  const { title = '', titleLine, heading } = own;
  return other
    ? [
        {
          code: 'title-duplicate',
          title,
          other: other.proposal.shown,
          line: titleLine ?? heading?.line ?? 1,
          column: 1,
        },
      ]
    : [];
}

function statusFindings(own: Summary, vocabulary: Vocabulary, isNamed: boolean): Finding[] {
  const status = own.status.value;
  const word = statusWord(status ?? '');
  if (status === undefined || word === '') return [];
  const place = { line: own.statusLine, column: 1 };
  const hasSuccessor =
    isNamed || /\d|\]\(/.test(status) || own.relations.some(({ kind }) => kind === 'superseded-by');
  // What `supersede` writes is known where the other proposal is named.
  const isSaidBySuccessor = SAYS_SUPERSEDED.test(word) && hasSuccessor;
  return [
    ...(isSaidBySuccessor ? [] : unknownStatus(word, vocabulary)).map(
      (about): Finding => ({ code: 'status-unknown', status, ...about, ...place }),
    ),
    ...(SAYS_SUPERSEDED.test(word) && !hasSuccessor
      ? [{ code: 'successor-missing' as const, status, ...place }]
      : []),
  ];
}

/** A word that nobody has declared; where nobody declares any, one that may be a common one, misspelled. */
function unknownStatus(
  word: string,
  { values, declared, counts }: Vocabulary,
): { nearest: string | null; known: string[] }[] {
  const own = counts.get(word) ?? 0;
  const common = values.filter((each) => (counts.get(statusWord(each)) ?? 0) >= COMMONLY);
  const known = declared.length > 0 ? declared : common;
  if (known.some((each) => statusWord(each) === word)) return [];
  const meant = meantStatus(word, known) ?? null;
  if (declared.length > 0) return [{ nearest: meant, known: [...known] }];
  // Another language is no misspelling.
  const isSameScript = /^[ -~]*$/.test(word) === /^[ -~]*$/.test(meant ?? '');
  return own === 1 && meant !== null && isSameScript ? [{ nearest: meant, known: [...known] }] : [];
}

/** Proposals that make a status one that is used here. */
const COMMONLY = 3;

const ANSWERS: Readonly<Partial<Record<Relation['kind'], Relation['kind']>>> = {
  supersedes: 'superseded-by',
  'superseded-by': 'supersedes',
};

function relationFindings(relation: Relation, own: Summary, index: ProposalIndex): Finding[] {
  const { kind, to, line } = relation;
  const other = index.related(relation, own);
  const place = { line, column: 1 };
  if (!other)
    return numberRelatedTo(to) === undefined
      ? []
      : [{ code: 'relation-unknown', kind, to, ...place }];
  const answer = ANSWERS[kind];
  if (answer === undefined || other.proposal === own.proposal) return [];
  const isAnswered = other.relations.some(
    (each) => each.kind === answer && index.related(each, other)?.proposal === own.proposal,
  );
  return isAnswered
    ? []
    : [{ code: 'relation-one-sided', kind, other: other.proposal.shown, ...place }];
}
