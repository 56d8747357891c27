import type { Recovery } from '../../proposals/leftovers.ts';
import { leftoverNotes } from '../leftovers.ts';
import { noteLines, paint, paintDiffLine, type Style } from '../style.ts';

/** A recorded succession, with notes for the user. */
export interface SupersedeResult extends Partial<Recovery> {
  /** What `--json` prints. */
  result: {
    command: 'supersede';
    dryRun: boolean;
    old: string;
    by: string;
    /** The changed files; the text is included only in a dry run. */
    files: { path: string; document?: string }[];
  };
  texts: { before: string; after: string }[];
}

export async function supersedeText(
  { result, texts }: SupersedeResult,
  style: Style,
): Promise<string[]> {
  const { old, by, files, dryRun } = result;
  if (files.length === 0) return [`${by} already supersedes ${old}`];
  const done = paint(style, 'green', dryRun ? 'Would change' : 'Changed');
  const lines = files.map(({ path }) => `${done} ${path}`);
  if (!dryRun) return [`${by} supersedes ${old}`, ...lines];
  const { diffLines } = await import('../upgrade/upgrade.ts');
  const diffs = await Promise.all(
    files.map(({ path }, at) => diffLines(path, texts[at]?.before ?? '', texts[at]?.after ?? '')),
  );
  const end = paint(style, 'dim', 'Nothing was written: this is a dry run.');
  return [...lines, ...diffs.flat().map((line) => paintDiffLine(line, style)), end];
}

/** Notes for the user. */
export function supersedeNotes(
  { undone = [], left = [] }: SupersedeResult,
  style: Style,
): string[] {
  return noteLines(leftoverNotes({ undone, left }), style);
}
