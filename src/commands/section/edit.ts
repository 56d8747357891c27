import { linesOf } from '../../document/markdown/lines.ts';
import { addSection } from '../../document/sections/add-section.ts';
import type { AddSectionResult, Beside } from '../../document/sections/add-section-result.ts';
import { removeSection } from '../../document/sections/remove-section.ts';
import {
  isRefusal,
  type ProposedPlace,
  type SectionOutcome,
} from '../../report/section/outcome.ts';

/** A change that waits for somebody to decide about it; `next` is the document with it. */
export type Pending = { section: string; text: string; next: string } & (
  | { kind: 'doubtful'; place: ProposedPlace; options: AddOptions }
  | { kind: 'edited'; heading: string; line: number }
);

export interface AddOptions {
  text?: string;
  nestHeadings?: boolean;
  beside?: Beside;
  base?: string;
}

/** Changes of a document section by section: each one is an anchor for the next. */
export class SectionEdit {
  text: string;
  pending: Pending | undefined;
  #outcomes: SectionOutcome[] = [];

  constructor(
    private readonly template: string,
    private readonly original: string,
  ) {
    this.text = original;
  }

  get outcomes(): readonly SectionOutcome[] {
    return this.#outcomes;
  }

  /** Whether some section could not be changed. */
  get isRefused(): boolean {
    return this.#outcomes.some(isRefusal);
  }

  /** Whether a section has a place, be it a doubtful one. */
  hasPlace(section: string, { beside }: Pick<AddOptions, 'beside'>): boolean {
    const options = { template: this.template, section, ...(beside && { beside }) };
    return addSection(this.text, options).status === 'added';
  }

  add(section: string, options: AddOptions): void {
    const added = addSection(this.text, { template: this.template, section, ...options });
    if (added.status === 'unplaced') {
      const { reason } = this.#inOriginal(added, section, options);
      this.#outcomes.push({ section, status: 'unplaced', reason });
      return;
    }
    if (added.status === 'present') {
      const isLost = options.text !== undefined;
      const reason = 'it already exists, and the new text would be lost';
      this.#outcomes.push({ section, ...added, ...(isLost && { reason }) });
      return;
    }
    const { heading, line, level, certain, doubts, similar, text, document: next } = added;
    const place = { heading, line, level, certain, doubts, ...(similar && { similar }) };
    if (certain) this.#take({ section, status: 'added', ...place }, next);
    else this.pending = { kind: 'doubtful', section, place, text, next, options };
  }

  /** Looks for a doubtful place again, with the template that the document was made from. */
  addByBase(base: string): void {
    const { pending } = this;
    if (pending?.kind !== 'doubtful' || pending.options.beside) return;
    this.pending = undefined;
    this.add(pending.section, { ...pending.options, base });
  }

  /** Takes a section out; where people have written in it, the change is pending. */
  remove(section: string): void {
    const removed = removeSection(this.text, { template: this.template, section });
    if (removed.status === 'absent') {
      this.#outcomes.push({ section, status: 'absent' });
      return;
    }
    const { heading, line, document: next } = removed;
    if (removed.status === 'removed')
      this.#take({ section, status: 'removed', heading, line }, next);
    else this.pending = { kind: 'edited', section, heading, line, text: removed.text, next };
  }

  accept(): void {
    const { pending } = this;
    this.pending = undefined;
    if (!pending) return;
    const { section, next } = pending;
    if (pending.kind === 'doubtful')
      this.#take({ section, status: 'added', ...pending.place }, next);
    else {
      const { heading, line } = pending;
      this.#take({ section, status: 'removed', heading, line }, next);
    }
  }

  move(beside: Beside): void {
    const { pending } = this;
    this.pending = undefined;
    if (pending?.kind === 'doubtful') this.add(pending.section, { ...pending.options, beside });
  }

  /** Leaves the section as it is, since somebody wants that. */
  decline(): void {
    const { pending } = this;
    this.pending = undefined;
    if (!pending) return;
    const text = pending.kind === 'doubtful' ? pending.options.text : undefined;
    const { section } = pending;
    this.#outcomes.push({ section, status: 'declined', ...(text !== undefined && { text }) });
  }

  refuse(): void {
    const { pending } = this;
    this.pending = undefined;
    if (!pending) return;
    const { section } = pending;
    if (pending.kind === 'doubtful') {
      const reason = 'its place is doubtful';
      this.#outcomes.push({ section, status: 'unplaced', ...pending.place, reason });
      return;
    }
    const { heading, line, text } = pending;
    const reason = `this text would be lost:\n${text}`;
    this.#outcomes.push({ section, status: 'edited', heading, line, reason });
  }

  /** A reason names lines of the file as it is: nothing is written where there is one. */
  #inOriginal(
    result: Extract<AddSectionResult, { status: 'unplaced' }>,
    section: string,
    options: AddOptions,
  ): Extract<AddSectionResult, { status: 'unplaced' }> {
    const original = addSection(this.original, { template: this.template, section, ...options });
    return original.status === 'unplaced' ? original : result;
  }

  #take(outcome: SectionOutcome & { line: number }, next: string): void {
    const grown = linesOf(next).length - linesOf(this.text).length;
    const moved = (earlier: SectionOutcome): SectionOutcome => {
      const isThere = earlier.status === 'added' || earlier.status === 'present';
      return isThere && earlier.line >= outcome.line
        ? { ...earlier, line: earlier.line + grown }
        : earlier;
    };
    this.#outcomes = [...this.#outcomes.map(moved), outcome];
    this.text = next;
  }
}
