import type { Fill } from './compile.ts';
import type { TemplateVariable } from './expressions.ts';
import type { AnswerPlace } from './values.ts';

export interface Companion {
  /** From the template's directory, with `/`; placeholders included. */
  path: string;
  /** Its text; bytes are copied as they are. */
  content: { fill: Fill } | { bytes: Buffer };
  /** As it is in the template; empty for what is no text. */
  text: string;
  mode: number;
}

export interface Template {
  /** `built-in`, the name of a preset, or the path of the main document as the user knows it. */
  label: string;
  fill: Fill;
  places: ReadonlySet<AnswerPlace>;
  /** Answers that get a section of their own. */
  added: ReadonlySet<AnswerPlace>;
  own: readonly TemplateVariable[];
  text: string;
  isAdopted: boolean;
  usesAuthor: boolean;
  companions: readonly Companion[];
}
