import {
  type Asker,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type Reply,
  Stopped,
  type TextQuestion,
} from './asker.ts';
import type { Asked, Progress, Value } from './progress.ts';

class Back extends Error {}

/**
 * Questions that depend on each other. Going back is exact because nothing has to be undone: the questions are
 * asked from the beginning, and the interview itself gives all answers but the last.
 */
export class Interview {
  #next = 0;
  #told: string[] = [];
  #asker: Asker | undefined;

  /** @param open is called when the first question has to be asked */
  constructor(
    private readonly open: () => Promise<Asker>,
    readonly progress: Progress = { given: [], drafts: {} },
    private readonly onProgress: (isTyping: boolean) => void = () => undefined,
  ) {}

  /**
   * Asks the questions of a function, from the beginning whenever the user goes back. It must only ask.
   * @throws Stopped when the user stops
   */
  async conduct<T>(questions: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await questions();
      } catch (error) {
        if (!this.goesBack(error)) throw error;
      }
    }
  }

  /** Whether questions ended because the user went back: then they are asked from the beginning. */
  goesBack(error: unknown): boolean {
    if (!(error instanceof Back)) return false;
    this.#next = 0;
    this.#told = [];
    return true;
  }

  tell(lines: readonly string[]): void {
    if (!this.#isRepeating) this.#told.push(...lines);
  }

  async show(lines: readonly string[]): Promise<void> {
    if (!this.#isRepeating) await (await this.#opened()).show(lines);
  }

  async text({ id, ...question }: Asked<TextQuestion>): Promise<string> {
    const repeated = this.#repeat(id, isText);
    if (repeated !== undefined) return repeated;
    const draft = this.progress.drafts[id];
    const initial = typeof draft === 'string' ? draft : question.initial;
    const onTyped = (text: string) => {
      this.progress.drafts[id] = text;
      this.onProgress(true);
    };
    return this.#take(id, (asker, canGoBack) =>
      asker.text({ ...question, initial, canGoBack, onTyped }),
    );
  }

  async chooseOne<T extends string>({ id, ...question }: Asked<ChoiceQuestion<T>>): Promise<T> {
    const isChoice = (value: Value): value is T =>
      question.choices.some((choice) => choice.value === value);
    const repeated = this.#repeat(id, isChoice);
    if (repeated !== undefined) return repeated;
    const draft = question.choices.find(({ value }) => value === this.progress.drafts[id]);
    const initial = draft?.value ?? question.initial;
    return this.#take(id, (asker, canGoBack) =>
      asker.chooseOne({ ...question, ...(initial !== undefined && { initial }), canGoBack }),
    );
  }

  async chooseMany<T extends string>({ id, ...question }: Asked<ChoicesQuestion<T>>): Promise<T[]> {
    const among = (values: readonly string[]) =>
      question.choices.map(({ value }) => value).filter((value) => values.includes(value));
    const repeated = this.#repeat(id, isList);
    if (repeated !== undefined) return among(repeated);
    const draft = this.progress.drafts[id];
    const initial = Array.isArray(draft) ? among(draft) : question.initial;
    return this.#take(id, (asker, canGoBack) =>
      asker.chooseMany({ ...question, initial, canGoBack }),
    );
  }

  /** Asks a question after everything else is settled, without a way back. */
  async chooseFinally<T extends string>(
    question: Omit<ChoiceQuestion<T>, 'canGoBack'>,
  ): Promise<T> {
    const reply = await (await this.#opened()).chooseOne({ ...question, canGoBack: false });
    if (reply.kind !== 'answer') throw new Error('there is no way back from here');
    return reply.value;
  }

  /** The answer to a question before the user went back over it. */
  draftOf(id: string): Value | undefined {
    return this.progress.drafts[id];
  }

  setDraft(id: string, value: Value | undefined): void {
    const { [id]: _, ...others } = this.progress.drafts;
    this.progress.drafts = value === undefined ? others : { ...others, [id]: value };
  }

  /** Forgets the last question, so that it can be asked in another way. */
  forgetLast(): void {
    const isLive = this.#next === this.progress.given.length;
    this.progress.given.splice(--this.#next, 1);
    if (isLive) this.#asker?.takeBack();
  }

  get hasAsked(): boolean {
    return this.#asker !== undefined;
  }

  rest(): void {
    this.#asker?.rest();
  }

  close(): void {
    this.#asker?.close();
  }

  async #opened(): Promise<Asker> {
    this.#asker ??= await this.open();
    return this.#asker;
  }

  get #isRepeating(): boolean {
    return this.#next < this.progress.given.length;
  }

  /** The answer to a question that was asked before; other recorded answers become drafts. */
  #repeat<V extends Value>(id: string, fits: (value: Value) => value is V): V | undefined {
    const { given, drafts } = this.progress;
    const next = given[this.#next];
    if (!next) return undefined;
    if (next.id === id && fits(next.value)) {
      this.#next++;
      return next.value;
    }
    for (const other of given.splice(this.#next)) drafts[other.id] ??= other.value;
    return undefined;
  }

  async #take<T extends Value>(
    id: string,
    ask: (asker: Asker, canGoBack: boolean) => Promise<Reply<T>>,
  ): Promise<T> {
    const { given, drafts } = this.progress;
    const asker = await this.#opened();
    if (this.#told.length > 0) asker.tell(this.#told.splice(0));
    const reply = await this.#stoppable(id, () => ask(asker, given.length > 0));
    if (reply.kind === 'back') {
      if (reply.typed !== undefined) drafts[id] = reply.typed;
      for (const last of given.splice(-1)) drafts[last.id] = last.value;
      asker.takeBack();
      this.onProgress(false);
      throw new Back();
    }
    delete drafts[id];
    given.push({ id, value: reply.value });
    this.#next = given.length;
    this.onProgress(false);
    return reply.value;
  }

  async #stoppable<T>(id: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Stopped && error.text.trim() !== '') {
        this.progress.drafts[id] = error.text;
        this.onProgress(false);
      }
      throw error;
    }
  }
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}

function isList(value: Value): value is string[] {
  return Array.isArray(value);
}
