import { foldedSpace } from '../folded-space.ts';
import { closesFence, openingFence } from '../markdown/fence.ts';

/** Lines that belong together: a paragraph, a list, a fence or a comment. Lines are counted from 0. */
export interface Block {
  readonly from: number;
  /** The line behind it. */
  readonly to: number;
  /** Its words, white space and wrapping aside. */
  readonly words: string;
  readonly firstWord: string;
  readonly kind: 'text' | 'comment' | 'code' | 'table';
}

/** The blocks of some lines of a text. */
export function blocksBetween(lines: readonly string[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let line = from; line < to; line++) {
    if (isBlank(lines[line]) || THEMATIC_BREAK.test(lines[line] ?? '')) continue;
    const end = Math.min(to, endOfBlock(lines, line, to));
    blocks.push(new LinesBlock(lines, line, end));
    line = end - 1;
  }
  return blocks;
}

/** A line across the page says nothing (CommonMark 0.31.2, section 4.1). */
export const THEMATIC_BREAK = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Whether two blocks say the same, in the same form. */
export function isSameBlock(one: Block | undefined, other: Block | undefined): boolean {
  return (
    one !== undefined &&
    one.kind === other?.kind &&
    one.firstWord === other.firstWord &&
    one.words === other.words
  );
}

/** Whether a block asks for something: a value, a table, code or a statement may be what people mean as well. */
export function asksForSomething(block: Pick<Block, 'words' | 'kind'>): boolean {
  if (block.kind !== 'text') return block.kind === 'comment';
  return isAsked(block) || distinctWords(withoutTargets(block)).size >= MANY_WORDS;
}

/** Whether a block is a legal notice or such, which stays as it is. */
export function isNotice({ words }: Pick<Block, 'words'>): boolean {
  return LEGAL.test(words) && !ASKS.test(words);
}

/** Whether a block that asks for something may be a statement all the same, which its authors agree with. */
export function mayState(block: Pick<Block, 'words' | 'kind'>): boolean {
  if (block.kind !== 'text' || isAsked(block)) return false;
  if (isNotice(block)) return true;
  return SAYS_WHAT_IS.test(block.words) && !SPEAKS_TO_AUTHORS.test(block.words);
}

const VERBS =
  'please|describe|explain|list|say|add|write|provide|include|give|state|summari[sz]e|define|discuss|detail|outline|specify|mention|consider|use|remove|replace|delete|fill|read|note|ask|copy|rename|keep|make sure|do not|don.t|ensure|try|think|start|avoid';
const ASKS = new RegExp(
  String.raw`[?<{[]|\.\.\.|…|\bT(?:ODO|BD)\b|^(?:\W*)(?:${VERBS}|what|why|how|who|when|which|where|are|is|should|this section|these|here|if|(?:(?:one|two|three|a few|some|several|short|brief|\d+)(?: or \w+)? )+(?:paragraphs?|sentences?|notes?|lines?|bullets?)|(?:a |an |one |the )?(?:brief|short|concise|high-level|one-paragraph|paragraph|overview|explanation|description|list|summary) (?:of|explanation|description|summary|overview|introduction|list|describing|explaining))\b`,
  'i',
);
/** Templates write in italics what is to be written instead. */
const IN_ITALICS = /^(?:[-*+] )?([*_])(?=[^\s*_])[^*_]*\s[^*_]*\1$/;
/** Japanese, Chinese and Korean set no spaces between words to count. */
const ASKS_IN_IDEOGRAPHS =
  /ください|下さい|请|請|描述|说明|說明|填写|填寫|列出|記述|記載|作成|하세요|해\s?주세요|설명|작성|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{12}/u;
const MANY_WORDS = 8;

/** What is said to whoever writes, in any of the sentences. */
const SPEAKS_TO_AUTHORS = new RegExp(
  String.raw`\b(?:you|yours?|yourself|authors?|reviewers?|readers?|this (?:section|template|part)|th(?:is|e) (?:document|proposal) should|if applicable|e\.g\.|for (?:example|instance))\b|(?:[.!:;] )(?:${VERBS})\b`,
  'i',
);

/** A sentence that says what is so, and no description of what is to be written. */
const SAYS_WHAT_IS =
  /^(?:\W{0,3}[A-Za-z][\w'’-]*[”"*_`]?,?\s+){1,8}(?:is|are|was|were|will|has|have|does|do|must|shall|may|can|cannot|needs?|requires?|supports?|applies|apply)\b/;
const LEGAL =
  /\b(?:licen[cs]ed?|lizenz\w*|copyright|public domain|CC0|interpreted as described)\b/i;

/** The share of words that two texts have in common; all of them where they are the same. */
export function alikeness(one: string, other: string): number {
  const [first, second] = [distinctWords(one), distinctWords(other)];
  if (first.size > 1 && foldedSpace(one) === foldedSpace(other)) return 1;
  if (first.size < FEW_WORDS || second.size < FEW_WORDS) return 0;
  const common = [...first].filter((word) => second.has(word)).length;
  return common / (first.size + second.size - common);
}

const FEW_WORDS = 4;

/** The words of a text, each once. */
export function distinctWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** How alike explanations are that ask for the same in other words. */
export const SAME_GUIDANCE = 0.6;

function isAsked(block: Pick<Block, 'words'>): boolean {
  const said = withoutTargets(block);
  return ASKS.test(said) || IN_ITALICS.test(said) || ASKS_IN_IDEOGRAPHS.test(said);
}

function withoutTargets({ words }: Pick<Block, 'words'>): string {
  return words.replace(/\[([^[\]]*)\](?:\([^()]*\)|: \S+)/g, '$1');
}

/** A block of lines, whose words are put together when somebody asks for them: most are never compared. */
class LinesBlock implements Block {
  readonly kind: Block['kind'];
  #words: string | undefined;

  constructor(
    private readonly lines: readonly string[],
    readonly from: number,
    readonly to: number,
  ) {
    this.kind = kindOf(lines[from] ?? '');
  }

  get firstWord(): string {
    return /\S+/.exec(this.lines[this.from] ?? '')?.[0] ?? '';
  }

  get words(): string {
    this.#words ??= foldedSpace(this.lines.slice(this.from, this.to).join(' '));
    return this.#words;
  }
}

function kindOf(first: string): Block['kind'] {
  if (/^ {0,3}<!--/.test(first)) return 'comment';
  // A definition of a link is for the parser.
  if (openingFence(first) || /^(?: {4}|\t| {0,3}\[[^\]]+\]:[ \t]*\S)/.test(first)) return 'code';
  return /^\s*\|/.test(first) ? 'table' : 'text';
}

function endOfBlock(lines: readonly string[], from: number, to: number): number {
  const first = lines[from] ?? '';
  const fence = openingFence(first);
  const closes = fence
    ? (line: string) => closesFence(line, fence)
    : /^\s*<!--/.test(first) && !first.includes('-->')
      ? (line: string) => line.includes('-->')
      : undefined;
  if (!closes) return firstLine(lines, { from: from + 1, to }, isBlank);
  return firstLine(lines, { from: from + 1, to }, (line) => closes(line ?? '')) + 1;
}

function firstLine(
  lines: readonly string[],
  { from, to }: { from: number; to: number },
  is: (line: string | undefined) => boolean,
): number {
  for (let line = from; line < to; line++) if (is(lines[line])) return line;
  return to;
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === '';
}
