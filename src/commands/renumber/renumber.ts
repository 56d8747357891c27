import path from 'node:path';
import type { RenumberCall } from '../../cli/parse.ts';
import type { Environment } from '../../environment.ts';
import { Cancelled, Failure } from '../../failure.ts';
import { applyMove } from '../../proposals/apply-move.ts';
import { takenEntries } from '../../proposals/choose-number.ts';
import { changedIn } from '../../proposals/pointing-files.ts';
import type { RemoteNumbers } from '../../proposals/remote-numbers.ts';
import { claimed, recoverMovesAt } from '../../proposals/with-claim.ts';
import { directoryOf } from '../../workspace/find-proposal.ts';
import { homeFor, undecided } from '../../workspace/home.ts';
import { type Survey, survey } from '../../workspace/survey.ts';
import { proposalToMove } from './choose.ts';
import { type Entry, entryOf } from './entry.ts';
import { type MovePlan, type Moving, planMove, type RenumberResult } from './plan.ts';
import { moveLines } from './summary.ts';

/**
 * Moves a proposal to another number, and changes what points at it.
 *
 * @throws Failure when there is no such proposal, the number is taken, or something is uncommitted
 * @throws Cancelled when the user says no
 */
export async function renumber(
  call: RenumberCall,
  environment: Environment,
): Promise<RenumberResult> {
  const { cwd, variables } = environment;
  const around = await survey(cwd, call.directory, variables);
  const near = directoryOf(cwd, call.proposal);
  const wish = {
    ...(call.directory !== undefined && { directory: call.directory }),
    ...(near !== undefined && { near }),
    reserve: call.reserve,
    anyArea: true,
  };
  const home = await homeFor(around, wish);
  if ('what' in home) throw undecided(home);
  const recovered = call.dryRun ? [] : recoverMovesAt(home.location, call.force);
  const { found, because } = await proposalToMove(call, { around, home, environment });
  const entry = entryOf(found, { cwd, ...home });
  if (call.isFirst) refuseNumbered(entry, call);
  const said = {
    ...(because !== undefined && { because }),
    ...(recovered.length > 0 && { recovered }),
  };
  const move: Move = { call, environment, around, home, found, said };
  const wants = { online: call.online, reserve: call.reserve || home.reserves };
  if (call.offline || call.dryRun || !(wants.online || wants.reserve)) return moveOn(move);
  const { remoteNumbers, withRemote } = await import('../../proposals/remote-numbers.ts');
  const taken = takenEntries(home.location, home.convention);
  const slug = slugIn(entry);
  const remote = await remoteNumbers({ home, taken }, wants, { slug, environment });
  try {
    return await moveOn({ ...move, home: withRemote(home, remote) }, remote);
  } finally {
    remote.close();
  }
}

/** What a move is made from. */
interface Move extends Moving {
  call: RenumberCall;
  environment: Environment;
  /** What is told beside the plan. */
  said: Pick<RenumberResult, 'because' | 'recovered'>;
}

/** Numbers that others take meanwhile, before it is given up. */
const MOST_LOSSES = 25;

/** Moves a proposal to the number that was asked for, or to the next that nobody else takes meanwhile. */
async function moveOn(move: Move, remote?: RemoteNumbers): Promise<RenumberResult> {
  const { call, environment, around, said } = move;
  let lowest = 1;
  for (let losses = 0; ; losses++) {
    const plan = await planMove(call, { ...move, lowest });
    Object.assign(plan.result, said);
    if (call.dryRun) return plan.result;
    if (losses === 0) {
      if (!call.force) await refuseUncommitted(around, plan);
      await confirm(call, environment, plan.result);
    }
    const next = await makeMove(plan, move, remote);
    if (next === undefined) return plan.result;
    if (call.number !== undefined || losses >= MOST_LOSSES) throw takenMeanwhile(plan);
    lowest = next;
  }
}

/** @returns the next number to try when somebody else took this one meanwhile */
async function makeMove(
  plan: MovePlan,
  { home: { location, convention } }: Move,
  remote: RemoteNumbers | undefined,
): Promise<number | undefined> {
  const { number } = plan;
  const reserved = (await remote?.reserve?.(number)) ?? 'won';
  if (reserved !== 'won') return reserved;
  let isMoved = false;
  try {
    isMoved = claimed(location, number, (claim) => {
      const isTaken = takenEntries(location, convention).some((entry) => entry.number === number);
      if (!isTaken) applyMove(plan, claim);
      return !isTaken;
    });
  } finally {
    if (!isMoved) await remote?.giveBack().catch(() => undefined);
  }
  return isMoved ? undefined : number + 1;
}

/** To number what has a number is a slip: the same command once more. */
function refuseNumbered({ name, number }: Entry, { proposal }: RenumberCall): void {
  if (!/\d/.test(number)) return;
  throw Failure.refusal('number-taken', `${name} has the number ${Number(number)} already`, {
    hint: `To move it to another: create-enhancement renumber ${proposal}`,
  });
}

/** The name without its number, as proposals are known by on the remote. */
function slugIn({ name, number, at }: Entry): string {
  const rest = name.slice(at + number.length).replace(/^[-_.]/, '');
  return rest.replace(/\.(?:md|markdown|mdx)$/i, '');
}

function takenMeanwhile({ number }: MovePlan): Failure {
  return Failure.refusal('number-taken', `Number ${number} was taken meanwhile`, {
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
      'git does not say whether what would change is committed, and so could be got back',
      { hint: 'Mend what git status complains about, or pass --force' },
    );
  }
  if (changed.length === 0) return;
  throw Failure.refusal(
    'not-written',
    `There are changes that are not committed:\n${changed.map((file) => `  ${file}`).join('\n')}`,
    {
      hint: 'Commit or stash them, or pass --force',
    },
  );
}

async function confirm(
  call: RenumberCall,
  environment: Environment,
  result: RenumberResult,
): Promise<void> {
  if (call.yes || !environment.interactive) return;
  const { askYes } = await import('../ask-once.ts');
  const shown = [`${result.from.path} → ${result.to.path}`, ...moveLines(result)];
  if (!(await askYes('Do this?', shown.join('\n'), environment))) throw new Cancelled();
}
