import fs from 'fs-extra';
import { outline } from '../document/markdown/outline.ts';
import { orUndefined } from '../or-undefined.ts';

/** Characters of a document in which its title stands. */
const TITLE_WITHIN = 8000;

/** The title that a document has in its own text; undefined where it has none, or cannot be read. */
export function titleIn(file: string): string | undefined {
  const text = orUndefined(() => fs.readFileSync(file, 'utf8'))?.slice(0, TITLE_WITHIN);
  return text === undefined ? undefined : outline(text).find(({ level }) => level === 1)?.title;
}
