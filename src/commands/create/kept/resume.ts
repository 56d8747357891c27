import type { Answers } from '../../../answers/answers.ts';
import type { ChoiceQuestion } from '../../../ask/asker.ts';
import type { Environment } from '../../../environment.ts';
import { Failure } from '../../../failure.ts';
import { rootAbove } from '../../../workspace/survey.ts';
import type { CreateCall } from '../create-call.ts';
import { resumeQuestion } from '../guide/resume-question.ts';
import { KeptRun, keptRuns } from './kept-run.ts';

/** What a run begins with: the answers of its call, or those of an earlier one as well. */
export interface Beginning {
  call: CreateCall;
  given: Answers;
  kept: KeptRun;
}

type ChooseOne = (question: Omit<ChoiceQuestion<string>, 'canGoBack'>) => Promise<string>;

/**
 * Goes on with what an earlier run has kept: where the call says so, or somebody who is asked.
 * @param choose asks somebody; undefined where nobody can be asked
 * @throws Failure when the call goes on with something, and nothing is kept here
 */
export async function beginningOf(
  call: CreateCall,
  given: Answers,
  { environment, choose }: { environment: Environment; choose?: ChooseOne },
): Promise<Beginning> {
  const root = rootAbove(environment.cwd);
  const fresh = { call, given, kept: new KeptRun(root, call, given) };
  if (call.fresh) return fresh;
  const runs = keptRuns(root, (path) =>
    environment.note(`answers of an earlier run could not be read and were moved aside: ${path}`),
  );
  const [newest] = runs;
  if (call.resume) {
    if (!newest) throw nothingKeptError();
    const named = runs.find(({ title }) => title !== '' && title === given.title);
    if (!named && runs.length > 1 && choose) return chosenOf(runs, fresh, choose);
    const run = named ?? newest;
    if (runs.length > 1)
      environment.note(`continuing "${run.title}", of ${runs.length} saved runs`);
    return goOn(run, fresh);
  }
  if (!newest) return fresh;
  const isAnother = given.title !== undefined && given.title !== newest.title;
  if (!choose || isAnother) {
    environment.note(`answers for "${newest.title}" are saved: continue with --resume`);
    return fresh;
  }
  return chosenOf(runs, fresh, choose);
}

async function chosenOf(
  runs: readonly KeptRun[],
  fresh: Beginning,
  choose: ChooseOne,
): Promise<Beginning> {
  const chosen = await choose(resumeQuestion(runs));
  if (chosen === 'discard') for (const run of runs) run.discard();
  const run = runs[Number(chosen)];
  return run ? goOn(run, fresh) : fresh;
}

/** What the call says now goes before what was said then. */
function goOn(run: KeptRun, fresh: Beginning): Beginning {
  const now = Object.entries(fresh.call).filter(([, said]) => said !== undefined && said !== false);
  const call = { ...fresh.call, ...run.call, ...Object.fromEntries(now) };
  const given = { ...run.given, ...fresh.given };
  const kept = run.taken(call, given);
  // At once, so that it is this run's, and no other one offers it.
  kept.keep(call, false);
  return { call, given, kept };
}

function nothingKeptError(): Failure {
  return Failure.usage('usage', 'There are no saved answers here', {
    hint: 'Leave out --resume to start a new proposal',
  });
}
