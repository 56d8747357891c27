import { LazyInterview } from '../lazy-interview.ts';
import type { SectionQuestions } from './questions.ts';

/** The questions about sections, loaded when the first one has to be asked and there is somebody to ask. */
export class LazyQuestions extends LazyInterview {
  #questions: SectionQuestions | undefined;

  /** @returns undefined when nobody can be asked */
  async open(): Promise<SectionQuestions | undefined> {
    const interview = await this.interview();
    if (!interview) return undefined;
    const { SectionQuestions } = await import('./questions.ts');
    this.#questions ??= new SectionQuestions(interview);
    return this.#questions;
  }
}
