import type { StaleContents } from '../document/contents/stale-contents.ts';
import { commandLine } from '../shell-quoting.ts';
import type { Style } from './style.ts';

/** What to do about a table of contents that is out of date. */
export function staleContentsNote(
  path: string,
  { line, isGenerated }: StaleContents,
  { shell }: Pick<Style, 'shell'>,
): string {
  return isGenerated
    ? `the generated table of contents at ${path}:${line} is out of date: run its generator again`
    : `the table of contents at ${path}:${line} is out of date; to mend it, run ${commandLine(['npx', 'create-enhancement', 'check', path, '--fix'], shell)}`;
}
