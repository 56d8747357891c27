import path from 'node:path';
import type { Answers } from '../../answers/answers.ts';
import { type Convention, isNumbered } from '../../convention/convention.ts';
import { documentName } from '../../convention/document-name.ts';
import { draftNumber, formatEntryName, padded } from '../../convention/entry-name.ts';
import { isSlugIn, lettersLost, slugOf } from '../../convention/slug.ts';
import { hasSlug, slugAsWritten } from '../../convention/slug-form.ts';
import { isTemplateName } from '../../convention/templates/template-name.ts';
import { Failure } from '../../failure.ts';
import { chooseNumber, type WantedName } from '../../proposals/choose-number.ts';
import type { Publishable } from '../../proposals/publish-under.ts';
import { type PlannedFile, type Rendering, renderProposal } from '../../template/render.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import type { Setting } from './prepare.ts';

export interface Plan extends Publishable {
  number: number | undefined;
  title: string;
  slug: string;
  /** Path of the main document, relative to where the program runs, with `/`. */
  path: string;
  companions: PlannedFile[];
  rendering: Rendering;
}

/**
 * The slug for the answers: the given one, or one made from the title.
 * @returns undefined when the title holds nothing that a path can hold
 * @throws Failure when the given slug is none
 */
export function slugFor({ slug, title }: Answers, convention: Convention): string | undefined {
  if (slug === undefined) return slugAsWritten(convention, slugOf(title ?? '')) || undefined;
  if (isSlugIn(convention, slug)) return slug;
  const proper = slugAsWritten(convention, slugOf(slug));
  const example = proper ? `, for example: ${proper}` : '';
  const form =
    proper === slugOf(proper) ? 'the letters a to z, digits and hyphens' : 'words such as these';
  throw Failure.usage('invalid-answers', `"${slug}" is not a slug`, {
    hint: `A slug consists of ${form}${example}`,
    ...(proper && { next: { flag: '--slug', value: proper } }),
  });
}

/**
 * What the proposal for complete answers is to be called.
 * @throws Failure when a number was asked for where proposals have none
 */
export function wantedName(setting: Setting, answers: Answers): WantedName & { slug: string } {
  refuseNumberWithout(setting, answers);
  const { convention } = setting.workspace;
  const slug = slugFor(answers, convention) ?? '';
  refuseTemplateName(setting, slug);
  return {
    slug,
    lost: answers.slug === undefined ? lettersLost(answers.title ?? '') : '',
    isDraft: setting.isDraft,
    ...(answers.number !== undefined && { number: answers.number }),
    nameFor: (number) => formatEntryName(convention, factsFor(setting, number, slug)),
  };
}

/**
 * Plans the proposal for complete answers as it would be written now.
 * @throws Failure when its number or slug is taken, or an answer does not fit the template
 */
export function planProposal(
  setting: Setting,
  answers: Answers,
  taken: readonly TakenEntry[],
): Plan {
  const wanted = wantedName(setting, answers);
  const number = chooseNumber(wanted, taken, setting.workspace.convention);
  return planUnder(number, setting, answers);
}

/**
 * Plans the proposal for complete answers under a number.
 * @throws Failure when an answer does not fit the template
 */
export function planUnder(number: number | undefined, setting: Setting, answers: Answers): Plan {
  const { convention } = setting.workspace;
  const { slug, nameFor } = wantedName(setting, answers);
  const name = nameFor(number);
  const rendering = renderFor(setting, answers, { number, slug });
  const files = filesFor(convention, { name, slug }, rendering);
  const folder = convention.layout === 'file' ? '' : name;
  const shown = (file: PlannedFile) => path.posix.join(convention.directory, folder, file.path);
  return {
    number,
    title: answers.title ?? '',
    slug,
    path: files.slice(0, 1).map(shown).join(''),
    companions: files.slice(1).map((file) => ({ ...file, path: shown(file) })),
    rendering,
    files,
  };
}

/** Fills the template as it would look under a number. */
export function renderFor(
  setting: Setting,
  answers: Answers,
  { number, slug }: { number: number | undefined; slug: string },
): Rendering {
  const { template, author, workspace } = setting;
  const facts = { ...factsFor(setting, number, slug), author, area: workspace.area };
  const { name, document } = workspace.convention;
  return renderProposal(template, answers, facts, (document ?? name).endsWith('.mdx'));
}

/** A draft is called as templates are, but for its slug. */
function refuseTemplateName(setting: Setting, slug: string): void {
  if (!setting.isDraft) return;
  const name = formatEntryName(setting.workspace.convention, factsFor(setting, undefined, slug));
  if (!isTemplateName(name)) return;
  throw Failure.usage('invalid-answers', `A draft named ${name} would be mistaken for a template`, {
    hint: hasSlug(setting.workspace.convention)
      ? 'Pass another name with --slug, or leave out --draft'
      : 'Names here contain nothing but the number: leave out --draft',
  });
}

function filesFor(
  { layout, document }: Convention,
  { name, slug }: { name: string; slug: string },
  rendering: Rendering,
): PlannedFile[] {
  if (layout === 'file') return [{ path: name, content: rendering.document }];
  const main = {
    path: documentName(document ?? 'README.md', name, slug),
    content: rendering.document,
  };
  return [main, ...rendering.companions.filter((file) => file.path !== main.path)];
}

function factsFor(
  { workspace, today, isDraft, saidNumber = '' }: Setting,
  number: number | undefined,
  slug: string,
) {
  const none = isDraft ? draftNumber(workspace.convention) : saidNumber;
  const written = number === undefined ? none : padded(number, workspace.convention.width);
  return { number: written, slug, date: today };
}

function refuseNumberWithout(
  { workspace: { convention }, isDraft }: Setting,
  { number }: Answers,
): void {
  if (number !== undefined && isDraft) {
    throw Failure.usage('usage', `Number ${number} cannot be used with --draft`, {
      hint: 'A draft is numbered later: leave out one of the two',
    });
  }
  if ((number === undefined && !isDraft) || isNumbered(convention)) return;
  const asked = isDraft ? '--draft' : `Number ${number}`;
  throw Failure.usage(
    'usage',
    `${asked}: proposals in ${convention.directory} have no numbers (${convention.name})`,
    { hint: 'Leave it out' },
  );
}
