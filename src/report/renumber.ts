import type { RenumberResult } from '../commands/renumber/plan.ts';
import { moveLines } from '../commands/renumber/summary.ts';
import { paint, printable, type Style } from './style.ts';

/** A move in words: what was changed, and what is left to look at. */
export function renumberText(result: RenumberResult, style: Style): string {
  const { from, to, dryRun } = result;
  const head = dryRun ? 'Would move' : paint(style, 'green', 'Moved');
  return `${[
    `${head} ${printable(from.path)} to ${printable(to.path)}`,
    ...moveLines(result).map(printable),
    ...(dryRun ? ['', paint(style, 'dim', 'Nothing was written: this is a dry run.')] : []),
  ].join('\n')}\n`;
}
