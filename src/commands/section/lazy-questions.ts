import type { Environment } from '../../environment.ts';
import type { SectionQuestions } from './questions.ts';

/** The questions, loaded when the first one has to be asked and there is somebody to ask. */
export class LazyQuestions {
  #questions: SectionQuestions | undefined;

  constructor(
    private readonly isSilent: boolean,
    private readonly environment: Environment,
  ) {}

  /** @returns undefined when nobody can be asked */
  async open(): Promise<SectionQuestions | undefined> {
    if (this.isSilent || !this.environment.interactive) return undefined;
    if (!this.#questions) {
      const { SectionQuestions } = await import('./questions.ts');
      this.#questions = new SectionQuestions(this.environment);
    }
    return this.#questions;
  }

  /** Whether anybody was asked anything. */
  get wereAsked(): boolean {
    return this.#questions !== undefined;
  }

  close(): void {
    this.#questions?.close();
  }
}
