import path from 'node:path';
import type { Environment } from '../../environment.ts';
import { Cancelled, Failure } from '../../failure.ts';
import { journalOf } from '../../proposals/changes/journal.ts';
import type { Leftover, Recovery } from '../../proposals/leftovers.ts';
import { moveProposal } from '../../proposals/move-proposal.ts';
import { numbersInUse } from '../../proposals/numbers-in-use.ts';
import type { RemoteNumbers } from '../../proposals/remote/remote-numbers.ts';
import { changedIn } from '../../proposals/uncommitted.ts';
import { claimed } from '../../proposals/with-claim.ts';
import { leftoverError } from '../../report/leftovers.ts';
import type { RenumberResult } from '../../report/renumber.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import { listProposals } from '../../workspace/find-proposal.ts';
import type { Survey } from '../../workspace/survey.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { LazyInterview } from '../lazy-interview.ts';
import { noteAbsent } from '../other-places.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import { placeOptions } from '../workspace-of-call.ts';
import { entryToMove } from './choose.ts';
import { isDraft, type NumberedEntry, slugIn } from './entry.ts';
import { type MovePlan, planMove, readFilesFor } from './plan.ts';
import { askProposal, confirmMove, withNumber } from './questions.ts';
import type { AskedRenumberCall, RenumberCall } from './renumber-call.ts';

/**
 * Moves a proposal to another number, and changes what points at it.
 * @throws Failure when there is no such proposal, the number is taken, or something is uncommitted
 * @throws Cancelled when the user says no
 */
export async function renumber(
  asked: AskedRenumberCall,
  environment: Environment,
): Promise<RenumberResult> {
  const questions = new LazyInterview(asked.yes, environment);
  return questions.run(() => renumberOnce(asked, environment, questions));
}

async function renumberOnce(
  asked: AskedRenumberCall,
  environment: Environment,
  questions: LazyInterview,
): Promise<RenumberResult> {
  const options = { ...placeOptions(asked, environment.cwd), reserve: asked.reserve };
  const { workspace, recovery } = await settledWorkspace(
    () => openWorkspace(environment, options),
    asked,
    environment,
  );
  noteAbsent(workspace, environment);
  refuseHalfway(recovery);
  const recovered = recovery.undone;
  const proposals = listProposals(workspace);
  const proposal =
    asked.proposal ?? (await askProposal(asked, { proposals, workspace }, questions));
  const taken = numbersInUse(workspace.location, workspace.convention);
  const named = { ...asked, proposal };
  const { entry, because } = await entryToMove(named, { workspace, proposals, taken }, questions);
  const call = await withNumber(named, { workspace, taken }, questions);
  if (call.isFirst) refuseNumbered(entry);
  const about = {
    ...(because !== undefined && { because }),
    ...(recovered.length > 0 && { recovered }),
  };
  const wants = { online: call.online, reserve: call.reserve || workspace.reserves };
  if (call.offline || call.dryRun || !(wants.online || wants.reserve)) {
    return moveToFreeNumber(entry, call, { environment, questions, workspace, taken, about });
  }
  const { remoteNumbers, withRemote } = await import('../../proposals/remote/remote-numbers.ts');
  const remote = await remoteNumbers(workspace, wants, { slug: slugIn(entry), environment });
  try {
    const known = { workspace: withRemote(workspace, remote), taken: [...taken, ...remote.taken] };
    return await moveToFreeNumber(entry, call, { environment, questions, ...known, about, remote });
  } finally {
    remote.close();
  }
}

const IN_THE_WAY: readonly Leftover['kind'][] = ['changed since', 'change elsewhere', 'stuck'];

/** @throws Failure when an earlier change is in the way that only the user can put right */
function refuseHalfway({ left }: Recovery): void {
  const inTheWay = left.find(({ kind }) => IN_THE_WAY.includes(kind));
  if (inTheWay) throw leftoverError(inTheWay);
}

