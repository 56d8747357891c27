import path from 'node:path';
import { Failure } from '../../failure.ts';
import { defaultBranch } from '../../git/default-branch.ts';
import { contenderText } from '../../report/renumber.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import { documentAt, type ListedProposal, proposalsCalled } from '../../workspace/find-proposal.ts';
import { noProposalError } from '../../workspace/unfound.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LazyInterview } from '../lazy-interview.ts';
import { type Contender, contenderAt, contestOf } from './contenders.ts';
import { type NumberedEntry, numberedEntry } from './entry.ts';
import { planMove, readFilesFor } from './plan.ts';
import { askWhich } from './questions.ts';
import type { RenumberCall } from './renumber-call.ts';

interface ChosenEntry {
  entry: NumberedEntry;
  because?: string;
}

type ContendingEntry = Contender & { entry: NumberedEntry };

/**
 * The proposal that a call means. Of several with one number, the one that is not on the default branch has to
 * move: nobody else knows it yet. Where all are there, the later one should; the user is asked.
 * @throws Failure when there is none, or several and nobody can be asked
 */
export async function entryToMove(
  call: RenumberCall,
  {
    workspace,
    proposals,
    taken,
  }: { workspace: Workspace; proposals: readonly ListedProposal[]; taken: readonly TakenEntry[] },
  questions: LazyInterview,
): Promise<ChosenEntry> {
  const [first, ...others] = entriesCalled(call, proposals, workspace);
  if (others.length === 0) return { entry: first };
  const { repository } = workspace.survey;
  const branch = repository ? await defaultBranch(repository) : undefined;
  const contenders = await Promise.all(
    [first, ...others].map(async (entry) => ({
      ...(await contenderAt(path.join(entry.directory, entry.name), branch, workspace.survey)),
      entry,
    })),
  );
  const describe = (all: readonly ContendingEntry[]) =>
    describeAll(all, call, { workspace, taken, branch });
  const numbers = new Set(contenders.map(({ entry }) => entry.writtenNumber));
  if (numbers.size > 1) throw severalError(call, await describe(contenders));
  const { ordered, fresh, later } = await contestOf(contenders, workspace.survey);
  if (fresh) {
    const settled = contenders.filter((each) => each.shown !== fresh.shown);
    const names = settled.map(({ shown }) => shown).join(', ');
    return { entry: fresh.entry, because: `${names} is on ${branch}, but this one is not` };
  }
  if (later && call.yes) return { entry: later.entry, because: 'the later one' };
  const lines = await describe(ordered);
  const picked = await askWhich(call.proposal, lines, questions);
  if (picked === undefined) throw severalError(call, lines, later);
  return { entry: ordered.find(({ shown }) => shown === picked)?.entry ?? first };
}

/** What a word stands for; a path of something else only where no proposal is called so. */
function entriesCalled(
  { proposal: word, isFirst }: RenumberCall,
  proposals: readonly ListedProposal[],
  workspace: Workspace,
): [NumberedEntry, ...NumberedEntry[]] {
  const byPath = documentAt(path.resolve(workspace.survey.cwd, word), workspace);
  const listed = proposals.find(({ file }) => byPath && file === path.normalize(byPath.file));
  if (listed) return [numberedEntry(listed, workspace)];
  const called = byPath && /[\\/]/.test(word) ? [] : proposalsCalled(word, proposals);
  const [first, ...others] = called.map((proposal) => numberedEntry(proposal, workspace));
  if (first) return [first, ...others];
  if (!byPath)
    throw noProposalError(word, proposals, { workspace, flag: isFirst ? 'number' : 'renumber' });
  throw Failure.usage('usage', `${byPath.shown} is not a numbered proposal in this repository`);
}

async function describeAll(
  contenders: readonly ContendingEntry[],
  call: RenumberCall,
  known: {
    workspace: Workspace;
    taken: readonly TakenEntry[];
    branch: string | undefined;
  },
): Promise<Map<string, string>> {
  const { workspace, taken, branch } = known;
  const entries = contenders.map(({ entry }) => entry);
  const files = await readFilesFor(entries, workspace.survey);
  const lines = contenders.map(async ({ entry, shown, arrival }): Promise<[string, string]> => {
    const { result } = await planMove(entry, call, { workspace, taken, files });
    const isElsewhere = (each: { path: string }) =>
      each.path !== shown && !each.path.startsWith(`${shown}/`);
    const pointers = [...result.edits, ...result.links].filter(isElsewhere).length;
    return [shown, contenderText({ arrival, branch, pointers })];
  });
  return new Map(await Promise.all(lines));
}

function severalError(
  call: RenumberCall,
  lines: ReadonlyMap<string, string>,
  later?: Contender,
): Failure {
  const list = [...lines].map(([shown, text]) => `${shown}  (${text})`);
  return Failure.usage('usage', `Several proposals match "${call.proposal}":`, {
    list,
    hint: later
      ? 'The later one should move: pass its path, or --yes'
      : `Pass the path of the one to move instead of "${call.proposal}"`,
    ...(later && { next: { word: call.proposal, by: later.shown } }),
  });
}
