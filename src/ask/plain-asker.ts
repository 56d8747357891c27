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

/**
 * Asks line by line and never redraws what stands, for screen readers (`ACCESSIBLE=1`). The terminal itself
 * edits the lines.
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
    this.tell([`${title}. A line with ${BACK} goes back to the question before. Ctrl-C cancels.`]);
  }

  tell(lines: readonly string[]): void {
    this.options.output.write(`\n${lines.join('\n')}\n`);
  }

  close(): void {
    this.#interface?.close();
    void this.#letGo?.();
  }

  async text(question: TextQuestion): Promise<Reply<string>> {
    const { message, hint, initial, lines, validate } = question;
    this.tell([message, hint].filter(Boolean));
    if (initial)
      this.#write(`Now: ${initial.split('\n').map(visible).join('\n')}\nAn empty line keeps it.`);
    if (lines === 'many') this.#write(`Any number of lines; a line with ${END} ends them.`);
    for (;;) {
      const text =
        lines === 'many' ? await this.#paragraphs() : ((await this.#line()) ?? { back: '' });
      if (typeof text !== 'string') return { kind: 'back', typed: text.back };
      const value = text === '' ? initial : text;
      const problem = validate?.(value);
      if (problem === undefined) return { kind: 'answer', value };
      this.#write(`${problem}. Again:`);
    }
  }

  async chooseOne<T extends string>({ message, choices }: ChoiceQuestion<T>): Promise<Reply<T>> {
    this.tell([message]);
    for (const [index, { label }] of choices.entries()) this.#write(`${index + 1}. ${label}`);
    this.#write(`A number from 1 to ${choices.length}:`);
    for (;;) {
      const line = await this.#line();
      if (line === undefined) return { kind: 'back' };
      const choice = choices[Number(line) - 1];
      if (choice) return { kind: 'answer', value: choice.value };
      this.#write(`A number from 1 to ${choices.length}:`);
    }
  }

  async chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>> {
    const { message, choices, initial } = question;
    const chosen = new Set<T>(initial);
    this.tell([message]);
    for (;;) {
      for (const [index, { value, label, hint }] of choices.entries()) {
        const state = chosen.has(value) ? 'yes' : 'no';
        this.#write(`${index + 1}. ${label}: ${state}${hint ? `. ${hint}` : ''}`);
      }
      this.#write('Numbers to switch, separated by spaces, or an empty line to go on.');
      const line = await this.#line();
      if (line === undefined) return { kind: 'back' };
      if (line === '') break;
      for (const number of line.split(/[\s,]+/)) this.#switch(chosen, choices, number);
    }
    return {
      kind: 'answer',
      value: choices.map(({ value }) => value).filter((value) => chosen.has(value)),
    };
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
