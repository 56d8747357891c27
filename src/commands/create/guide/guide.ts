import type { Answers } from '../../../answers/answers.ts';
import { unanswered } from '../../../answers/missing.ts';
import { type Asker, type ChoiceQuestion, Stopped } from '../../../ask/asker.ts';
import { Interview } from '../../../ask/interview.ts';
import { openAsker, wantsPlain } from '../../../ask/open-asker.ts';
import { loadLetters } from '../../../convention/slug.ts';
import type { Environment } from '../../../environment.ts';
import { Cancelled, Failure } from '../../../failure.ts';
import type { Undecided } from '../../../workspace/directory/choose-directory.ts';
import { placeQuestion } from '../../questions.ts';
import { adoptionOf } from '../adopted-convention.ts';
import type { CreateCall } from '../create-call.ts';
import type { KeptRun } from '../kept/kept-run.ts';
import { type Beginning, beginningOf } from '../kept/resume.ts';
import { planProposal, renderFor, slugFor } from '../plan.ts';
import { creationOptions, needsOf, prepareSetting, type Setting } from '../prepare.ts';
import { fitTemplateVariables } from '../template-variables.ts';
import { type Written, writeProposal } from '../write.ts';
import { askToOpen } from './ask-to-open.ts';
import { review, takenNow } from './review.ts';
import type { Session } from './session.ts';
import { STEPS } from './steps.ts';
import { placeAnswers } from './unplaced.ts';

interface WrittenByGuide {
  written: Written;
  answers: Answers;
  call: CreateCall;
  /** Whether the questions stand on the screen, joined by a line. */
  isFramed: boolean;
}

/**
 * Asks for every answer that is missing, shows what would be written, lets the user go back to any answer until
 * they say yes, and writes the proposal. Where a remote holds no number, it offers other ways. What was said is kept
 * until it is written.
 * @throws Cancelled, with the command that goes on from what was said, when the user stops
 * @throws Failure, likewise, when the proposal cannot be written
 */
export async function askAndWrite(
  said: Answers,
  called: CreateCall,
  environment: Environment,
): Promise<WrittenByGuide> {
  await loadLetters();
  const opening = onlyOnce(() => openAsker(environment));
  const before = new Interview(opening);
  try {
    const choose = (question: BeforeQuestion) => before.chooseFinally(question);
    const begun = await beginningOf(called, said, { environment, choose });
    return await askFrom(begun, opening, environment);
  } catch (error) {
    throw error instanceof Stopped ? new Cancelled() : error;
  } finally {
    before.close();
  }
}

type BeforeQuestion = Omit<ChoiceQuestion<string>, 'canGoBack'>;

/** Asks what a run that has just begun, or goes on, is still to be told. */
async function askFrom(
  { call, given, kept }: Beginning,
  opening: () => Promise<Asker>,
  environment: Environment,
): Promise<WrittenByGuide> {
  const keep = (isTyping: boolean) => kept.keep(call, isTyping);
  const interview = new Interview(opening, kept.progress, keep);
  try {
    const place = new AskedPlace(call, given, environment);
    const full = await interview.conduct(async () => {
      const setting = await place.settle(interview);
      const placed = await placeAnswers(given, setting, interview);
      const session = { ...sessionFor(setting, placed), interview };
      await askAll(session, call);
      return session;
    });
    const { chosen } = full.setting.workspace;
    const settled = {
      ...call,
      ...(chosen && { [chosen.what === 'document' ? 'document' : 'directory']: chosen.value }),
      draft: full.setting.isDraft,
    };
    interview.rest();
    const result = await writeOrElse(full, settled, environment);
    if (!call.dryRun) kept.discard();
    const open = await askToOpen(interview, result.call, environment);
    const isFramed = !wantsPlain(environment.variables);
    return { ...result, answers: full.answers, call: { ...result.call, open }, isFramed };
  } catch (error) {
    if (kept.why) environment.note(`your answers could not be saved: ${kept.why}`);
    throw withResume(error instanceof Stopped ? new Cancelled() : error, kept);
  } finally {
    interview.close();
  }
}

/** Where the proposal goes, and with it all that is known of the place; each is looked at once. */
class AskedPlace {
  #undecided: Undecided | undefined;
  readonly #settings = new Map<string, Setting>();

  constructor(
    private readonly call: CreateCall,
    private readonly given: Answers,
    private readonly environment: Environment,
  ) {}

  async settle(interview: Interview): Promise<Setting> {
    const choose = (undecided: Undecided) => {
      this.#undecided = undecided;
      return interview.chooseOne(placeQuestion(undecided));
    };
    const chosen = this.#undecided ? await choose(this.#undecided) : '';
    const known = this.#settings.get(chosen);
    if (known) return known;
    const options = creationOptions(this.call, this.given);
    const settled = chosen === '' ? choose : async () => chosen;
    const setting = await prepareSetting(options, this.environment, settled);
    this.#settings.set(setting.workspace.chosen?.value ?? '', setting);
    return setting;
  }
}

/** What was given is checked first: nobody should answer questions for an error that was there before. */
function sessionFor(setting: Setting, given: Answers): Omit<Session, 'interview'> {
  const { own, label } = setting.template;
  const answers = fitTemplateVariables(given, own, label);
  slugFor(answers, setting.workspace.convention);
  const probe = { title: 'x', ...answers };
  const taken = takenNow(setting);
  const { sections } = renderFor(setting, probe, { number: undefined, slug: '' });
  if (answers.number !== undefined) {
    planProposal(setting, { ...probe, slug: 'a-slug-that-nothing-has' }, taken);
  }
  return { setting, taken, answers, sections };
}

async function askAll(session: Session, call: CreateCall): Promise<void> {
  const { setting, answers } = session;
  const adopted = adoptionOf(setting, session.taken);
  if (adopted) session.interview.tell([adopted.summary]);
  const missing = unanswered(answers, needsOf(setting));
  for (const step of STEPS) {
    const isMissing = ['slug', 'sections'].includes(step.key) || missing.includes(step.key);
    if (isMissing && step.applies(session)) await step.ask(session);
  }
  await review(session, call.dryRun);
}

async function writeOrElse(
  { answers, setting, interview }: Session,
  call: CreateCall,
  environment: Environment,
): Promise<{ written: Written; call: CreateCall }> {
  try {
    return { written: await writeProposal(setting, answers, call, environment), call };
  } catch (error) {
    const { writeWithoutRemote } = await import('./without-remote.ts');
    return await writeWithoutRemote(error, answers, { call, setting, environment, interview });
  }
}

function withResume(error: unknown, kept: KeptRun): unknown {
  const isResumable = error instanceof Failure || error instanceof Cancelled;
  if (isResumable && kept.isThere) error.resume = ['npx', 'create-enhancement', '--resume'];
  return error;
}

function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
