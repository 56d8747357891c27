import path from 'node:path';
import { git } from '../../../git/run.ts';
import type { ListedProposal } from '../../../workspace/find-proposal.ts';
import { shownPath } from '../../../workspace/location.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { countTogether } from '../between/proposal-index.ts';
import type { CheckedProposal } from '../check-snapshot.ts';
import type { Before } from './added.ts';
import { proposalsNamed } from './proposals-named.ts';

/**
 * With what a merge would bring together: the proposals that a branch adds, whose number another one has got on the
 * base since the branch began.
 */
export async function withNumbersOfBase(
  checked: readonly CheckedProposal[],
  { base, commit, snapshot }: Before,
  workspace: Workspace,
): Promise<readonly CheckedProposal[]> {
  const { survey, detection } = workspace;
  const known = new Set(snapshot.proposals.map(({ file }) => file));
  const isNew = ({ file, number }: ListedProposal) => number !== undefined && !known.has(file);
  if (detection?.unknownNumbers || !checked.some(({ proposal }) => isNew(proposal))) return checked;
  const there = await namesSince(commit, base, survey.root);
  const entries = new Set(checked.map(({ proposal }) => entryPath(proposal)));
  const others = proposalsNamed(there, workspace).filter((each) => !entries.has(entryPath(each)));
  const inEach = detection?.numbersPerArea ?? false;
  return checked.map((each) => {
    const { proposal } = each;
    const other = isNew(proposal)
      ? others.find((one) => one.number === proposal.number && countTogether(one, proposal, inEach))
      : undefined;
    if (!other || proposal.number === undefined) return each;
    const finding = {
      code: 'number-duplicate',
      number: proposal.number,
      other: shownPath(survey.cwd, other.file),
      branch: base,
      isLater: true,
      line: 1,
      column: 1,
    } as const;
    return { ...each, found: [{ finding, under: '' }, ...each.found] };
  });
}

function entryPath({ directory, name }: ListedProposal): string {
  return path.join(directory, name);
}

/** The files that a commit has and an earlier one had not. */
async function namesSince(earlier: string, commit: string, root: string): Promise<string[]> {
  const names = await git(root, [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=A',
    '--no-ext-diff',
    '--ignore-submodules=all',
    earlier,
    commit,
  ]);
  return names?.split('\0').filter(Boolean) ?? [];
}
