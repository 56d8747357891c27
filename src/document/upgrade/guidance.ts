import { bestChain } from '../alignment/best-chain.ts';
import type { Outline } from '../markdown/heading.ts';
import {
  alikeness,
  asksForSomething,
  type Block,
  blocksBetween,
  isSameBlock,
  mayState,
  SAME_GUIDANCE,
} from './guidance-blocks.ts';
import type { UpgradeDoubt } from './upgrade-result.ts';

/** Lines of a text. */
export interface TextLines {
  lines: readonly string[];
  from: number;
  to: number;
}

/** Lines of a document that say what the old template said, and what they say in the new one; nothing to take out. */
export interface GuidanceEdit {
  from: number;
  /** The line behind the old words, or where they go, behind the blank lines after them. */
  to: number;
  was: string;
  says: string;
  /** Why somebody has to decide; undefined where nobody has. */
  doubt: UpgradeDoubt | undefined;
}

/** The lines under a heading of a text, up to the next heading; under none, those before the first one. */
export function ownLines(
  { headings, lines, starts }: Outline,
  heading: number | undefined,
): TextLines {
  const next = headings[heading === undefined ? 0 : heading + 1];
  const own = heading === undefined ? undefined : headings[heading];
  let from = own ? own.line + 1 : 0;
  while (own && from < lines.length && (starts[from] ?? 0) < own.bodyStart) from++;
  return { lines, from, to: next?.line ?? lines.length };
}

/** The blocks of some lines. */
export function blocksIn({ lines, from, to }: TextLines): Block[] {
  return blocksBetween(lines, from, to);
}

/**
 * Where the explanations of an old template stand in a document word for word, and what the new one says instead.
 * Words that people may have written as well are left alone, and so is all that the new one still says.
 * @param today the words of each block of the new template
 */
export function guidanceEdits(
  document: TextLines,
  old: readonly Block[],
  now: TextLines,
  today: ReadonlySet<string>,
): GuidanceEdit[] {
  const [own, fresh] = [blocksIn(document), blocksIn(now)];
  // What a table of contents lists are the sections of its own document.
  if (old.some(isContents)) return [];
  if (old.length === 0 || isSame(old, fresh) || isSame(own, fresh)) return [];
  if (isSame(own, old)) {
    if (!old.some(asksForSomething)) return [];
    // What asks for nothing may be an answer that is the same as the template's.
    const gone = hunksOf(old, fresh).flatMap((hunk) => hunk.gone);
    const isMeant = mayBeMeant(old, fresh) || gone.some(mayAnswer);
    const doubt = isMeant ? 'statement' : undefined;
    return [
      editOf(document, { own, first: 0, count: own.length }, textOfBlocks(now, fresh), doubt),
    ];
  }
  const hunks = hunksOf(old, fresh).flatMap((hunk) => partsIn(own, hunk));
  return hunks.flatMap(({ gone, come }) => {
    const first = onlyPlaceOf(own, gone);
    const isOurs = gone.every((block) => asksForSomething(block) && !today.has(block.words));
    if (first === undefined || !isOurs) return [];
    // Somebody has the new words already.
    if (come.length > 0 && onlyPlaceOf(own, come) !== undefined) return [];
    const next = own[first + gone.length];
    const isAnswered = next !== undefined && !old.some((block) => isSameBlock(block, next));
    const doubt = doubtAbout({ gone, come }, isAnswered && !today.has(next.words));
    return [editOf(document, { own, first, count: gone.length }, textOfBlocks(now, come), doubt)];
  });
}

function mayAnswer(block: Block): boolean {
  return !asksForSomething(block) && !/^\[[^\]]+\]:/.test(block.words);
}

