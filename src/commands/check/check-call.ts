export interface CheckCall {
  /** Proposals as named; none for all of them. */
  proposals: readonly string[];
  directory?: string;
  template?: string;
}
