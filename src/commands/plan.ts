import path from 'node:path';
import type { Answers } from '../answers/answers.ts';
import { Failure } from '../failure.ts';
import type { Proposal } from '../repository/allocation.ts';
import { type Convention, entryName } from '../repository/convention.ts';
import type { Entry } from '../repository/entries.ts';
import type { Location } from '../repository/location.ts';
import { padded } from '../repository/numbers.ts';
import { slugOf } from '../repository/slug.ts';
import { chooseNumber } from '../repository/taken.ts';
import { type Rendering, renderProposal } from '../template/render.ts';
import type { Template } from '../template/template.ts';

/** What a creation starts from: found out once, before anything is asked. */
export interface Setting {
  location: Location;
  convention: Convention;
  template: Template;
  /** `YYYY-MM-DD` */
  today: string;
  /** What has a number already. */
  taken: readonly Entry[];
}

/** What would be written, if nobody else writes meanwhile. */
export interface Plan {
  number: number;
  title: string;
  slug: string;
  /** Path of the main document, relative to where the program runs, with `/`. */
  path: string;
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
  const { convention, taken } = setting;
  const number = chooseNumber({ slug, ...numberOf(answers) }, taken);
  const title = answers.title ?? '';
  const name = (n: number) => entryName(convention, n, slug);
  const rendering = renderFor(setting, answers, number, slug);
  const render = (n: number) => (n === number ? rendering : renderFor(setting, answers, n, slug));
  return {
    number,
    title,
    slug,
    path: path.posix.join(convention.directory, name(number), convention.document),
    rendering,
    proposal: {
      slug,
      ...numberOf(answers),
      name,
      files: (n) => [{ path: convention.document, content: render(n).document }],
    },
  };
}

/** Fills the template as it would look under a number. */
export function renderFor(
  { convention, template, today }: Setting,
  answers: Answers,
  number: number,
  slug: string,
): Rendering {
  const facts = { number: padded(number, convention.width), slug, date: today };
  return renderProposal(template, answers, facts);
}

function numberOf({ number }: Answers): { number?: number } {
  return number === undefined ? {} : { number };
}
