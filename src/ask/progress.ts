/** A question without what the interview knows itself; `id` is the same whenever it is asked. */
export type Asked<Q> = Omit<Q, 'canGoBack' | 'onTyped'> & { id: string };

export type Value = string | string[];

/** An answer to a question, by which it is given again. */
interface GivenAnswer {
  id: string;
  value: Value;
}

/** How far an interview has come: enough to go on with it in another run. */
export interface Progress {
  given: GivenAnswer[];
  /** What was said in answer to questions that come again, or typed so far, by the id of the question. */
  drafts: Record<string, Value>;
}
