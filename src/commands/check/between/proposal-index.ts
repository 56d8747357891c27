import path from 'node:path';
import { parseEntryName } from '../../../convention/parse-entry-name.ts';
import { numberRelatedTo, type Relation } from '../../../document/head/labels.ts';
import { withoutNumber } from '../../../document/head/title/title-number.ts';
import { titleForms } from '../../../document/titles/title-forms.ts';
import { pathRelatedTo } from '../../../proposals/state/related.ts';
import type { Summary } from '../snapshot.ts';

/** All proposals, by what one may be found by. */
export class ProposalIndex {
  readonly #byNumber = new Map<number, Summary[]>();
  readonly #byPath = new Map<string, Summary>();
  readonly #byTitle = new Map<string, Summary[]>();
  /** How many have their own number before their title, and how many another one. */
  readonly #headingNumbers = { same: 0, other: 0 };

  readonly #superseded = new Set<Summary>();

  /** @param numbers whether each directory has its own, and whether they are read at all */
  constructor(
    all: readonly Summary[],
    private readonly numbers: { inEach?: boolean; areUnknown?: boolean } = {},
  ) {
    for (const each of all) this.#add(each);
    const olds = all.flatMap((each) =>
      each.relations.map((relation) =>
        relation.kind === 'supersedes' ? this.related(relation, each) : undefined,
      ),
    );
    for (const old of olds) if (old) this.#superseded.add(old);
  }

  /** Whether another one says that it takes the place of this one. */
  isSuperseded(own: Summary): boolean {
    return this.#superseded.has(own);
  }

  /** Another one with the same number. */
  sameNumber({ proposal }: Summary): Summary | undefined {
    const { number } = proposal;
    const isRead = number !== undefined && !this.numbers.areUnknown;
    const others = isRead ? this.#byNumber.get(number) : [];
    return others?.find(
      (each) =>
        each.proposal !== proposal &&
        countTogether(each.proposal, proposal, this.numbers.inEach ?? false),
    );
  }

  /** Another one with the same title, which was there before, or whose heading says it as well, as this one's does not. */
  sameTitle(own: Summary): Summary | undefined {
    const { proposal } = own;
    const same = this.#byTitle.get(titleKey(own)) ?? [];
    const isCopied = isTitleOfAnother(own);
    const first = same.find((each) =>
      isCopied ? each.proposal !== proposal : !isTitleOfAnother(each),
    );
    const isOwn = first?.proposal === proposal;
    const isOther =
      first?.proposal.number === undefined || first.proposal.number !== proposal.number;
    return isOwn || !isOther ? undefined : first;
  }

  /** The proposal that a relation of another one means. */
  related({ to }: Relation, from: Summary): Summary | undefined {
    const target = pathRelatedTo(to, from.proposal.shown);
    const named = this.#byPath.get(target.resolved);
    if (named) return named;
    const number = numberRelatedTo(target.written);
    const found = number === undefined ? [] : (this.#byNumber.get(number) ?? []);
    return found.find((each) => each.proposal.directory === from.proposal.directory) ?? found[0];
  }

  /** Whether titles here begin with the number of their proposal. */
  get hasNumbersInHeadings(): boolean {
    const { same, other } = this.#headingNumbers;
    return same > 0 && same >= other;
  }

  #add(each: Summary): void {
    const { number, shown, isFile } = each.proposal;
    if (number !== undefined) addTo(this.#byNumber, number, each);
    this.#byPath.set(shown, each);
    if (!isFile) this.#byPath.set(path.posix.dirname(shown), each);
    if (titleForms(each.title ?? '').normal !== '') addTo(this.#byTitle, titleKey(each), each);
    const said = numberOfHeading(each);
    if (said === undefined || number === undefined) return;
    this.#headingNumbers[Number(said) === number ? 'same' : 'other']++;
  }
}

/** The number that the first heading begins with, as in `RFC-7: Title` or `7. Title`. */
export function numberOfHeading({ heading }: Summary): string | undefined {
  const lead = /^[*_`]*(?:\p{L}{2,12}[- #]{1,2}|#)?(\d{1,9})(?:[:)]|\.(?!\d)| [–—-] )\s*\S/u;
  return lead.exec(heading?.text ?? '')?.[1];
}

/**
 * Whether two proposals may not have the same number.
 * @param inEach whether each directory has its own numbers
 */
export function countTogether(
  one: Summary['proposal'],
  other: Summary['proposal'],
  inEach: boolean,
): boolean {
  return (
    // 168-2-title is the second part of 168-title.
    isPart(one) === isPart(other) &&
    isSameSeries(one, other) &&
    !areTranslations(one, other) &&
    !(inEach && one.directory !== other.directory)
  );
}

/** Whether front matter has another title than the heading, as where it was copied. */
function isTitleOfAnother({ title, titleLine, heading }: Summary): boolean {
  if (titleLine === undefined || title === undefined || heading?.level !== 1) return false;
  return titleForms(withoutNumber(heading.text)).normal !== titleForms(withoutNumber(title)).normal;
}

function addTo<Key>(map: Map<Key, Summary[]>, key: Key, summary: Summary): void {
  const list = map.get(key);
  if (list) list.push(summary);
  else map.set(key, [summary]);
}

/** Whether two names count the same: `CIP-1` and `CPS-1` do not. */
function isSameSeries(one: Summary['proposal'], other: Summary['proposal']): boolean {
  const [own, second] = [one, other].map(({ name }) => {
    const form = parseEntryName(name);
    return form.kind === 'number' ? form.prefix.toLowerCase() : '';
  });
  return own === second || own === '' || second === '';
}

function titleKey({ title = '' }: Summary): string {
  return `${titleForms(title).normal}\0${signsOf(title)}`;
}

/** The signs of a title that make it another one, as in C++ and C#, or `<=` and `>=`. */
function signsOf(title = ''): string {
  return title.replace(/[^+#<>=]|(?<=\S)\.|\.(?!\S)/g, '');
}

/** Whether two names are one in two languages, as `0001-use-git.md` and `0001-use-git.zh-CN.md` are. */
function areTranslations(one: Summary['proposal'], other: Summary['proposal']): boolean {
  const bare = ({ name }: Summary['proposal']) =>
    name.replace(/\.mdx?$/i, '').replace(/\.[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/, '');
  return one.name !== other.name && bare(one) === bare(other);
}

function isPart({ slug }: Summary['proposal']): boolean {
  return /^\d{1,2}[-_.]/.test(slug);
}
