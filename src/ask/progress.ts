/** A question without the fields that the interview adds; its `id` never changes. */
export type Asked<Q> = Omit<Q, 'canGoBack' | 'onTyped'> & { id: string };

export type Value = string | string[];

/** A recorded answer to a question, which can be replayed. */
interface GivenAnswer {
  id: string;
  value: Value;
}

/** The progress of an interview: enough to continue it in another run. */
export interface Progress {
  given: GivenAnswer[];
  /** Answers to questions that will be asked again, or text typed so far, by the id of the question. */
  drafts: Record<string, Value>;
}
