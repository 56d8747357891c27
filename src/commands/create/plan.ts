import path from 'node:path';
import type { Answers } from '../../answers/answers.ts';
import { type Convention, isNumbered } from '../../convention/convention.ts';
import { draftNumber } from '../../convention/draft.ts';
import { documentName, entryName } from '../../convention/name-pattern.ts';
import { padded } from '../../convention/numbers.ts';
import { slugOf } from '../../convention/slug.ts';
import { Failure } from '../../failure.ts';
import { chooseNumber } from '../../proposals/choose-number.ts';
import type { Proposal } from '../../proposals/publish.ts';
import { type PlannedFile, type Rendering, renderProposal } from '../../template/render.ts';
import type { Template } from '../../template/template.ts';
import type { Entry } from '../../workspace/entries.ts';
import type { Home } from '../../workspace/home.ts';

/** What a creation starts from: found out once, before anything is asked. */
export interface Setting {
  home: Home;
  template: Template;
  /** `YYYY-MM-DD` */
  today: string;
  /** Who is writing, as git knows them. */
  author: string;
  /** The directory that the user chose when asked, as `--dir` takes it. */
  chosen?: string;
  /** Whether the proposal gets its number later. */
  isDraft: boolean;
  /** What is there already. */
  taken: readonly Entry[];
}

/** What would be written, if nobody else writes meanwhile. */
export interface Plan {
  /** Undefined where proposals have none. */
  number: number | undefined;
  title: string;
  slug: string;
  /** Path of the main document, relative to where the program runs, with `/`. */
  path: string;
  /** Further files, likewise. */
  companions: PlannedFile[];
  rendering: Rendering;
  proposal: Proposal;
}

/**
 * The slug for the answers: the given one, or one made from the title.
 *
 * @returns undefined when the title holds nothing that a path can hold
 * @throws Failure when the given slug is none
 */
export function slugFor({ slug, title }: Answers): string | undefined {
  if (slug === undefined) return slugOf(title ?? '') || undefined;
  const proper = slugOf(slug);
  if (proper === slug && slug !== '') return slug;
  throw Failure.usage('invalid-answers', `--slug: "${slug}" is not a slug`, {
    hint: `A slug has the letters a to z, digits and hyphens${proper ? `, for example: ${proper}` : ''}`,
  });
}

/**
 * Plans the proposal for complete answers.
 *
 * @throws Failure when its number or slug is taken, or an answer does not fit the template
 */
export function planProposal(setting: Setting, answers: Answers, slug: string): Plan {
  const { convention } = setting.home;
  refuseNumberWithout(setting, answers);
  const name = (n: number | undefined) => entryName(convention, factsFor(setting, n, slug));
  const naming = { slug, name, isDraft: setting.isDraft, ...numberOf(answers) };
  const number = chooseNumber(naming, setting.taken, convention);
  const rendering = renderFor(setting, answers, number, slug);
  const render = (n: number | undefined) =>
    n === number ? rendering : renderFor(setting, answers, n, slug);
  const files = filesFor(convention, name(number), slug, rendering);
  const shown = (file: PlannedFile) =>
    path.posix.join(
      convention.directory,
      convention.layout === 'file' ? '' : name(number),
      file.path,
    );
  return {
    number,
    title: answers.title ?? '',
    slug,
    path: files.slice(0, 1).map(shown).join(''),
    companions: files.slice(1).map((file) => ({ ...file, path: shown(file) })),
    rendering,
    proposal: { ...naming, files: (n) => filesFor(convention, name(n), slug, render(n)) },
  };
}

/** The files of a proposal, the main document first, from its directory or, where it is a file, from the one of the proposals. */
function filesFor(
  { layout, document }: Convention,
  name: string,
  slug: string,
  rendering: Rendering,
): PlannedFile[] {
  if (layout === 'file') return [{ path: name, content: rendering.document }];
  const main = {
    path: documentName(document ?? 'README.md', name, slug),
    content: rendering.document,
  };
  return [main, ...rendering.companions.filter((file) => file.path !== main.path)];
}

/** Fills the template as it would look under a number. */
export function renderFor(
  setting: Setting,
  answers: Answers,
  number: number | undefined,
  slug: string,
): Rendering {
  const { template, author, home } = setting;
  return renderProposal(template, answers, {
    ...factsFor(setting, number, slug),
    author,
    area: home.area,
  });
}

function factsFor({ home, today, isDraft }: Setting, number: number | undefined, slug: string) {
  const none = isDraft ? draftNumber(home.convention) : '';
  const written = number === undefined ? none : padded(number, home.convention.width);
  return { number: written, slug, date: today };
}

function refuseNumberWithout(
  { home: { convention }, isDraft }: Setting,
  { number }: Answers,
): void {
  if (number !== undefined && isDraft) {
    throw Failure.usage('usage', '--number does not go with --draft');
  }
  if ((number === undefined && !isDraft) || isNumbered(convention)) return;
  const flag = isDraft ? '--draft' : `--number ${number}`;
  throw Failure.usage(
    'usage',
    `${flag}: proposals in ${convention.directory} have no numbers (${convention.name})`,
    {
      hint: 'Leave it out',
    },
  );
}

function numberOf({ number }: Answers): { number?: number } {
  return number === undefined ? {} : { number };
}
