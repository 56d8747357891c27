import * as v from 'valibot';
import { type Answers, answersInput, parseAnswers } from '../../../answers/answers.ts';
import type { Progress } from '../../../ask/progress.ts';
import { messageOf } from '../../../failure.ts';
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
      document: v.string(),
      supersedes: v.string(),
      draft: v.boolean(),
      online: v.boolean(),
      reserve: v.boolean(),
      offline: v.boolean(),
    }),
  ),
  given: v.unknown(),
  progress: v.object({
    given: v.array(v.object({ id: v.string(), value })),
    drafts: v.record(v.string(), value),
  }),
});

/** What was said in a run, as it is kept for the next one until a proposal is written of it. */
export class KeptRun {
  /** Why the last answer could not be kept; undefined when it was. */
  why: string | undefined;
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
    readonly progress: Progress = { given: [], drafts: {} },
    file?: string,
  ) {
    this.#file = file;
    this.#isWritten = file !== undefined;
  }

  /** Empty as long as there is none. */
  get title(): string {
    const said = this.progress.given.find(({ id }) => id === 'title')?.value;
    return this.given.title ?? String(said ?? this.progress.drafts.title ?? '');
  }

  /** Whether there is something to go on with. */
  get isThere(): boolean {
    return this.#isWritten;
  }

  /** The same, as another run goes on with it that was told more. */
  taken(call: CallOptions, given: Answers): KeptRun {
    return new KeptRun(this.root, call, given, this.progress, this.#file);
  }

  /** Keeps how far a run has come; what is being typed only now and then. */
  keep(call: CallOptions, isTyping: boolean): void {
    clearTimeout(this.#timer);
    const wait = isTyping ? WHILE_TYPING - (Date.now() - this.#wroteAt) : 0;
    if (wait > 0) this.#timer = setTimeout(() => this.#write(call), wait).unref();
    else this.#write(call);
  }

  /** What is written is kept by the proposal itself. */
  discard(): void {
    clearTimeout(this.#timer);
    if (this.#file !== undefined) removeKept(this.#file);
    this.#isWritten = false;
  }

  #write(call: CallOptions): void {
    const { progress, root, given } = this;
    const isEmpty = Object.values(progress.drafts).every((draft) => draft.length === 0);
    if (progress.given.length === 0 && isEmpty) return;
    const { directory, template, document, supersedes, draft, online, reserve, offline } = call;
    const text = JSON.stringify({
      version: 1,
      owner: newOwner(),
      root,
      call: { directory, template, document, supersedes, draft, online, reserve, offline },
      given: answersInput(given),
      progress,
    });
    this.#wroteAt = Date.now();
    try {
      if (this.#file === undefined) {
        this.#file = newKeptPath(root);
        sweepKept();
      }
      writeKept(this.#file, text);
      this.why = undefined;
    } catch (error) {
      // The questions go on; what was kept before is still there.
      this.why = messageOf(error);
      return;
    }
    this.#isWritten = true;
  }
}

/**
 * What earlier runs in a folder have left, newest first, but for those that are still at it.
 * @param onCorrupt is told of what cannot be read, which is set aside
 */
export function keptRuns(root: string, onCorrupt: (path: string) => void): KeptRun[] {
  return keptFiles(root).flatMap((file) => {
    const run = orUndefined(() => runIn(file, root));
    if (run === 'elsewhere') return [];
    if (run) return [run];
    setAside(file.path);
    onCorrupt(file.path);
    return [];
  });
}

function runIn({ path, text }: KeptFile, root: string): KeptRun | 'elsewhere' {
  const { root: about, owner, call, given, progress } = v.parse(keptSchema, JSON.parse(text));
  // The names of files tell folders apart by a short number, which two may share.
  if (about !== root) return 'elsewhere';
  const by = ownerIn(owner);
  if (by && lifeOf(by) === 'living') return 'elsewhere';
  const options = Object.fromEntries(Object.entries(call).filter(([, each]) => each !== undefined));
  return new KeptRun(
    root,
    options,
    parseAnswers(given, () => path),
    progress,
    path,
  );
}
