import { type Answers, answersInput } from '../../../answers/answers.ts';
import { unanswered } from '../../../answers/missing.ts';
import { type Choice, Stopped } from '../../../ask/asker.ts';
import { openAsker } from '../../../ask/open-asker.ts';
import { outline } from '../../../document/markdown/outline.ts';
import type { Environment } from '../../../environment.ts';
import { Cancelled, Failure } from '../../../failure.ts';
import { numbersInUse } from '../../../proposals/numbers-in-use.ts';
import { keepAnswers } from '../../../proposals/store.ts';
import { isTooLong } from '../../../report/shell-quoting.ts';
import { choices } from '../../../template/selection.ts';
import type { TakenEntry } from '../../../workspace/entries.ts';
import { adoptionOf } from '../adopted-convention.ts';
import type { CreateCall } from '../create-call.ts';
import { planProposal, renderFor, slugFor } from '../plan.ts';
import { needsOf, type Setting } from '../prepare.ts';
import { resumeCommand } from '../repeat-command.ts';
import { type Written, writeProposal } from '../write.ts';
import type { Session } from './session.ts';
import { STEPS, type Step } from './steps.ts';

interface Context {
  setting: Setting;
  environment: Environment;
}

interface WrittenByGuide {
  written: Written;
  answers: Answers;
  call: CreateCall;
}

/**
 * Asks for every answer that is missing, shows what would be written, lets the user go back to any answer until
 * they say yes, and writes the proposal. Where a remote holds no number, it offers other ways.
 * @throws Cancelled, with the command that goes on from what was said, when the user stops
 * @throws Failure, likewise, when the proposal cannot be written
 */
export async function askAndWrite(
  given: Answers,
  call: CreateCall,
  { setting, environment }: Context,
): Promise<WrittenByGuide> {
  const answers = await guide(given, call, { setting, environment });
  try {
    const written = await writeProposal(setting, answers, call, environment);
    return { written, answers, call };
  } catch (error) {
    try {
      const { writeWithoutRemote } = await import('./without-remote.ts');
      const otherwise = await writeWithoutRemote(error, answers, { call, setting, environment });
      return { ...otherwise, answers };
    } catch (final) {
      throw withResume(final, answers, call);
    }
  }
}

async function guide(given: Answers, call: CreateCall, context: Context): Promise<Answers> {
  const session = await openSession(given, context);
  try {
    session.asker.open('create-enhancement');
    const adopted = adoptionOf(session.setting, session.taken);
    if (adopted) session.asker.tell([adopted.summary]);
    await askMissing(session);
    await review(session, call.dryRun);
    return session.answers;
  } catch (error) {
    const ended = error instanceof Stopped ? new Cancelled() : error;
    throw withResume(ended, session.answers, call);
  } finally {
    session.asker.close();
  }
}

/**
 * The error, with the command that goes on from the answers; answers that are longer than a command line can be
 * are kept in a temporary file.
 */
function withResume(error: unknown, answers: Answers, call: CreateCall): unknown {
  const isResumable = error instanceof Failure || error instanceof Cancelled;
  if (!isResumable || Object.keys(answers).length === 0) return error;
  const words = resumeCommand(answers, call);
  error.resume = isTooLong(words)
    ? [
        ...resumeCommand({}, call),
        '--from',
        keepAnswers(JSON.stringify(answersInput(answers), null, 2)),
      ]
    : words;
  return error;
}

/** What was given is checked first: nobody should answer questions for an error that was there before. */
async function openSession(given: Answers, { setting, environment }: Context): Promise<Session> {
  slugFor(given);
  const probe = { title: 'x', ...given };
  const taken = takenNow(setting);
  const { sections } = renderFor(setting, probe, { number: undefined, slug: '' });
  if (given.number !== undefined) {
    planProposal(setting, { ...probe, slug: 'a-slug-that-nothing-has' }, taken);
  }
  return { asker: await openAsker(environment), setting, taken, answers: given, sections };
}

function takenNow({ home }: Setting): TakenEntry[] {
  return numbersInUse(home.location, home.convention);
}

async function askMissing(session: Session): Promise<void> {
  const missing = unanswered(session.answers, needsOf(session.setting));
  const pending = STEPS.filter(({ key }) => key === 'slug' || missing.includes(key));
  const asked: number[] = [];
  for (let index = 0; index < pending.length; ) {
    const step = pending[index];
    const isDue = step !== undefined && (await step.applies(session));
    const direction = isDue ? await step.ask(session) : 'skip';
    if (direction === 'back') {
      index = asked.pop() ?? 0;
    } else {
      if (direction === 'next') asked.push(index);
      index++;
    }
  }
}

async function review(session: Session, isDryRun: boolean): Promise<void> {
  for (;;) {
    session.taken = takenNow(session.setting);
    const problem = showPlan(session);
    const go: Choice<string>[] = problem
      ? []
      : [{ value: 'write', label: isDryRun ? 'Show the files (dry run)' : 'Write it' }];
    const changes = STEPS.filter((step) => step.key === 'slug' || step.applies(session)).map(
      ({ key, label }) => ({ value: key, label: `Change the ${label}` }),
    );
    const reply = await session.asker.chooseOne({
      message: problem ? 'What do you want to change?' : `Write ${pathOf(session)}?`,
      choices: [...go, ...changes, { value: 'cancel', label: 'Cancel: write nothing' }],
    });
    const chosen = reply.kind === 'back' ? lastStep(session).key : reply.value;
    if (chosen === 'write') return;
    if (chosen === 'cancel') throw new Stopped('');
    await STEPS.find(({ key }) => key === chosen)?.ask(session);
    await askSlugIfNeeded(session);
  }
}

function pathOf({ setting, answers, taken }: Session): string {
  return planProposal(setting, answers, taken).path;
}

function showPlan({ asker, setting, answers, taken }: Session): Failure | undefined {
  try {
    const plan = planProposal(setting, answers, taken);
    const beside = plan.companions.map(({ path }) => path);
    const lines = outline(plan.rendering.document).map(
      ({ level, title }) => `${'  '.repeat(level - 1)}${title}`,
    );
    asker.tell([plan.path, ...beside, '', ...lines]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    asker.tell([...error.lines, ...(error.hint === undefined ? [] : [error.hint])]);
    return error;
  }
}

function lastStep({ sections }: Session): Step {
  const last = choices(sections).length > 0 ? STEPS.at(-1) : STEPS[0];
  if (!last) throw new Error('there are no questions');
  return last;
}

async function askSlugIfNeeded(session: Session): Promise<void> {
  const step = STEPS.find(({ key }) => key === 'slug');
  while (step && (await step.applies(session))) await step.ask(session);
}
