import { type Choice, Stopped } from '../../../ask/asker.ts';
import { outline } from '../../../document/markdown/outline.ts';
import { Failure } from '../../../failure.ts';
import { numbersInUse } from '../../../proposals/numbers-in-use.ts';
import type { TakenEntry } from '../../../workspace/entries.ts';
import { type Plan, planProposal } from '../plan.ts';
import type { Setting } from '../prepare.ts';
import { askSection } from './ask-section.ts';
import { documentView } from './document-view.ts';
import type { Session } from './session.ts';
import { STEPS } from './steps.ts';

/** What is in use now; others may have written since it was looked at last. */
export function takenNow({ workspace }: Setting): TakenEntry[] {
  return numbersInUse(workspace.location, workspace.convention);
}

/**
 * Shows what would be written, and lets the user change any answer, until they want it.
 * @throws Stopped when they do not
 */
export async function review(session: Session, isDryRun: boolean): Promise<void> {
  const { interview } = session;
  for (;;) {
    session.taken = takenNow(session.setting);
    const plan = planOf(session);
    interview.tell(plan instanceof Failure ? failureLines(plan) : planLines(plan));
    const chosen = await interview.chooseOne({
      id: 'review',
      message: plan instanceof Failure ? 'What do you want to change?' : `Write ${plan.path}?`,
      choices: choicesFor(session, plan, isDryRun),
    });
    if (chosen === 'write') return;
    if (chosen === 'cancel') throw new Stopped('');
    if (chosen === 'whole' && !(plan instanceof Failure)) {
      interview.forgetLast();
      await interview.show(documentView(plan, session.answers));
    } else if (chosen === 'section') await askOtherSection(session);
    else {
      await STEPS.find(({ key }) => key === chosen)?.ask(session);
      await askSlugIfNeeded(session);
    }
  }
}

function planOf({ setting, answers, taken }: Session): Plan | Failure {
  try {
    return planProposal(setting, answers, taken);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function choicesFor(session: Session, plan: Plan | Failure, isDryRun: boolean): Choice<string>[] {
  const go: Choice<string>[] =
    plan instanceof Failure
      ? []
      : [
          { value: 'write', label: isDryRun ? 'Show the files (dry run)' : 'Write it' },
          { value: 'whole', label: 'Read the whole document first' },
        ];
  const others = otherSections(session);
  const changes = STEPS.filter(
    (step) => step.key !== 'sections' && (step.key === 'slug' || step.applies(session)),
  ).map(({ key, label }) => ({ value: key, label: `Change the ${label}` }));
  return [
    ...go,
    ...changes,
    ...(others.length > 0 ? [{ value: 'section', label: 'Write another section' }] : []),
    { value: 'cancel', label: 'Cancel: write nothing' },
  ];
}

/** Lines of an outline that fit on a screen with the question below it. */
const MOST_LINES = 24;

function planLines({ path, companions, rendering }: Plan): string[] {
  const headings = outline(rendering.document);
  const isLong = headings.length > MOST_LINES;
  const main = isLong ? headings.filter(({ level }) => level <= 2) : headings;
  const shown = main.slice(0, MOST_LINES);
  const rest = headings.length - shown.length;
  return [
    path,
    ...companions.map((file) => file.path),
    '',
    ...shown.map(({ level, title }) => `${'  '.repeat(level - 1)}${title}`),
    ...(rest > 0 ? [`… and ${rest} more headings`] : []),
  ];
}

function failureLines({ lines, hint }: Failure): string[] {
  return [...lines, ...(hint === undefined ? [] : [hint])];
}

async function askSlugIfNeeded(session: Session): Promise<void> {
  const step = STEPS.find(({ key }) => key === 'slug');
  while (step?.applies(session)) await step.ask(session);
}

function otherSections({ sections, setting, answers }: Session) {
  const asked = new Set<string>(['summary', 'goals', 'non-goals', 'user-stories']);
  const isWanted = ({ id, marker }: (typeof sections)[number]) =>
    marker === 'always' || (marker === 'optional') === (answers.with ?? []).includes(id);
  return sections.filter(
    (each) => !(asked.has(each.id) && setting.template.places.size > 0) && isWanted(each),
  );
}

async function askOtherSection(session: Session): Promise<void> {
  const others = otherSections(session);
  const id = await session.interview.chooseOne({
    id: 'review/section',
    message: 'Which section?',
    choices: others.map(({ id: value, title }) => ({ value, label: title })),
    searchable: others.length > 12,
  });
  const section = others.find((each) => each.id === id);
  if (section) await askSection(session, section);
}
