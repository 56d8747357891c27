import type { Answers } from '../../answers/answers.ts';
import type { Needs } from '../../answers/missing.ts';
import { isNumbered } from '../../convention/convention.ts';
import { templateSections } from '../../document/sections/template-sections.ts';
import type { Environment } from '../../environment.ts';
import type { Recovery } from '../../proposals/leftovers.ts';
import { loadTemplate } from '../../template/load-template.ts';
import { choices } from '../../template/selection.ts';
import type { Template } from '../../template/template.ts';
import type { Undecided } from '../../workspace/directory/choose-directory.ts';
import type { WorkspaceOptions } from '../../workspace/directory/options.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { noteOtherPlaces, noteUnnumberedPlace } from '../other-places.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import type { CreateCall } from './create-call.ts';

export interface Setting {
  workspace: Workspace;
  template: Template;
  /** `YYYY-MM-DD` */
  today: string;
  author: string;
  isDraft: boolean;
  /** The number that its text has where its name has none. */
  saidNumber: string | undefined;
  /** What other runs had left halfway. */
  recovery: Recovery;
}

interface CreationOptions extends WorkspaceOptions {
  isDraft: boolean;
  dryRun: boolean;
}

/** What a call says of where and how it is written. */
export function creationOptions(call: CreateCall, { area }: Answers): CreationOptions {
  return {
    ...(call.directory !== undefined && { directory: call.directory }),
    ...(call.template !== undefined && { template: call.template }),
    ...(call.document !== undefined && { document: call.document }),
    isNew: true,
    ...(area !== undefined && { area }),
    reserve: call.reserve,
    isDraft: call.draft,
    dryRun: call.dryRun,
  };
}

/**
 * Finds out what a creation starts from.
 * @param choose asks where the proposal goes; undefined where nobody can be asked
 * @throws Failure when nobody can, or the template cannot be used
 */
export async function prepareSetting(
  { isDraft, dryRun, ...options }: CreationOptions,
  environment: Environment,
  choose?: (undecided: Undecided) => Promise<string>,
): Promise<Setting> {
  const open = () => openWorkspace(environment, options, choose);
  const { workspace, recovery } = await settledWorkspace(open, { dryRun }, environment);
  noteOtherPlaces(workspace, options, environment);
  if (!isDraft) noteUnnumberedPlace(workspace, environment);
  if (workspace.detection?.otherTemplates.length) {
    const { noteOtherTemplates } = await import('../templates-here.ts');
    noteOtherTemplates(workspace, environment);
  }
  const template = await loadTemplate(workspace.template);
  const author = await authorFor(template, workspace);
  const saidNumber = isDraft ? undefined : await saidNumberFor(template, workspace, environment);
  return { workspace, template, today: environment.today, author, isDraft, saidNumber, recovery };
}

/**
 * What has to be known for the template and the convention.
 * @param seesChoices whether it matters that there are sections to choose: the template has to be read for it
 */
export function needsOf(
  { template, workspace, isDraft }: Setting,
  seesChoices = true,
): Needs & Pick<Template, 'own'> {
  return {
    places: template.places,
    number: workspace.convention.numbering === 'assigned' && !isDraft,
    own: template.own,
    choices: seesChoices && choices(templateSections(template.text)).length > 0,
  };
}

/** The next of the numbers that proposals give themselves in their texts alone: nothing keeps it for this one. */
async function saidNumberFor(
  { text }: Template,
  { convention, detection, survey, template }: Workspace,
  environment: Environment,
): Promise<string | undefined> {
  const keys = [...(template?.siblings?.keys.values() ?? [])];
  const hasPlace = [text, ...keys].some((each) => HAS_NUMBER.test(each));
  if (isNumbered(convention) || !detection || !hasPlace) return undefined;
  const { nextSaidNumber } = await import('../../template/siblings/next-said-number.ts');
  const next = nextSaidNumber(detection.siblings.flatMap((file) => survey.read(file) ?? []));
  if (next !== undefined)
    environment.note(
      `the new text has the number ${next}, the next of those in the texts here; names have no numbers, so it is not reserved`,
    );
  return next;
}

const HAS_NUMBER =
  /N{3,}|X{3,}|(?<![\d.,])0{3,}(?!\d)|[\uE010\uE011]|\{[^{}]*number|<[^<>]*number/i;

/** Who is writing, where the template has a place for it: git is asked, which takes a process. */
async function authorFor(
  { usesAuthor }: Template,
  { location, detection, survey }: Workspace,
): Promise<string> {
  if (!location.repository || !usesAuthor) return '';
  const { authorName } = await import('../../git/repository.ts');
  const texts = detection?.siblings.slice(-MOST_AUTHORS).map((file) => survey.read(file) ?? '');
  const authors = texts?.flatMap((text) => AUTHOR_SAID.exec(text)?.[1] ?? []) ?? [];
  const haveNames = authors.length > 1 && !authors.some((each) => /(?<!\S)["'[(]*@\w/.test(each));
  return authorName(location.repository.root, haveNames ? 'name' : 'account');
}

/** So many of the latest proposals say whether authors go by their names. */
const MOST_AUTHORS = 10;

const AUTHOR_SAID =
  /^[\W_]{0,8}(?:authors?|owners?|autor(?:en|es)?|auteurs?)[\W_]{0,6}?[:|=][ \t*]*(?:\r?\n[ \t]*-[ \t]*(?:name:)?)?(.*\p{L}.*)$/imu;
