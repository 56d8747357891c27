import { isSlugIn, lettersLost, slugOf } from '../../../convention/slug.ts';
import { hasSlug, slugAsWritten } from '../../../convention/slug-form.ts';
import { slugFor } from '../plan.ts';
import { askText } from './ask-text.ts';
import type { Session } from './session.ts';

/** Asks for the name in the path. */
export function askSlug(session: Session): Promise<unknown> {
  const { answers } = session;
  return askText(session, {
    id: 'slug',
    message: 'What name should the proposal have in its path?',
    hint: slugHint(session),
    initial:
      answers.slug ??
      slugAsWritten(session.setting.workspace.convention, slugOf(answers.title ?? '')),
    lines: 'one',
    empty: undefined,
    validate: (text) => slugProblem(text.trim(), session),
    put: (before, text) => ({ ...before, slug: text.trim() }),
  });
}

/** Whether the title leaves open what its proposal is called in a path. */
export function needsSlug(session: Session): boolean {
  const { title = '', slug: given } = session.answers;
  if (given === undefined && lettersLost(title) !== '') return true;
  const slug = slugFor(session.answers, session.setting.workspace.convention);
  return slug === undefined || slugProblem(slug, session) !== undefined;
}

/** Why a name is asked for, where the title does not say it. */
function slugHint(session: Session): string {
  const { title = '', slug } = session.answers;
  const { convention } = session.setting.workspace;
  const here = slugAsWritten(convention, 'name-of-this-proposal');
  const form =
    here === slugOf(here)
      ? 'Use lowercase letters, digits and hyphens.'
      : `Use letters and digits, as in ${here}.`;
  const made = slug ?? slugAsWritten(convention, slugOf(title));
  const problem = made === '' ? undefined : slugProblem(made, session);
  if (problem !== undefined) return `${problem}.\n${form}`;
  const lost = lettersLost(title);
  if (lost === '') return form;
  return `"${lost}" cannot be transliterated; please check the name.\n${form}`;
}

function slugProblem(slug: string, { taken, setting: { workspace } }: Session): string | undefined {
  const proper = slugAsWritten(workspace.convention, slugOf(slug));
  if (!isSlugIn(workspace.convention, slug))
    return proper ? `Did you mean ${proper}?` : 'Use a few letters or digits';
  if (!hasSlug(workspace.convention) || workspace.convention.numbering === 'date') return undefined;
  const other = taken.find((entry) => entry.slug === slug);
  return other ? `${other.shown} already has that name` : undefined;
}
