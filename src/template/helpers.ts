import { formatDate } from '../convention/entry-name.ts';
import { slugOf } from '../convention/slug.ts';
import type { HiddenWords } from './hidden-words.ts';
import type { TemplateValues } from './values.ts';

/** What a template can call beside `if`, `unless` and `each`. */
export const HELPERS: ReadonlySet<string> = new Set(['date', 'pad', 'slug', 'upper', 'lower']);

/** Digits; a file name has no room for more, and a number none for as many. */
const WIDEST = 100;

type Helper = (...args: unknown[]) => string;

/**
 * The helpers for one filling. Without an argument, `date` and `slug` are the values of that name.
 *
 * `{{date "YYYYMMDD"}}` · `{{pad number 3}}` · `{{slug title}}` · `{{upper title}}` · `{{lower title}}`
 */
export function helpersFor(values: TemplateValues, words: HiddenWords): Record<string, Helper> {
  const change = (text: unknown, how: (words: string) => string) =>
    words.change(String(text ?? ''), how);
  // Handlebars adds its options as the last argument.
  const given = (args: unknown[]) => args.slice(0, -1);
  return {
    date: (...args) => formatDate(String(values.date), String(given(args)[0] ?? 'YYYY-MM-DD')),
    slug: (...args) => {
      const [text] = given(args);
      return text === undefined ? String(values.slug) : change(text, slugOf);
    },
    pad: (...args) => {
      const [text, width] = given(args);
      if (!(Number(width) <= WIDEST))
        throw new Error(`pad takes a width of at most ${WIDEST}, found ${String(width)}`);
      return change(text, (number) =>
        number.replace(/^0+(?=.)/, '').padStart(number === '' ? 0 : Number(width), '0'),
      );
    },
    upper: (...args) => change(given(args)[0], (text) => text.toUpperCase()),
    lower: (...args) => change(given(args)[0], (text) => text.toLowerCase()),
  };
}
