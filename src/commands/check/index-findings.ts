import path from 'node:path';
import { linesOf } from '../../document/markdown/lines.ts';
import { isMarkdown } from '../../file-names.ts';
import { textOnDisk } from '../../proposals/state/read-proposal.ts';
import type { ReportedFinding } from '../../report/findings/check.ts';
import { markdownTable } from '../../report/state/list.ts';
import { pathFromRoot, shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indexRange } from '../state/index-range.ts';
import { type ListToWrite, listsToWrite } from '../state/write-index.ts';
import type { CheckedProposal } from './check-snapshot.ts';

/** Files that keep a list of proposals which is not up to date: those above the proposals, and beside them. */
export async function indexFindings(
  workspace: Workspace,
  checked: readonly CheckedProposal[],
  today: string,
): Promise<ReportedFinding[]> {
  const { cwd } = workspace.survey;
  const own = new Set(checked.map(({ proposal }) => proposal.file));
  const listOf = listsToWrite(workspace, today);
  const found: ReportedFinding[] = [];
  for (const file of filesAround(workspace).filter((each) => !own.has(each))) {
    const text = textOnDisk(file);
    const range = text === undefined ? undefined : indexRange(text);
    if (text === undefined || !range) continue;
    const list = await listOf(text);
    const address = (shown: string) => shownPath(path.dirname(file), path.resolve(cwd, shown));
    const difference = differenceOf(linesOf(text.slice(range.start, range.end)), list, address);
    if (!difference) continue;
    const line = linesOf(text.slice(0, range.start)).length;
    const finding = {
      code: 'index-outdated' as const,
      ...difference,
      ...(list.filter && { isOfSome: true as const }),
    };
    found.push({
      path: shownPath(cwd, file),
      severity: 'note',
      under: '',
      finding: { ...finding, line, column: 1 },
    });
  }
  return found;
}

function filesAround({ survey, location }: Workspace): string[] {
  const directories = new Set(['.', 'docs']);
  for (const each of location.numbered) {
    for (let at = pathFromRoot(survey.root, each); ; at = path.posix.dirname(at)) {
      directories.add(at);
      if (at === '.' || at.startsWith('..')) break;
    }
  }
  return survey.paths
    .filter((name) => isMarkdown(name) && directories.has(path.posix.dirname(name)))
    .map((name) => path.join(survey.root, name));
}

/** Rows that are not as they should be, the day of the last change aside. */
function differenceOf(
  lines: readonly string[],
  { proposals }: ListToWrite,
  address: (shown: string) => string,
): { missing: string[] } | undefined {
  const written = new Set(lines.filter((line) => /^\s*\|/.test(line)).map(withoutDay));
  const [, , ...expected] = markdownTable(proposals, address).map(withoutDay);
  const missing = proposals.filter((_, at) => !written.has(expected[at] ?? ''));
  const known = new Set(expected);
  const isStale = [...written].some((line) => line.includes('](') && !known.has(line));
  return missing.length > 0 || isStale ? { missing: missing.map(({ title }) => title) } : undefined;
}

function withoutDay(row: string): string {
  return row.trim().replace(/\|[^|]*\|$/, '|');
}
