import type { SectionCall } from '../../cli/parse.ts';
import type { Environment } from '../../environment.ts';
import type { SectionQuestions } from './questions.ts';

/** The questions, loaded when the first one has to be asked and there is somebody to ask. */
export class Asking {
  #questions: SectionQuestions | undefined;

  constructor(
    private readonly call: SectionCall,
    private readonly environment: Environment,
  ) {}

  async questions(): Promise<SectionQuestions | undefined> {
    if (this.call.yes || !this.environment.interactive) return undefined;
    if (!this.#questions) {
      const { SectionQuestions } = await import('./questions.ts');
      this.#questions = new SectionQuestions(this.environment);
    }
    return this.#questions;
  }

  close(): void {
    this.#questions?.close();
  }
}
