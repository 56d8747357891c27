import path from 'node:path';
import { defaultBranch } from '../../../git/default-branch.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { contenderAt, contestOf } from '../../renumber/contenders.ts';
import type { CheckedProposal } from '../check-snapshot.ts';

/** Git is asked about so many at most; of others, the first commit of the file says enough. */
const MOST_ASKED_ABOUT = 20;

/** The same proposals; of two with one number, the one that has to move is the one that `renumber` would move. */
export async function withMovesOfRenumber(
  checked: readonly CheckedProposal[],
  { survey }: Workspace,
): Promise<readonly CheckedProposal[]> {
  const twice = checked.filter(({ found }) => found.some(isDuplicate));
  if (!survey.repository || twice.length === 0 || twice.length > MOST_ASKED_ABOUT) return checked;
  const branch = await defaultBranch(survey.repository);
  if (branch === undefined) return checked;
  const byPath = new Map(checked.map(({ proposal }) => [proposal.shown, proposal]));
  const moved = twice.map(async (each) => {
    const found = each.found.map(async (placed) => {
      const { finding } = placed;
      const other = finding.code === 'number-duplicate' ? byPath.get(finding.other) : undefined;
      if (finding.code !== 'number-duplicate' || !other) return placed;
      const contenders = await Promise.all(
        [each.proposal, other].map(({ directory, name }) =>
          contenderAt(path.join(directory, name), branch, survey),
        ),
      );
      const { fresh, later } = await contestOf(contenders, survey);
      const moves = fresh ?? later;
      if (!moves) return placed;
      return { ...placed, finding: { ...finding, isLater: moves.shown === contenders[0]?.shown } };
    });
    return { ...each, found: await Promise.all(found) };
  });
  const settled = new Map((await Promise.all(moved)).map((each) => [each.proposal, each]));
  return checked.map((each) => settled.get(each.proposal) ?? each);
}

function isDuplicate({ finding }: CheckedProposal['found'][number]): boolean {
  return finding.code === 'number-duplicate';
}
