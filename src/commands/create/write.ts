import type { Answers } from '../../answers/answers.ts';
import type { CreateCall } from '../../cli/parse.ts';
import type { Environment } from '../../environment.ts';
import { publish } from '../../proposals/publish.ts';
import type { RemoteNumbers } from '../../proposals/remote-numbers.ts';
import { type Plan, planProposal, type Setting, slugFor } from './plan.ts';

/** What was written, or would be. */
export interface Written {
  /** The call as it was carried out. */
  call: CreateCall;
  plan: Plan;
  /** What it was planned from, what the remote knows included. */
  setting: Setting;
  /** Names of others that got the same number meanwhile. */
  rivals: string[];
  /** How much of the remote was read; undefined when nothing was. */
  seen: RemoteNumbers['seen'];
}

/**
 * Plans, and publishes what was planned; under another number when that one was taken meanwhile.
 *
 * @throws Failure when it cannot be planned, reserved or written
 */
export async function writeProposal(
  call: CreateCall,
  setting: Setting,
  answers: Answers,
  environment: Environment,
): Promise<Written> {
  const slug = slugFor(answers) ?? '';
  const wants = { online: call.online, reserve: call.reserve || setting.home.reserves };
  if (call.offline || call.draft || !(wants.online || wants.reserve)) {
    return writeWith({ call, setting, answers, slug, environment }, undefined);
  }
  const { remoteNumbers, withRemote } = await import('../../proposals/remote-numbers.ts');
  const remote = await remoteNumbers(setting, wants, { slug, environment });
  try {
    const home = withRemote(setting.home, remote);
    const known = { ...setting, home, taken: [...setting.taken, ...remote.taken] };
    return await writeWith({ call, setting: known, answers, slug, environment }, remote);
  } finally {
    remote.close();
  }
}

interface Writing {
  call: CreateCall;
  setting: Setting;
  answers: Answers;
  slug: string;
  environment: Environment;
}

async function writeWith(
  { call, setting, answers, slug, environment }: Writing,
  remote: RemoteNumbers | undefined,
): Promise<Written> {
  const own = remote?.own;
  const said =
    own === undefined || answers.number !== undefined ? answers : { ...answers, number: own };
  const plan = planProposal(setting, said, slug);
  if (call.dryRun) return { call, plan, setting, rivals: [], seen: remote?.seen };
  const place = { ...setting.home, reserve: remote?.reserve };
  const { number, rivals } = await publish(place, plan.proposal, environment.signal).catch(
    async (error: unknown) => {
      // What cannot be given back is taken up again by the next run for the same proposal.
      await remote?.giveBack().catch(() => undefined);
      throw error;
    },
  );
  return {
    call,
    plan: number === plan.number ? plan : renumbered(setting, answers, number),
    setting,
    rivals,
    seen: remote?.seen,
  };
}

function renumbered(setting: Setting, answers: Answers, number: number | undefined): Plan {
  const numbered = number === undefined ? answers : { ...answers, number };
  return planProposal({ ...setting, taken: [] }, numbered, slugFor(answers) ?? '');
}
