import * as v from 'valibot';
import { type Answers, answersInput, parseAnswers } from '../../../answers/answers.ts';
import type { Progress } from '../../../ask/progress.ts';
import { lifeOf, newOwner, ownerIn } from '../../../lock/process-identity.ts';
import { orUndefined } from '../../../or-undefined.ts';
import {
  type KeptFile,
  keptFiles,
  newKeptPath,
  removeKept,
  setAside,
  sweepKept,
  writeKept,
} from '../../../proposals/kept/kept-files.ts';
import type { CallOptions } from '../repeat-command.ts';

/** Milliseconds between two times that what is being typed is kept. */
const WHILE_TYPING = 2000;

const value = v.union([v.string(), v.array(v.string())]);

const keptSchema = v.object({
  version: v.literal(1),
  owner: v.unknown(),
  root: v.string(),
  call: v.partial(
    v.object({
      directory: v.string(),
      template: v.string(),
      draft: v.boolean(),
      online: v.boolean(),
      reserve: v.boolean(),
      offline: v.boolean(),
    }),
  ),
  given: v.unknown(),
  answers: v.unknown(),
  progress: v.object({
    given: v.array(v.object({ id: v.string(), value })),
    drafts: v.record(v.string(), value),
  }),
});

/** What was said in a run, as it is kept for the next one until a proposal is written of it. */
export class KeptRun {
  #file: string | undefined;
  #isWritten = false;
  #wroteAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param root of the folder that it is about
   * @param given answers that the call gave
   */
  constructor(
    readonly root: string,
    readonly call: CallOptions,
    readonly given: Answers,
    readonly answers: Answers = given,
    readonly progress: Progress = { given: [], drafts: {} },
    file?: string,
  ) {
    this.#file = file;
    this.#isWritten = file !== undefined;
  }

  /** Empty as long as there is none. */
  get title(): string {
    const said = this.progress.given.find(({ id }) => id === 'title')?.value;
    return this.answers.title ?? String(said ?? this.progress.drafts.title ?? '');
  }

  /** Whether there is something to go on with. */
  get isThere(): boolean {
    return this.#isWritten;
  }

  /** Keeps how far a run has come; what is being typed only now and then. */
  keep(call: CallOptions, answers: Answers, isTyping: boolean): void {
    clearTimeout(this.#timer);
    const wait = isTyping ? WHILE_TYPING - (Date.now() - this.#wroteAt) : 0;
    if (wait > 0) this.#timer = setTimeout(() => this.#write(call, answers), wait).unref();
    else this.#write(call, answers);
  }

  /** What is written is kept by the proposal itself. */
  discard(): void {
    clearTimeout(this.#timer);
    if (this.#file !== undefined) removeKept(this.#file);
    this.#isWritten = false;
  }

  #write(call: CallOptions, answers: Answers): void {
    const { progress, root, given } = this;
    const isEmpty = Object.values(progress.drafts).every((draft) => draft.length === 0);
    if (progress.given.length === 0 && isEmpty) return;
    const { directory, template, draft, online, reserve, offline } = call;
    const text = JSON.stringify({
      version: 1,
      owner: newOwner(),
      root,
      call: { directory, template, draft, online, reserve, offline },
      given: answersInput(given),
      answers: answersInput(answers),
      progress,
    });
    this.#wroteAt = Date.now();
    if (this.#file === undefined) {
      this.#file = newKeptPath(root);
      sweepKept();
    }
    // Where nothing can be kept, the questions go on.
    this.#isWritten = orUndefined(() => writeKept(this.#file ?? '', text) ?? true) ?? false;
  }
}

/**
 * What earlier runs in a folder have left, newest first, but for those that are still at it.
 * @param onCorrupt is told of what cannot be read, which is set aside
 */
export function keptRuns(root: string, onCorrupt: (path: string) => void): KeptRun[] {
  return keptFiles(root).flatMap((file) => {
    const run = orUndefined(() => runIn(file, root));
    if (run === 'running') return [];
    if (run) return [run];
    setAside(file.path);
    onCorrupt(file.path);
    return [];
  });
}

function runIn({ path, text }: KeptFile, root: string): KeptRun | 'running' {
  const { owner, call, given, answers, progress } = v.parse(keptSchema, JSON.parse(text));
  const by = ownerIn(owner);
  if (by && lifeOf(by) === 'living') return 'running';
  const parsed = [given, answers].map((each) => parseAnswers(each, () => path));
  const options = Object.fromEntries(Object.entries(call).filter(([, each]) => each !== undefined));
  return new KeptRun(root, options, parsed[0] ?? {}, parsed[1] ?? {}, progress, path);
}
