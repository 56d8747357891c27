import { type Answers, answersInput } from '../../../answers/answers.ts';
import { unanswered } from '../../../answers/missing.ts';
import { type Choice, Stopped } from '../../../ask/asker.ts';
import { openAsker } from '../../../ask/open-asker.ts';
import type { CreateCall } from '../../../cli/parse.ts';
import { outline } from '../../../document/markdown/outline.ts';
import type { Environment } from '../../../environment.ts';
import { Cancelled, Failure } from '../../../failure.ts';
import { takenEntries } from '../../../proposals/choose-number.ts';
import { keepAnswers } from '../../../proposals/store.ts';
import { choices } from '../../../template/selection.ts';
import { adoptionOf } from '../adopted-convention.ts';
import { planProposal, renderFor, type Setting, slugFor } from '../plan.ts';
import { needsOf } from '../prepare.ts';
import { isTooLong, resumeCommand } from '../repeat-command.ts';
import type { Session } from './session.ts';
import { STEPS, type Step } from './steps.ts';

export interface GuideContext {
  setting: Setting;
  call: CreateCall;
  environment: Environment;
}

/**
 * Asks for every answer that is missing, shows what would be written, and lets the user go back to any
 * answer until they say yes.
 *
 * @returns complete answers
 * @throws Cancelled, with the command that goes on from what was said, when the user stops
 */
export async function guide(given: Answers, context: GuideContext): Promise<Answers> {
  const { setting, environment, call } = context;
  const session = await openSession(given, setting, environment);
  try {
    session.asker.open('create-enhancement');
    const adopted = adoptionOf(setting);
    if (adopted) session.asker.tell(adopted.summary);
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
 * The error, with the command that goes on from the answers; answers that are longer than a command
 * line can be are kept in a temporary file.
 */
export function withResume(error: unknown, answers: Answers, call: CreateCall): unknown {
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
async function openSession(
  given: Answers,
  setting: Setting,
  environment: Environment,
): Promise<Session> {
  slugFor(given);
  const probe = { title: 'x', ...given };
  const { sections } = renderFor(setting, probe, undefined, '');
  if (given.number !== undefined) planProposal(setting, probe, 'a-slug-that-nothing-has');
  return { asker: await openAsker(environment), setting, answers: given, sections };
}

/** Asks the steps that have no answer yet, in order; going back returns to the step asked before. */
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

/** Shows the plan, and asks again whatever the user wants to change, until it is to be written. */
async function review(session: Session, isDryRun: boolean): Promise<void> {
  for (;;) {
    const { location, convention } = session.setting.home;
    session.setting = { ...session.setting, taken: takenEntries(location, convention) };
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

function pathOf({ setting, answers }: Session): string {
  return planProposal(setting, answers, slugFor(answers) ?? '').path;
}

/** @returns what stands in the way of the plan, if anything */
function showPlan({ asker, setting, answers }: Session): Failure | undefined {
  try {
    const plan = planProposal(setting, answers, slugFor(answers) ?? '');
    const beside = plan.companions.map(({ path }) => path);
    const lines = outline(plan.rendering.document).map(
      ({ level, title }) => `${'  '.repeat(level - 1)}${title}`,
    );
    asker.tell([plan.path, ...beside, '', ...lines].join('\n'));
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    asker.tell([error.message, error.hint].filter(Boolean).join('\n'));
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
