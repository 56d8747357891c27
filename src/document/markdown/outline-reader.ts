import type { Token } from 'markdown-it';
import { tokensOf } from './blocks.ts';
import { closesFence } from './fence.ts';
import type { Heading, HidingBlock, Outline } from './heading.ts';

/**
 * Reads the outline of lines part after part, each from one heading at the start of a line to the next: such a
 * heading ends every block but an open fence or HTML at the top level. Fences and comments at the start of a line are
 * told at once; a part is parsed where another line may hide a heading, or be one in another form.
 */
export class OutlineReader {
  readonly #headings: Heading[] = [];
  readonly #hiding: HidingBlock[] = [];
  /** Where the part begins, and how many hiding blocks there were before it. */
  #from = 0;
  #before = 0;
  #isPlain = true;
  /** A part whose end was hidden is parsed again when it has become twice as long. */
  #next = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly starts: readonly number[],
    private readonly length: number,
  ) {}

  read(): Outline {
    const { lines, starts } = this;
    for (let line = 0; line <= lines.length; line++) {
      const isEnd = line === lines.length;
      if (isEnd || isHeadingLine(lines[line] ?? '')) this.#end(line, isEnd);
      else line = this.#skip(line);
    }
    return { headings: this.#headings, hiding: this.#hiding, lines, starts };
  }

  /** Ends the part before a line, but where something that has begun in it may hide that line. */
  #end(line: number, isLast: boolean): void {
    if (this.#isPlain) {
      if (line > 0) this.#addFirst();
      this.#begin(line);
    } else if (isLast || line >= this.#next) {
      this.#begin(this.#parse(line, isLast));
      this.#next = line + (line - this.#from);
      this.#isPlain = this.#from === line;
    }
  }

  /** The last line of what begins in a line of a plain part, which may be plain no more. */
  #skip(line: number): number {
    const hiding = this.#isPlain ? this.#hidingAt(line) : undefined;
    if (!hiding) {
      this.#isPlain &&= !mayHide(this.lines, line);
      return line;
    }
    this.#hiding.push(hiding);
    return hiding.to - 1;
  }

  #begin(line: number): void {
    this.#from = line;
    this.#before = this.#hiding.length;
  }

  /** A fence or a comment at the start of a line, which ends every other block that is open. */
  #hidingAt(from: number): HidingBlock | undefined {
    const text = this.lines[from] ?? '';
    const code = text.charCodeAt(0);
    if (code === LESS_THAN && text.startsWith('<!--')) {
      const last = this.#find(from, (line) => line.includes('-->'));
      return { type: 'html_block', from, to: last + 1, markup: '' };
    }
    if (code !== BACKTICK && code !== TILDE) return undefined;
    const markup = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0];
    if (markup === undefined) return undefined;
    const last = this.#find(from + 1, (line) => closesFence(line, markup));
    return { type: 'fence', from, to: last + 1, markup };
  }

  #find(from: number, is: (line: string) => boolean): number {
    for (let line = from; line < this.lines.length; line++) {
      if (is(this.lines[line] ?? '')) return line;
    }
    return this.lines.length - (this.lines.at(-1) === '' ? 2 : 1);
  }

  /** Adds the heading that the part begins with, if it does. */
  #addFirst(): void {
    const text = this.lines[this.#from] ?? '';
    if (!isHeadingLine(text)) return;
    const level = /^#+/.exec(text)?.[0].length ?? 1;
    this.#addHeading({
      line: this.#from,
      end: this.#from + 1,
      level,
      title: wordsOfHeading(text, level),
    });
  }

  #addHeading(of: { line: number; end: number; level: number; title: string }): void {
    const { line, end, level, title } = of;
    const [start = this.length, bodyStart = this.length] = [this.starts[line], this.starts[end]];
    this.#headings.push({ level, title, line, start, bodyStart });
  }

  /** Adds what a parser finds in the part, and says from which line on has to be read again. */
  #parse(to: number, isEnd: boolean): number {
    const from = this.#from;
    this.#hiding.length = this.#before;
    const tokens = tokensOf(this.lines.slice(from, isEnd ? to : to + 1));
    const last = tokens.findLast((token) => token.type === 'heading_open' && token.level === 0);
    // The last heading is the line behind the part, but where something hides it.
    const restart = isEnd ? to : from + (last?.map?.[0] ?? 0);
    tokens.forEach((token, index) => {
      if (token.level !== 0 || !token.map) return;
      const [line, end] = [from + token.map[0], from + token.map[1]];
      if (line >= restart) return;
      if (token.type === 'heading_open') {
        const title = tokens[index + 1]?.content ?? '';
        this.#addHeading({ line, end, level: levelOf(token), title });
      } else if (token.type === 'fence' || token.type === 'html_block') {
        this.#hiding.push({ type: token.type, from: line, to: end, markup: token.markup });
      }
    });
    return restart;
  }
}

const [HASH, LESS_THAN, BACKTICK, TILDE] = [0x23, 0x3c, 0x60, 0x7e];

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

/** The words of an ATX heading at the start of a line, without closing hashes (CommonMark 0.31.2, section 4.2). */
function wordsOfHeading(line: string, level: number): string {
  const words = trimmed(line.slice(level).replaceAll('\0', '\uFFFD'));
  let end = words.length;
  while (words.charCodeAt(end - 1) === HASH) end--;
  const isClosed = end === 0 || isSpace(words.charCodeAt(end - 1));
  return isClosed ? trimmed(words.slice(0, end)) : words;
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isHeadingLine(line: string): boolean {
  return line.charCodeAt(0) === HASH && /^#{1,6}(?:[ \t]|$)/.test(line);
}

/** Whether a line may begin what hides a heading, or be a heading that does not begin with `#`. */
function mayHide(lines: readonly string[], line: number): boolean {
  const text = lines[line] ?? '';
  if (!/^(?:[ \t]+#|[ \t]*(?:`{3}|~{3}|<|=|-+[ \t]*$))/.test(text)) return false;
  return !/^[ \t]*-+[ \t]*$/.test(text) || !/^[ \t]*$/.test(lines[line - 1] ?? '');
}
