import path from 'node:path';
import type { RenumberCall } from '../cli.ts';
import type { Environment } from '../environment.ts';
import { Cancelled, Failure } from '../failure.ts';
import type { Reserve } from '../repository/allocation.ts';
import { claimed } from '../repository/claimed.ts';
import { directoryOf } from '../repository/find-proposal.ts';
import { changedIn } from '../repository/pointing-files.ts';
import { applyMove } from '../repository/renumbering.ts';
import { type Survey, survey } from '../repository/survey.ts';
import { takenEntries } from '../repository/taken.ts';
import { type Home, homeFor, undecided } from './home.ts';
import { moveLines } from './move-lines.ts';
import { type MovePlan, planMove, type RenumberResult } from './plan-move.ts';
import { proposalToMove } from './which-moves.ts';

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
  const wants = { online: call.online, reserve: call.reserve || home.reserves };
  if (call.offline || call.dryRun || !(wants.online || wants.reserve)) {
    return move(call, environment, { around, home });
  }
  const { remoteNumbers, withRemote } = await import('./remote-numbers.ts');
  const taken = takenEntries(home.location, home.convention);
  const slug = call.proposal;
  const remote = await remoteNumbers({ home, taken }, wants, { slug, environment });
  try {
    return await move(call, environment, {
      around,
      home: withRemote(home, remote),
      reserve: remote.reserve,
    });
  } finally {
    remote.close();
  }
}

interface Surroundings {
  around: Survey;
  home: Home;
  reserve?: Reserve | undefined;
}

async function move(
  call: RenumberCall,
  environment: Environment,
  { around, home, reserve }: Surroundings,
): Promise<RenumberResult> {
  const { found, because } = await proposalToMove(call, { around, home, environment });
  const plan = await planMove(call, { around, home, found });
  if (because !== undefined) plan.result.because = because;
  if (call.dryRun) return plan.result;
  if (!call.force) await refuseUncommitted(around, plan);
  await confirm(call, environment, plan.result);
  const { location, convention } = home;
  if (reserve && (await reserve(plan.number)) !== 'won') throw takenMeanwhile(plan);
  claimed(location, plan.number, (nonce) => {
    if (takenEntries(location, convention).some(({ number }) => number === plan.number)) {
      throw takenMeanwhile(plan);
    }
    applyMove(plan, nonce);
  });
  return plan.result;
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
  const { askYes } = await import('./guide/ask-place.ts');
  const shown = [`${result.from.path} → ${result.to.path}`, ...moveLines(result)];
  if (!(await askYes('Do this?', shown.join('\n'), environment))) throw new Cancelled();
}
