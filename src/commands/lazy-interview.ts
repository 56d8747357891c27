import { Stopped } from '../ask/asker.ts';
import type { Interview } from '../ask/interview.ts';
import type { Environment } from '../environment.ts';
import { Cancelled } from '../failure.ts';

/** An interview, loaded when the first question has to be asked and there is somebody to ask. */
export class LazyInterview {
  #interview: Interview | undefined;

  constructor(
    private readonly isSilent: boolean,
    private readonly environment: Environment,
  ) {}

  /** @returns undefined when nobody can be asked */
  async interview(): Promise<Interview | undefined> {
    if (this.isSilent || !this.environment.interactive) return undefined;
    if (!this.#interview) {
      const [{ Interview }, { openAsker }] = await Promise.all([
        import('../ask/interview.ts'),
        import('../ask/open-asker.ts'),
      ]);
      this.#interview = new Interview(() => openAsker(this.environment));
    }
    return this.#interview;
  }

  /**
   * Does something that asks, again from the beginning whenever somebody goes back.
   * @throws Cancelled when they stop
   */
  async conduct<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof Stopped) throw new Cancelled();
        if (!this.#interview?.goesBack(error)) throw error;
      }
    }
  }

  /**
   * As {@link conduct}, and closes the terminal at the end.
   * @throws Cancelled when they stop
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.conduct(work);
    } finally {
      this.close();
    }
  }

  /** Whether anybody was asked anything. */
  get wereAsked(): boolean {
    return this.#interview?.hasAsked ?? false;
  }

  close(): void {
    this.#interview?.close();
  }
}
