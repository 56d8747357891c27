import type { Recovery } from '../../proposals/leftovers.ts';
import { leftoverNotes } from '../leftovers.ts';
import { noteLines, paint, paintDiffLine, type Style } from '../style.ts';

/** A succession written down, with what a person is told beside it. */
export interface SupersedeResult extends Partial<Recovery> {
  /** What `--json` prints. */
  result: {
    command: 'supersede';
    dryRun: boolean;
    old: string;
    by: string;
    /** Those that have changed; the text is there in a dry run only. */
    files: { path: string; document?: string }[];
  };
  texts: { before: string; after: string }[];
}

export async function supersedeText(
  { result, texts }: SupersedeResult,
  style: Style,
): Promise<string[]> {
  const { old, by, files, dryRun } = result;
  if (files.length === 0) return [`${by} supersedes ${old} already`];
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

/** What a person should know beside it. */
export function supersedeNotes(
  { undone = [], left = [] }: SupersedeResult,
  style: Style,
): string[] {
  return noteLines(leftoverNotes({ undone, left }), style);
}
