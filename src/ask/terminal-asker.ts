import type { ReadStream, WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { autocomplete, intro, isCancel, log, multiselect, select } from '@clack/prompts';
import { messageOf } from '../failure.ts';
import {
  type Asker,
  type Choice,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type Reply,
  Stopped,
  type TextQuestion,
} from './asker.ts';
import { type Key, KeyInput } from './key-input.ts';
import { asTyped, TextPrompt } from './text-prompt.ts';

export interface TerminalOptions {
  input: ReadStream;
  output: WriteStream;
  signal: AbortSignal;
  edit(text: string): Promise<string>;
}

export class TerminalAsker implements Asker {
  readonly #keys: KeyInput;

  constructor(private readonly options: TerminalOptions) {
    this.#keys = new KeyInput(options.input, options.output);
  }

  open(title: string): void {
    this.#keys.open();
    intro(styleText('inverse', ` ${title} `), { output: this.options.output });
  }

  tell(lines: readonly string[]): void {
    log.message(lines.join('\n'), { output: this.options.output });
  }

  close(): void {
    this.#keys.close();
  }

  async text(question: TextQuestion): Promise<Reply<string>> {
    let initial = question.initial;
    for (;;) {
      const prompt = new TextPrompt({
        ...question,
        initial,
        validate: question.validate ?? (() => undefined),
        input: this.#keys,
        output: this.options.output,
        // One for each prompt, which never takes its listener off: Node warns of more than ten.
        signal: AbortSignal.any([this.options.signal]),
      });
      const outcome = await prompt.prompt();
      const { text } = prompt.buffer;
      if (outcome === undefined || isCancel(outcome)) throw new Stopped(text);
      if (outcome.kind === 'back') return { kind: 'back', typed: text };
      if (outcome.kind === 'submitted') return { kind: 'answer', value: text };
      initial = asTyped(await this.#edit(text), question.lines);
    }
  }

  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>> {
    const { message, choices, searchable } = question;
    return this.#ask(async (io) => {
      const prompt = searchable ? autocomplete : select;
      const chosen = await prompt({ message, options: options(choices), ...io });
      return isCancel(chosen) ? undefined : valueIn(choices, chosen);
    });
  }

  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>> {
    const { message, choices, initial } = question;
    return this.#ask(async (io) => {
      const chosen = await multiselect({
        message: message,
        options: options(choices),
        initialValues: [...initial],
        required: false,
        ...io,
      });
      return isCancel(chosen)
        ? undefined
        : choices.map(({ value }) => value).filter((value) => chosen.includes(value));
    });
  }

  /** Runs one of Clack's own prompts, with Escape, Ctrl-D and Shift-Tab on top of its keys. */
  async #ask<T>(prompt: (io: PromptStreams) => Promise<T | undefined>): Promise<Reply<T>> {
    const leaving = new AbortController();
    let isBack = false;
    const watch = (_: string | undefined, key: Key) => {
      isBack = key.name === 'tab' && key.shift === true;
      if (isBack || key.name === 'esc' || (key.ctrl && key.name === 'd')) leaving.abort();
    };
    this.#keys.on('keypress', watch);
    try {
      const signal = AbortSignal.any([leaving.signal, this.options.signal]);
      const value = await prompt({ input: this.#keys, output: this.options.output, signal });
      if (value !== undefined) return { kind: 'answer', value };
      if (isBack) return { kind: 'back' };
      throw new Stopped('');
    } finally {
      this.#keys.off('keypress', watch);
    }
  }

  async #edit(text: string): Promise<string> {
    this.#keys.close();
    try {
      return (await this.options.edit(text)).replace(/(?<![\r\n])[\r\n]+$/, '');
    } catch (error) {
      log.warn(messageOf(error), {
        output: this.options.output,
      });
      return text;
    } finally {
      this.#keys.open();
    }
  }
}

interface PromptStreams {
  input: KeyInput;
  output: WriteStream;
  signal: AbortSignal;
}

function options(choices: readonly Choice<string>[]) {
  return choices.map(({ value, label, hint }) => ({ value, label, ...(hint && { hint }) }));
}

function valueIn<T extends string>(choices: readonly Choice<T>[], chosen: string): T | undefined {
  return choices.find(({ value }) => value === chosen)?.value;
}
