import { commonest } from '../../convention/numbering.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { frontMatterOf, ownKeyLines } from './front.ts';
import { statusesIn, statusFor } from './head.ts';
import { ownNames, type Sibling } from './siblings.ts';
import { titleForm } from './title-form.ts';
import type { SiblingForm } from './with-sibling-form.ts';

const ALIKE_BY = 0.8;

/** What all proposals do that their template does not say. */
export function siblingForm(
  template: string,
  siblings: readonly Sibling[],
  titles: readonly { title: string; number: number | undefined }[],
): SiblingForm {
  const fronts = siblings.map(({ text }) =>
    text.slice(0, frontMatterEnd(text)).replaceAll('\r\n', '\n'),
  );
  const there = fronts.filter((each) => each !== '').length;
  const hasFront = frontMatterEnd(template) > 0;
  const names = siblings.map(ownNames);
  const heading = commonest(titles.map(({ title }) => title)) ?? '';
  const isFixed =
    heading !== '' &&
    titles.filter(({ title }) => title === heading).length >= titles.length * ALIKE_BY;
  const form = titleForm(titles);
  return {
    keys: hasFront && there > 0 ? ownKeyLines(fronts, names) : new Map(),
    front:
      hasFront || there < siblings.length * ALIKE_BY
        ? ''
        : frontMatterOf(fronts, {
            share: ALIKE_BY,
            status: statusFor(
              siblings.flatMap(({ text }) => statusesIn(text, 0)),
              siblings,
            ),
            names,
          }),
    title: /NNNN|YYYY/.test(form) || isAlsoIn(template, form) ? form : undefined,
    heading: isFixed ? heading : undefined,
  };
}

/** Whether the words that stand before every title stand before that of the template as well. */
function isAlsoIn(template: string, form: string): boolean {
  const words = /^(.+?)\[?Title\]?$/.exec(form)?.[1];
  return words !== undefined && template.includes(`# ${words}`);
}
