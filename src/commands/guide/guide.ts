import type { Answers } from '../../answers/answers.ts';
import { unanswered } from '../../answers/missing.ts';
import type { CreateCall } from '../../cli.ts';
import { outline } from '../../document/outline.ts';
import type { Environment } from '../../environment.ts';
import { Cancelled, Failure } from '../../failure.ts';
import { type Choice, Stopped } from '../../prompts/asker.ts';
import { choices } from '../../template/selection.ts';
import { planProposal, renderFor, type Setting, slugFor } from '../plan.ts';
import { repeatCommand } from '../repeat.ts';
import { openAsker } from './open-asker.ts';
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
  const asker = await openAsker(context.environment);
  const session: Session = { asker, setting: context.setting, answers: given, sections: [] };
  try {
    session.sections = renderFor(context.setting, {}, 0, '').sections;
    asker.open('create-enhancement');
    await askMissing(session);
    await review(session, context.call.dryRun);
    return session.answers;
  } catch (error) {
    if (error instanceof Stopped) throw new Cancelled(resumeCommand(session.answers, context.call));
    throw error;
  } finally {
    asker.close();
  }
}

/** Asks the steps that have no answer yet, in order; going back returns to the step asked before. */
async function askMissing(session: Session): Promise<void> {
  const missing = unanswered(session.answers);
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
    const problem = showPlan(session);
    const go: Choice<string>[] = problem
      ? []
      : [{ value: 'write', label: isDryRun ? 'Show the files (dry run)' : 'Write it' }];
    const changes = STEPS.map(({ key, label }) => ({ value: key, label: `Change the ${label}` }));
    const reply = await session.asker.chooseOne({
      message: problem ? 'What do you want to change?' : 'Write this proposal?',
      choices: [...go, ...changes, { value: 'cancel', label: 'Cancel: write nothing' }],
    });
    const chosen = reply.kind === 'back' ? lastStep(session).key : reply.value;
    if (chosen === 'write') return;
    if (chosen === 'cancel') throw new Stopped('');
    await STEPS.find(({ key }) => key === chosen)?.ask(session);
    await askSlugIfNeeded(session);
  }
}

/** @returns what stands in the way of the plan, if anything */
function showPlan({ asker, setting, answers }: Session): Failure | undefined {
  try {
    const plan = planProposal(setting, answers, slugFor(answers) ?? '');
    const lines = outline(plan.rendering.document).map(
      ({ level, title }) => `${'  '.repeat(level - 1)}${title}`,
    );
    asker.tell([plan.path, '', ...lines].join('\n'));
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

function resumeCommand(answers: Answers, call: CreateCall): string[] | undefined {
  const hasAnswers = Object.keys(answers).length > 0;
  return hasAnswers ? repeatCommand(answers, call) : undefined;
}
