import type { Convention } from './convention.ts';
import { numberPrefix } from './name-pattern.ts';

/** What stands for the number of a proposal that has none yet. */
export function draftNumber({ width }: Pick<Convention, 'width'>): string {
  return 'X'.repeat(Math.max(4, width ?? 0));
}

/** Whether a name is that of a proposal without a number yet: `XXXX-title`. */
export function isDraftName(name: string, convention: Convention): boolean {
  const prefix = numberPrefix(convention.name);
  const rest = name.toLowerCase().startsWith(prefix.toLowerCase())
    ? name.slice(prefix.length)
    : name;
  return /^X{3,}(?=[-_.]|$)/.test(rest);
}
