import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import type { Creation } from '../../report/create/create.ts';
import { shellWord } from '../../shell-quoting.ts';
import { checkSuperseded, supersede } from '../state/supersede.ts';
import { create } from './create.ts';
import type { CreateCall } from './create-call.ts';

/**
 * Creates a proposal that takes the place of another one, and says so in both.
 * @throws Failure when the other one is not there, has no place for it, or cannot be written
 */
export async function createSuperseding(
  call: CreateCall & { supersedes: string },
  environment: Environment,
): Promise<Creation> {
  const place = call.directory === undefined ? {} : { directory: call.directory };
  const { shown: old } = await checkSuperseded({ old: call.supersedes, ...place }, environment);
  return recordSuccession(
    await create(call, environment),
    { ...call, supersedes: old },
    environment,
  );
}

/**
 * Says in a proposal that has been written, and in the one whose place it takes, that it does.
 * @throws Failure when it cannot be written
 */
export async function recordSuccession(
  creation: Creation,
  call: CreateCall & { supersedes: string },
  environment: Environment,
): Promise<Creation> {
  const { supersedes: old, directory } = call;
  const place = directory === undefined ? {} : { directory };
  const superseding = (shown: string): Creation => ({
    ...creation,
    result: { ...creation.result, supersedes: { path: shown } },
  });
  if (call.dryRun) return superseding(old);
  const by = creation.result.path;
  try {
    const { result } = await supersede({ old, by, ...place, dryRun: false }, environment);
    return superseding(result.old);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw Failure.refusal('not-written', `${by} was written, but ${error.message}`, {
      hint: `When that is fixed: npx create-enhancement supersede ${shellWord(old)} --by ${shellWord(by)}`,
      cause: error,
    });
  }
}
