import { type Answers, answersInput } from '../../../answers/answers.ts';
import type { Plan } from '../plan.ts';

const OWN = '▎ ';
const OTHER = '  ';

/** The whole document, line by line; those that hold the author's words are marked. */
export function documentView({ rendering }: Plan, answers: Answers): string[] {
  const words = new Set(
    textsIn(answersInput(answers)).flatMap((text) => text.split('\n').map(bare)),
  );
  words.delete('');
  return rendering.document
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (words.has(bare(line)) ? OWN : OTHER) + line);
}

function bare(line: string): string {
  return line.replace(/^\s*(?:#{1,6}\s+|[-*]\s+)?/, '').trim();
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
