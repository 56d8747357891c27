import type { Recovery } from '../../proposals/leftovers.ts';
import { diffLines } from '../diff.ts';
import { leftoverNotes } from '../leftovers.ts';
import { dryRunEnd, paint, type Style } from '../style.ts';

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
  /** What the status said that has been given up, where it was another decision. */
  decided?: string | undefined;
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
  const diffs = await Promise.all(
    files.map(({ path }, at) => {
      const { before = '', after = '' } = texts[at] ?? {};
      return diffLines(path, { before, after }, style);
    }),
  );
  const end = dryRunEnd(style);
  return [...lines, ...diffs.flat(), end];
}

/** Notes for the user. */
export function supersedeNotes({
  result,
  decided,
  undone = [],
  left = [],
}: SupersedeResult): string[] {
  const was = decided === undefined ? [] : [`the status of ${result.old} was "${decided}"`];
  return [...leftoverNotes({ undone, left }), ...was];
}
