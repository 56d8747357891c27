import path from 'node:path';
import { linesOf } from '../../document/markdown/lines.ts';
import { isMarkdown } from '../../file-names.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import type { ReportedFinding } from '../../report/findings/check.ts';
import { INDEX_OF_SOME, type ListedState, markdownTable } from '../../report/state/list.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indexRange } from '../state/index-range.ts';
import type { CheckedProposal } from './check-snapshot.ts';

/** Files that keep a list of proposals which is not up to date: those above the proposals, and beside them. */
export function indexFindings(
  workspace: Workspace,
  checked: readonly CheckedProposal[],
): ReportedFinding[] {
  const { cwd, root } = workspace.survey;
  const rows = checked
    .flatMap(({ summary }) => summary ?? [])
    .map((summary) => {
      const { number = null, slug, shown } = summary.proposal;
      const { value } = summary.status;
      const status = value === undefined ? null : { value, file: shown, line: 1 };
      return { number, title: summary.title ?? slug, path: shown, status, changed: null };
    });
  return indexFiles(workspace).flatMap((file): ReportedFinding[] => {
    const text = textOnDisk(file);
    const range = text === undefined ? undefined : indexRange(text);
    if (text === undefined || !range) return [];
    const inside = text.slice(range.start, range.end);
    const address = (shown: string) => shownPath(path.dirname(file), path.resolve(cwd, shown));
    const isOfSome = inside.includes(INDEX_OF_SOME);
    const difference = differenceOf(linesOf(inside), { rows, isOfSome }, address);
    const line = linesOf(text.slice(0, range.start)).length;
    return difference
      ? [
          {
            path: shownPath(cwd, file),
            severity: 'note',
            under: '',
            finding: {
              code: 'index-outdated',
              ...difference,
              ...(isOfSome && { isOfSome }),
              line,
              column: 1,
            },
          },
        ]
      : [];
  });

  function indexFiles({ survey, location }: Workspace): string[] {
    const directories = new Set(['.', 'docs']);
    for (const each of location.numbered) {
      for (let at = shownPath(root, each); ; at = path.posix.dirname(at)) {
        directories.add(at);
        if (at === '.' || at.startsWith('..')) break;
      }
    }
    const own = new Set(checked.map(({ proposal }) => proposal.file));
    return survey.paths
      .filter((name) => isMarkdown(name) && directories.has(path.posix.dirname(name)))
      .map((name) => path.join(survey.root, name))
      .filter((file) => !own.has(file));
  }
}

type IndexRow = Pick<ListedState, 'number' | 'title' | 'path' | 'status' | 'changed'>;

/** Rows that are not as they should be, the day of the last change aside; which ones were chosen for a list of some, only their status says. */
function differenceOf(
  lines: readonly string[],
  { rows, isOfSome }: { rows: readonly IndexRow[]; isOfSome: boolean },
  address: (shown: string) => string,
): { missing: string[] } | undefined {
  const written = new Set(lines.filter((line) => /^\s*\|/.test(line)).map(withoutDay));
  const [, , ...expected] = markdownTable(rows, address).map(withoutDay);
  const listed = rows.filter((_, at) => written.has(expected[at] ?? ''));
  const statuses = new Set(listed.map(({ status }) => status?.value));
  const missing = rows.filter(
    (row, at) => !written.has(expected[at] ?? '') && (!isOfSome || statuses.has(row.status?.value)),
  );
  const known = new Set(expected);
  const isStale = [...written].some((line) => line.includes('](') && !known.has(line));
  return missing.length > 0 || isStale ? { missing: missing.map(({ title }) => title) } : undefined;
}

function withoutDay(row: string): string {
  return row.trim().replace(/\|[^|]*\|$/, '|');
}
