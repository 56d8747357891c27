import { linesOf } from '../../document/markdown/lines.ts';
import { addSection } from '../../document/sections/add-section.ts';
import type {
  AddSectionResult,
  Beside,
  Doubt,
} from '../../document/sections/add-section-result.ts';
import { removeSection } from '../../document/sections/remove-section.ts';

/** What became of one section; `line` counts from 1 in the new document. */
export interface SectionOutcome {
  section: string;
  /** `skipped`: it would have been changed, had no other been refused. */
  status: 'added' | 'present' | 'unplaced' | 'removed' | 'absent' | 'edited' | 'skipped';
  heading?: string;
  line?: number;
  level?: number;
  certain?: boolean;
  doubts?: Doubt[];
  reason?: string;
}

/** A change that waits for somebody to decide about it. */
export type Pending =
  | { kind: 'doubtful'; outcome: SectionOutcome; text: string; next: string; options: AddOptions }
  | { kind: 'edited'; outcome: SectionOutcome; text: string; next: string };

/** What is said of a section that is added. */
export interface AddOptions {
  text?: string;
  nestHeadings?: boolean;
  beside?: Beside;
}

/** Changes of a document section by section: each one is an anchor for the next. */
export class SectionEdit {
  text: string;
  pending: Pending | undefined;
  readonly outcomes: SectionOutcome[] = [];

  constructor(
    private readonly template: string,
    private readonly original: string,
  ) {
    this.text = original;
  }

  /** Whether some section could not be changed. */
  get isRefused(): boolean {
    return this.outcomes.some(({ reason }) => reason !== undefined);
  }

  /** Adds a section; where its place is doubtful, the change is pending. */
  add(section: string, options: AddOptions): void {
    const { template } = this;
    const added = addSection(this.text, { template, section, ...options });
    if (added.status === 'present' && options.text !== undefined) {
      const reason = 'it is there already, and its text would be lost';
      this.outcomes.push({ section, ...added, reason });
      return;
    }
    if (added.status !== 'added') {
      this.outcomes.push({ section, ...this.#inOriginal(added, section, options) });
      return;
    }
    const { status, heading, line, level, certain, doubts } = added;
    const outcome = { section, status, heading, line, level, certain, doubts };
    if (certain) this.#take(outcome, added.document);
    else
      this.pending = { kind: 'doubtful', outcome, text: added.text, next: added.document, options };
  }

  /** Takes a section out; where people have written in it, the change is pending. */
  remove(section: string): void {
    const removed = removeSection(this.text, { template: this.template, section });
    if (removed.status === 'absent') {
      this.outcomes.push({ section, status: 'absent' });
      return;
    }
    const { heading, line, document } = removed;
    const outcome: SectionOutcome = { section, status: 'removed', heading, line };
    if (removed.status === 'removed') this.#take(outcome, document);
    else this.pending = { kind: 'edited', outcome, text: removed.text, next: document };
  }

  /** Makes the pending change. */
  accept(): void {
    const { pending } = this;
    this.pending = undefined;
    if (pending) this.#take(pending.outcome, pending.next);
  }

  /** Adds the pending section at another place. */
  move(beside: Beside): void {
    const { pending } = this;
    this.pending = undefined;
    if (pending?.kind === 'doubtful')
      this.add(pending.outcome.section, { ...pending.options, beside });
  }

  /** Leaves the pending change out, and says why. */
  refuse(): void {
    const { pending } = this;
    this.pending = undefined;
    if (!pending) return;
    const { outcome } = pending;
    this.outcomes.push(
      pending.kind === 'doubtful'
        ? { ...outcome, status: 'unplaced', reason: 'its place is doubtful' }
        : { ...outcome, status: 'edited', reason: `this text would be lost:\n${pending.text}` },
    );
  }

  /** A reason names lines of the file as it is: nothing is written where there is one. */
  #inOriginal<T extends AddSectionResult>(result: T, section: string, options: AddOptions) {
    if (result.status !== 'unplaced') return result;
    const original = addSection(this.original, { template: this.template, section, ...options });
    return original.status === 'unplaced' ? original : result;
  }

  #take(outcome: SectionOutcome, next: string): void {
    const grown = linesOf(next).length - linesOf(this.text).length;
    const at = outcome.line ?? 0;
    for (const earlier of this.outcomes) {
      const isThere = earlier.status === 'added' || earlier.status === 'present';
      if (isThere && earlier.line !== undefined && earlier.line >= at) earlier.line += grown;
    }
    this.outcomes.push(outcome);
    this.text = next;
  }
}
