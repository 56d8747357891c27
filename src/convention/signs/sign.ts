/** One thing that speaks for or against an answer; the answer with the most points is taken. */
export interface Sign<Facts> {
  name: string;
  from: string;
  /** How much it says, 0 where it is not there. */
  points: (facts: Facts) => number;
}
