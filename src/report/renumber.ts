import type { RenumberResult } from '../commands/plan-move.ts';
import { paint, printable, type Style } from './style.ts';

/** A move in words: what was changed, and what is left to look at. */
export function renumberText(result: RenumberResult, style: Style): string {
  const { from, to, edits, mentions, dryRun } = result;
  const head = dryRun ? 'Would move' : paint(style, 'green', 'Moved');
  const changed = edits.map(
    ({ path, line, before, after }) => `  ${path}:${line}  ${before} → ${after}`,
  );
  const seen = mentions.map(({ path, line, text }) => `  ${path}:${line}  ${text.slice(0, 80)}`);
  return `${[
    `${head} ${printable(from.path)} to ${printable(to.path)}`,
    ...changed.map(printable),
    ...(seen.length > 0
      ? ['', 'These may mean it too, and are left to you:', ...seen.map(printable)]
      : []),
    ...(dryRun ? ['', paint(style, 'dim', 'Nothing was written: this is a dry run.')] : []),
  ].join('\n')}\n`;
}
