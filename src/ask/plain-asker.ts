import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { holdSignals } from '../process.ts';
import { visible } from '../visible.ts';
import {
  type Asker,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type Reply,
  Stopped,
  type TextQuestion,
} from './asker.ts';

export interface PlainOptions {
  input: Readable;
  output: Writable;
  signal: AbortSignal;
}

const BACK = '<';
const END = '.';
const EMPTIED = '-';

/**
 * Asks line by line and never redraws, for screen readers (`ACCESSIBLE=1`). The terminal itself
 * edits the lines. Every question says how it ends.
 */
export class PlainAsker implements Asker {
  #lines: AsyncIterator<string> | undefined;
  #interface: Interface | undefined;
  #letGo: (() => Promise<void>) | undefined;

  constructor(private readonly options: PlainOptions) {}

  open(title: string): void {
    this.#interface = createInterface({ input: this.options.input, terminal: false });
    this.#lines = this.#interface[Symbol.asyncIterator]();
    this.#letGo ??= holdSignals();
    this.options.signal.addEventListener('abort', () => this.close(), { once: true });
    this.tell([`${title}. Enter ${BACK} to go back to the previous question. Ctrl-C cancels.`]);
  }

  tell(lines: readonly string[]): void {
    this.options.output.write(`\n${lines.join('\n')}\n`);
  }

  async show(text: readonly string[]): Promise<void> {
    this.tell(text);
  }

  /** Output that was read aloud cannot be removed. */
  takeBack(): void {}

  rest(): void {}

  close(): void {
    this.#interface?.close();
    void this.#letGo?.();
  }

  async text(question: TextQuestion): Promise<Reply<string>> {
    const { message, hint, initial, lines } = question;
    this.tell([message, hint].filter(Boolean));
    if (initial) this.#write(`Now: ${initial.split('\n').map(visible).join('\n')}`);
    this.#write(howToAnswer(question));
    for (;;) {
      const text =
        lines === 'many' ? await this.#paragraphs() : ((await this.#line()) ?? { back: '' });
      if (typeof text !== 'string' && question.canGoBack) return { kind: 'back', typed: text.back };
      const value = answerIn(text, question);
      const problem = problemOf(value, question);
      if (value !== undefined && problem === undefined) return { kind: 'answer', value };
      this.#write(`${problem}. Again:`);
    }
  }

  async chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>> {
    const { choices, canGoBack } = question;
    this.tell([question.message]);
    for (const [index, { label, hint }] of choices.entries())
      this.#write(`${index + 1}. ${label}${hint ? `. ${hint}` : ''}`);
    const back = canGoBack ? `, or ${BACK} to go back` : '';
    this.#write(`Enter a number from 1 to ${choices.length}${back}:`);
    for (;;) {
      const line = await this.#line();
      if (line === undefined && canGoBack) return { kind: 'back' };
      const choice = choices[Number(line) - 1];
      if (choice) return { kind: 'answer', value: choice.value };
      this.#write(`Enter a number from 1 to ${choices.length}:`);
    }
  }

  async chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>> {
    const { message, choices, initial, required, canGoBack } = question;
    const chosen = new Set<T>(initial);
    this.tell([message]);
    for (;;) {
      this.#list(choices, chosen);
      this.#write(
        'Enter the numbers to toggle, separated by spaces, or an empty line to continue.',
      );
      const line = await this.#line();
      if (line === undefined && canGoBack) return { kind: 'back' };
      if (line === '' && !(required && chosen.size === 0)) break;
      this.#switchAll(chosen, choices, line ?? '');
    }
    const value = choices.map((each) => each.value).filter((each) => chosen.has(each));
    return { kind: 'answer', value };
  }

  #list<T extends string>(choices: ChoiceQuestion<T>['choices'], chosen: ReadonlySet<T>): void {
    for (const [index, { value, label, hint }] of choices.entries()) {
      const state = chosen.has(value) ? 'yes' : 'no';
      this.#write(`${index + 1}. ${label}: ${state}${hint ? `. ${hint}` : ''}`);
    }
  }

  #switchAll<T extends string>(
    chosen: Set<T>,
    choices: ChoiceQuestion<T>['choices'],
    line: string,
  ): void {
    if (line === '') this.#write('Nothing is selected yet.');
    for (const number of line.split(/[\s,]+/).filter(Boolean))
      this.#switch(chosen, choices, number);
  }

  #switch<T extends string>(
    chosen: Set<T>,
    choices: ChoiceQuestion<T>['choices'],
    number: string,
  ): void {
    const choice = choices[Number(number) - 1];
    if (!choice) this.#write(`There is no ${number}.`);
    else if (!chosen.delete(choice.value)) chosen.add(choice.value);
  }

  #write(text: string): void {
    this.options.output.write(`${text}\n`);
  }

  async #paragraphs(): Promise<string | { back: string }> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.#next(lines);
      if (line === BACK) return { back: lines.join('\n') };
      if (line === END || (line === '' && lines.length === 0)) return lines.join('\n');
      if (line === EMPTIED && lines.length === 0) return EMPTIED;
      lines.push(line);
    }
  }

  async #line(): Promise<string | undefined> {
    const line = (await this.#next([])).trim();
    return line === BACK ? undefined : line;
  }

  async #next(before: readonly string[]): Promise<string> {
    const next = await this.#lines?.next();
    if (!next || next.done) throw new Stopped(before.join('\n'));
    return next.value;
  }
}

/** What a line means as an answer; undefined if the user wants to go back from the first question. */
function answerIn(
  text: string | { back: string },
  { initial, proposal }: TextQuestion,
): string | undefined {
  if (typeof text !== 'string') return undefined;
  return text === EMPTIED ? '' : text || initial || (proposal ?? '');
}

function problemOf(
  value: string | undefined,
  { validate, empty }: TextQuestion,
): string | undefined {
  if (value === undefined) return 'This is the first question';
  const isMissing = value.trim() === '' && empty === undefined;
  return validate?.(value) ?? (isMissing ? 'An answer is required' : undefined);
}

function howToAnswer({ initial, lines, empty, proposal }: TextQuestion): string {
  const isMany = lines === 'many';
  const ends = isMany ? `Any number of lines; end with ${END} on its own line` : 'One line';
  if (initial)
    return `${ends}. An empty line keeps the current text${empty === undefined ? '' : `; a line with ${EMPTIED} clears it`}.`;
  if (proposal)
    return `${ends}. An empty line accepts "${proposal}"; a line with ${EMPTIED}: ${empty ?? 'nothing'}.`;
  return empty === undefined ? `${ends}.` : `${ends}. An empty line: ${empty}.`;
}