/** Numbers that others take meanwhile, before it is given up. */
const MOST_LOSSES = 25;

/**
 * Moves a proposal to the number that was asked for, or to the next that nobody else takes meanwhile. What is
 * confirmed is what is done: after a lost number, the next one is looked at and asked for again.
 */
async function moveToFreeNumber(
  entry: NumberedEntry,
  call: RenumberCall,
  known: {
    environment: Environment;
    questions: LazyInterview;
    workspace: Workspace;
    taken: readonly TakenEntry[];
    about: Pick<RenumberResult, 'because' | 'recovered'>;
    remote?: RemoteNumbers;
  },
): Promise<RenumberResult> {
  const { environment, questions, workspace, remote } = known;
  let { taken } = known;
  let lowest = 1;
  for (let losses = 0; ; losses++) {
    const files = await readFilesFor([entry], workspace.survey);
    const plan = await planMove(entry, call, { workspace, taken, files, lowest });
    const result = { ...plan.result, ...known.about };
    if (call.dryRun) return result;
    if (!call.force) await refuseUncommitted(workspace.survey, plan);
    await confirmMove(result, questions);
    if (environment.signal.aborted) throw new Cancelled();
    const made = await makeMove(plan, workspace, remote);
    if (made.kind === 'moved') return result;
    if (call.number !== undefined || losses === MOST_LOSSES) throw takenMeanwhileError(plan);
    ({ next: lowest, taken } = made);
  }
}

type MadeMove = { kind: 'moved' } | { kind: 'lost'; next: number; taken: readonly TakenEntry[] };

async function makeMove(
  plan: MovePlan,
  { survey, location, convention }: Workspace,
  remote: RemoteNumbers | undefined,
): Promise<MadeMove> {
  const { number } = plan;
  const reserved = (await remote?.reserve?.(number)) ?? 'won';
  if (reserved !== 'won') {
    return { kind: 'lost', next: reserved, taken: numbersInUse(location, convention) };
  }
  let isMoved = false;
  try {
    let taken: readonly TakenEntry[] | undefined;
    isMoved = await claimed(location, number, async () => {
      taken = numbersInUse(location, convention);
      const isTaken = taken.some((entry) => entry.number === number);
      if (!isTaken) await moveProposal(plan, journalOf(survey.root, survey.repository));
      return !isTaken;
    });
    if (isMoved) return { kind: 'moved' };
    return { kind: 'lost', next: number + 1, taken: taken ?? numbersInUse(location, convention) };
  } finally {
    if (!isMoved) await remote?.giveBack().catch(() => undefined);
  }
}

/** Numbering what has a number is a slip: the same command, typed once more. */
function refuseNumbered(entry: NumberedEntry): void {
  if (isDraft(entry)) return;
  throw Failure.refusal('number-taken', `${entry.name} already has the number ${entry.number}`, {
    hint: 'To move it to another number, use renumber',
    next: { word: 'number', by: 'renumber' },
  });
}

function takenMeanwhileError({ number }: MovePlan): Failure {
  return Failure.refusal('number-taken', `Number ${number} was taken in the meantime`, {
    hint: 'Run the command again',
  });
}

/** What is not committed could not be got back, should the move not be what was meant. */
async function refuseUncommitted(
  { repository, isGitSilent }: Survey,
  { files, links, directory, from }: MovePlan,
): Promise<void> {
  if (!repository && !isGitSilent) return;
  const touched = [...files, ...links].map((each) => each.path);
  const all = [...touched, path.join(directory, from)];
  const changed = repository && (await changedIn(repository.root, all));
  if (!changed) {
    throw Failure.refusal(
      'not-written',
      'git cannot tell whether the files to change are committed',
      { hint: 'Fix the problem that git status reports, or pass --force' },
    );
  }
  if (changed.length === 0) return;
  throw Failure.refusal('not-written', 'These files have uncommitted changes:', {
    list: changed,
    hint: 'Commit or stash them, or pass --force',
  });
}
