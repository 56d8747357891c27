import type { Needs } from '../../answers/missing.ts';
import { templateSections } from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import { takenEntries } from '../../proposals/choose-number.ts';
import { choices } from '../../template/selection.ts';
import { loadTemplate, type Template } from '../../template/template.ts';
import type { Wish } from '../../workspace/choose-directory.ts';
import { type Home, homeFor, undecided } from '../../workspace/home.ts';
import { survey } from '../../workspace/survey.ts';
import type { Setting } from './plan.ts';

/**
 * Finds out what a creation starts from.
 *
 * @param asks whether somebody can be asked where the proposal goes
 * @throws Failure when nobody can, or the template cannot be used
 */
export async function prepareSetting(
  { isDraft, ...wish }: Wish & { isDraft: boolean },
  environment: Environment,
  asks: boolean,
): Promise<Setting> {
  const { home, chosen } = await findHome(wish, environment, asks);
  const template = await loadTemplate(home.template);
  const author = await authorFor(template, home);
  const taken = takenEntries(home.location, home.convention);
  const { today } = environment;
  return { home, template, today, author, taken, isDraft, ...(chosen !== undefined && { chosen }) };
}

/** Where the proposal goes; where only the author can know, they are asked. */
async function findHome(
  wish: Wish,
  environment: Environment,
  asks: boolean,
): Promise<{ home: Home; chosen?: string }> {
  const { cwd, variables } = environment;
  const surroundings = await survey(cwd, wish.directory, variables);
  const home = await homeFor(surroundings, wish);
  if (!('what' in home)) return { home };
  if (!asks) throw undecided(home);
  const { askPlace } = await import('../ask-once.ts');
  const chosen = await askPlace(home, environment);
  const settled = await homeFor(surroundings, { ...wish, directory: chosen });
  if ('what' in settled) throw undecided(settled);
  return { home: settled, chosen };
}

/** Who is writing, where the template has a place for it: git is asked, which takes a process. */
async function authorFor({ usesAuthor }: Template, { location }: Home): Promise<string> {
  if (!location.repository || !usesAuthor) return '';
  const { authorName } = await import('../../git/repository.ts');
  return authorName(location.repository.root);
}

/**
 * What has to be known for the template and the convention.
 *
 * @param seesChoices whether it matters that there are sections to choose: the template has to be read for it
 */
export function needsOf(
  { template, home, isDraft }: Setting,
  seesChoices = true,
): Needs & Pick<Template, 'own'> {
  return {
    places: template.places,
    number: home.convention.numbering === 'assigned' && !isDraft,
    own: template.own,
    choices: seesChoices && choices(templateSections(template.text)).length > 0,
  };
}
