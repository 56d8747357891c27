import { asksForSomething, type Block, isNotice, isSameBlock } from '../upgrade/guidance-blocks.ts';
import type { Finding } from './finding.ts';

/** A section whose blocks may be the template's. */
interface GuidedSection {
  lines: readonly string[];
  /** What the versions of the template say there. */
  said: readonly (readonly Block[])[];
  heading: string;
  hasParts: boolean;
  isRequired: boolean;
}

/** What is to be said of the template's explanations among the blocks of a section. */
export function guidanceFindings(
  blocks: readonly Block[],
  { lines, said, heading, hasParts, isRequired }: GuidedSection,
): Finding[] {
  const isLeft = (block: Block) =>
    said.some((version) => version.some((other) => isSameBlock(block, other))) &&
    asksForSomething(block) &&
    !isNotice(block) &&
    !isToStay(lines.slice(block.from, block.to));
  const left = blocks.filter(isLeft);
  const text = left.find(({ kind }) => kind !== 'comment');
  const hole = text ? undefined : holeAmong(blocks, lines, said);
  const first = text ?? hole ?? left[0];
  if (!first) return [];
  if (hole)
    return [{ code: 'guidance-left', heading, where: 'text', line: hole.from + 1, column: 1 }];
  const isAlone = !hasParts && left.length === blocks.length;
  const isWhole = text !== undefined && isAlone;
  if (isAlone && !isWhole && isRequired)
    return [{ code: 'section-empty', heading, isExplained: true, line: first.from + 1, column: 1 }];
  const where = isWhole ? 'whole' : text ? 'text' : 'comment';
  return [{ code: 'guidance-left', heading, where, line: first.from + 1, column: 1 }];
}

/** Whether lines are nothing but anchors, definitions of links and empty lines in HTML. */
export function saysNothing(lines: readonly string[]): boolean {
  return lines.every((line) => SAYS_NOTHING.test(line));
}

const SAYS_NOTHING =
  /^ {0,3}(?:\[[^\]^]+\]:[ \t]*<?(?:#|\/|\.{1,2}\/|[a-z][a-z\d+.-]*:|[\w%/-]+\.\w)\S*|<a[ \t]+(?:id|name)=[^<>]*>[ \t]*<\/a>|(?:&nbsp;|<br[ \t]*\/?>)+)[ \t]*$/i;

/** The first line with a place for words that is still as the template has it: `because {justification}`. */
function holeAmong(
  blocks: readonly Block[],
  lines: readonly string[],
  said: readonly (readonly Block[])[],
): { from: number } | undefined {
  const known = new Set(said.flat().flatMap(({ words }) => words.match(PLACE_FOR_WORDS) ?? []));
  if (known.size === 0) return undefined;
  for (const { from, to, kind } of blocks) {
    if (kind === 'comment' || kind === 'code') continue;
    const at = lines
      .slice(from, to)
      .findIndex((line) => line.match(PLACE_FOR_WORDS)?.some((each) => known.has(each)));
    if (at >= 0) return { from: from + at };
  }
  return undefined;
}

/** Words in braces; a name in an address or in code is none. */
const PLACE_FOR_WORDS = /(?<![`/\\$\w{])\{\p{L}[^{}]{4,80}\}(?![`/}])/gu;

/** Boxes to tick stay, ticked or not; so does the sentence that BCP 14 (RFC 8174) asks for. */
function isToStay(block: readonly string[]): boolean {
  const isBox = (line: string) => /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]/.test(line);
  const isItem = (line: string) => isBox(line) || /^[ \t]+(?![-*+\d \t])/.test(line);
  return (
    (isBox(block[0] ?? '') && block.every(isItem)) ||
    /\bare to be interpreted as described in\b/.test(block.join(' '))
  );
}
