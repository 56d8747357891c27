import type { ReadText } from './folder-tree.ts';

/** What is looked for in a repository, and by whom. Paths are from the root. */
export interface Wanted {
  directory?: string;
  cwd?: string;
  rootName?: string;
  /** Asked where names do not say enough. */
  read?: ReadText;
  /** Four digits; where proposals lie in folders of years, a new one goes to that of this one. */
  year?: string;
}
