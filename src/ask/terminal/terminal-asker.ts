import type { ReadStream, WriteStream } from 'node:tty';
import { intro } from '@clack/prompts';
import { messageOf } from '../../failure.ts';
import { holdSignals, onContinue, suspendJob } from '../../process.ts';
import {
  type Asker,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type Reply,
  Stopped,
  type TextQuestion,
} from '../asker.ts';
import { shown } from '../graphemes.ts';
import { barred } from './frame.ts';
import { type Key, KeyInput, keyName } from './key-input.ts';
import { ChoicePrompt, ChoicesPrompt } from './list-prompt.ts';
import { Pager } from './pager.ts';
import type { Ending, Prompt } from './prompt.ts';
import { Screen } from './screen.ts';
import { TextPrompt } from './text-prompt.ts';

export interface TerminalOptions {
  input: ReadStream;
  output: WriteStream;
  signal: AbortSignal;
  editor: string;
  edit(text: string): Promise<string>;
}

/** Milliseconds until a stop of the job takes effect. */
const STOP_DELAY = 30;

export class TerminalAsker implements Asker {
  readonly #keys: KeyInput;
  readonly #screen: Screen;
  #letGo: (() => Promise<void>) | undefined;
  #isAsleep = false;
  #wokeAt = 0;

  constructor(private readonly options: TerminalOptions) {
    const { input, output } = options;
    this.#keys = new KeyInput(input, output);
    this.#screen = new Screen(output);
  }

  open(title: string): void {
    this.#letGo ??= holdSignals();
    this.options.output.on('error', ignore);
    this.#keys.open();
    this.#screen.open();
    intro(title, { output: this.options.output });
  }

  tell(lines: readonly string[]): void {
    const { size } = this.#screen;
    this.#screen.tell(['', ...lines].flatMap((line) => barred(line, 'answer', size)));
  }

  async show(text: readonly string[]): Promise<void> {
    await this.#run(new Pager(text));
  }

  close(): void {
    this.#screen.close();
    this.#keys.close();
    void this.#letGo?.();
    this.#letGo = undefined;
  }

  rest(): void {
    this.#screen.close();
    this.#keys.close();
  }

  takeBack(): void {
    this.#screen.takeBack();
  }

  text(question: TextQuestion): Promise<Reply<string>> {
    return this.#run(new TextPrompt(question));
  }

  chooseOne<T extends string>(question: ChoiceQuestion<T>): Promise<Reply<T>> {
    return this.#run(new ChoicePrompt(question));
  }

  chooseMany<T extends string>(question: ChoicesQuestion<T>): Promise<Reply<T[]>> {
    return this.#run(new ChoicesPrompt(question));
  }

  async #run<T>(prompt: Prompt<T>): Promise<Reply<T>> {
    for (;;) {
      const ending = await this.#until(prompt);
      if (ending.kind === 'editor') {
        if (prompt instanceof TextPrompt) await this.#edit(prompt);
        continue;
      }
      const { size } = this.#screen;
      const lines = ending.kind === 'back' ? [] : prompt.lastFrame(size, ending.kind);
      if (lines.length > 0) this.#screen.keep(lines);
      else this.#screen.draw([]);
      if (ending.kind === 'stop') throw new Stopped(ending.typed);
      return ending;
    }
  }

  #until<T>(prompt: Prompt<T>): Promise<Ending<T>> {
    const { output, signal } = this.options;
    const frame = () => prompt.frame(this.#screen.size);
    return new Promise((resolve) => {
      const end = (ending: Ending<T>) => {
        mute();
        awake();
        output.off('resize', resized);
        signal.removeEventListener('abort', stopped);
        resolve(ending);
      };
      const stopped = () => end({ kind: 'stop', typed: prompt.typed });
      const resized = () => this.#screen.redraw(frame(), false);
      const mute = this.#keys.listen((text: string | undefined, key: Key) => {
        if (keyName(key) === 'ctrl+z') return this.#suspend(frame);
        const ending = prompt.press(text, key);
        if (ending) end(ending);
        else this.#screen.draw(frame());
      });
      const awake = onContinue(() => this.#wake(frame));
      output.on('resize', resized);
      signal.addEventListener('abort', stopped);
      this.#keys.open();
      if (signal.aborted) stopped();
      else this.#screen.draw(frame());
    });
  }

  /** Stops the whole job, with the terminal restored; continues if there is no shell. */
  #suspend(frame: () => string[]): void {
    this.#isAsleep = true;
    this.#screen.suspend();
    this.#keys.close();
    suspendJob();
    setTimeout(() => this.#isAsleep && this.#wake(frame), STOP_DELAY);
  }

  #wake(frame: () => string[]): void {
    // A resumed job gets a signal; by then, the time within which it should stop is also over.
    const hasJustWoken = Date.now() - this.#wokeAt < STOP_DELAY * 10;
    if (!this.#isAsleep && hasJustWoken) return;
    this.#isAsleep = false;
    this.#wokeAt = Date.now();
    this.#keys.reopen();
    this.#screen.redraw(frame(), true);
  }

  async #edit(prompt: TextPrompt): Promise<void> {
    const { editor } = this.options;
    this.#screen.leave(`Waiting for ${shown(editor)}: close the text there to continue`);
    this.#keys.close();
    try {
      prompt.replace((await this.options.edit(prompt.typed)).replace(/(?<![\r\n])[\r\n]+$/, ''));
    } catch (error) {
      prompt.problem = messageOf(error);
    } finally {
      this.#keys.open();
      this.#screen.comeBack();
    }
  }
}

function ignore(): void {}
