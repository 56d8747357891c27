import type { Answers } from '../../answers/answers.ts';
import type { Environment } from '../../environment.ts';
import type { Leftover } from '../../proposals/leftovers.ts';
import { numbersInUse } from '../../proposals/numbers-in-use.ts';
import { publish } from '../../proposals/publish.ts';
import type { RemoteNumbers, RemoteOptions } from '../../proposals/remote/remote-numbers.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import { type Plan, planProposal, planUnder, wantedName } from './plan.ts';
import type { Setting } from './prepare.ts';

export interface Written {
  left: Leftover[];
  plan: Plan;
  setting: Setting;
  taken: readonly TakenEntry[];
  rivals: string[];
  /** How much of the remote was read; undefined when nothing was. */
  seen: RemoteNumbers['seen'];
}

export interface WriteOptions extends RemoteOptions {
  dryRun: boolean;
}

/**
 * Publishes the proposal for complete answers under the number that it gets, or plans it for a dry run.
 * @throws Failure when it cannot be planned, reserved or written
 */
export async function writeProposal(
  setting: Setting,
  answers: Answers,
  { dryRun, ...options }: WriteOptions,
  environment: Environment,
): Promise<Written> {
  const wants = { online: options.online, reserve: options.reserve || setting.workspace.reserves };
  if (options.offline || setting.isDraft || !(wants.online || wants.reserve)) {
    return writeNow(setting, answers, { dryRun, environment });
  }
  const { remoteNumbers, withRemote } = await import('../../proposals/remote/remote-numbers.ts');
  const { slug } = wantedName(setting, answers);
  const remote = await remoteNumbers(setting.workspace, wants, { slug, environment });
  try {
    const known = { ...setting, workspace: withRemote(setting.workspace, remote) };
    // A number that an earlier run for the same proposal holds is taken up again.
    const { own } = remote;
    const settled = own === undefined ? answers : { ...answers, number: answers.number ?? own };
    return await writeNow(known, settled, { dryRun, environment, remote });
  } finally {
    remote.close();
  }
}

async function writeNow(
  setting: Setting,
  answers: Answers,
  {
    dryRun,
    environment,
    remote,
  }: { dryRun: boolean; environment: Environment; remote?: RemoteNumbers },
): Promise<Written> {
  const { workspace } = setting;
  const seen = remote?.seen;
  if (dryRun) {
    const taken = numbersInUse(workspace.location, workspace.convention);
    const plan = planProposal(setting, answers, taken);
    return { plan, setting, taken, rivals: [], seen, left: [] };
  }
  const likely =
    isLarge(answers) &&
    planProposal(setting, answers, numbersInUse(workspace.location, workspace.convention));
  try {
    const published = await publish(workspace, {
      wanted: wantedName(setting, answers),
      planFor: (number) =>
        likely && likely.number === number ? likely : planUnder(number, setting, answers),
      reserve: remote?.reserve,
      signal: environment.signal,
    });
    return { ...published, setting, seen };
  } catch (error) {
    // What cannot be given back is taken up again by the next run for the same proposal.
    await remote?.giveBack().catch(() => undefined);
    throw error;
  }
}

/** Whether planning takes so long that it is done before anything is claimed: then it can be interrupted. */
function isLarge(answers: Answers): boolean {
  return JSON.stringify(answers).length > 256_000;
}