/** @param isAnswered whether what people wrote stands below it */
function doubtAbout({ gone, come }: Hunk, isAnswered: boolean): UpgradeDoubt | undefined {
  if (mayBeMeant(gone, come)) return 'statement';
  if (!isAnswered) return undefined;
  if (come.length === 0 || isOtherQuestion(wordsOfBlocks(gone), wordsOfBlocks(come)))
    return 'above-answer';
  const wasHidden = gone.every(({ kind }) => kind === 'comment');
  return wasHidden && come.some(({ kind }) => kind !== 'comment') ? 'was-hidden' : undefined;
}

function mayBeMeant(was: readonly Block[], says: readonly Block[]): boolean {
  return was.some((block) => mayState(block) && !says.some((other) => isSameBlock(block, other)));
}

/** Whether a block is a list of links to headings, perhaps with the mark of its generator. */
function isContents({ words }: Block): boolean {
  return (words.match(/\]\(#[^()\s]*\)/g)?.length ?? 0) > 1;
}

/** Whether an answer to a question would stand below another one. */
function isOtherQuestion(was: string, says: string): boolean {
  return /\?(?:[*_)\s]|-->)*$/.test(was) && alikeness(was, says) < SAME_GUIDANCE;
}

function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ words }) => words).join(' ');
}

function isSame(one: readonly Block[], other: readonly Block[]): boolean {
  return one.length === other.length && one.every((block, at) => isSameBlock(block, other[at]));
}

interface Hunk {
  gone: Block[];
  come: Block[];
}

function hunksOf(old: readonly Block[], fresh: readonly Block[]): Hunk[] {
  const rows = old.map((block) => {
    const same = fresh.flatMap((other, at) =>
      isSameBlock(block, other) ? [[at, { value: 1 }] as const] : [],
    );
    return new Map(same);
  });
  const chain = bestChain(rows);
  const hunks: Hunk[] = [];
  let hunk: Hunk = { gone: [], come: [] };
  let next = 0;
  const close = () => {
    if (hunk.gone.length > 0) hunks.push(hunk);
    hunk = { gone: [], come: [] };
  };
  old.forEach((block, at) => {
    const kept = chain[at];
    if (kept === undefined) {
      hunk.gone.push(block);
      return;
    }
    hunk.come.push(...fresh.slice(next, kept));
    next = kept + 1;
    close();
  });
  hunk.come.push(...fresh.slice(next));
  close();
  return hunks;
}

/** A hunk whose words do not stand together in a text, such as those above a table that is filled in, block by block. */
function partsIn(own: readonly Block[], hunk: Hunk): Hunk[] {
  const { gone, come } = hunk;
  const isPaired =
    come.length === 0 ||
    (gone.length === come.length && gone.every(({ kind }, at) => kind === come[at]?.kind));
  if (gone.length < 2 || !isPaired || onlyPlaceOf(own, gone) !== undefined) return [hunk];
  return gone.map((block, at) => ({ gone: [block], come: come.slice(at, at + 1) }));
}

/** Where some blocks stand one after another in a text; undefined where that is nowhere, or in several places. */
function onlyPlaceOf(own: readonly Block[], blocks: readonly Block[]): number | undefined {
  const places = own.flatMap((_, first) =>
    blocks.every((block, at) => isSameBlock(block, own[first + at])) ? [first] : [],
  );
  return places.length === 1 ? places[0] : undefined;
}

function editOf(
  { lines, to: end }: TextLines,
  { own, first, count }: { own: readonly Block[]; first: number; count: number },
  says: string,
  doubt: UpgradeDoubt | undefined,
): GuidanceEdit {
  const [from, last] = [own[first]?.from ?? end, own[first + count - 1]?.to ?? end];
  const was = lines.slice(from, last).join('\n');
  if (says !== '') return { from, to: last, was, says, doubt };
  // What is taken out takes the blank lines behind it along.
  return { from, to: own[first + count]?.from ?? end, was, says, doubt };
}

function textOfBlocks({ lines }: TextLines, blocks: readonly Block[]): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last ? lines.slice(first.from, last.to).join('\n') : '';
}
