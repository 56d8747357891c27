import { commonest } from '../../convention/numbering.ts';

/** What a proposal is called by, as it may stand in the values of its front matter. */
export interface OwnNames {
  /** Without its number; empty where it has none. */
  title: string;
  /** As its name has it, padded; empty where it has none. */
  digits: string;
  slug: string;
}

/** Signs that stand for what is a proposal's own, in a template that is being made; no text has them. */
const SIGN = { number: '\uE010', count: '\uE011', title: '\uE012', slug: '\uE013' } as const;

/** Stands for the number without zeros before it. */
export const COUNT_SIGN = SIGN.count;

const ANY_SIGN = /[\uE010-\uE013]/;

/** Characters; less may be a part of any word. */
const SHORTEST_OWN = 3;

/** The share of proposals whose value has to be made in one way, and how many these are at least. */
const MADE_BY = 0.8;
const FEWEST_MADE = 3;

/**
 * How the values of a key are made of what each proposal is called by, such as `ADR-{number}: {title}`, with signs in
 * these places; undefined where they are not.
 * @param values without quotes
 */
export function ownForm(values: readonly { value: string; names: OwnNames }[]): string | undefined {
  const forms = values.map(({ value, names }) => withSigns(value, names));
  const form = commonest(forms.filter((each) => ANY_SIGN.test(each)));
  if (form === undefined) return undefined;
  const made = forms.filter((each) => each === form).length;
  return made >= FEWEST_MADE && made >= values.length * MADE_BY ? form : undefined;
}

/**
 * What comes next where whole numbers go on by the same step: 50 after 20, 30 and 40.
 * @param values in the order of their proposals
 * @returns undefined where they go on otherwise
 */
export function nextInOrder(values: readonly string[]): string | undefined {
  if (values.length < FEWEST_MADE || !values.every((each) => /^\d{1,6}$/.test(each)))
    return undefined;
  const numbers = values.map(Number);
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const goesOn = numbers.every((number, index) => number === first + index * step);
  return goesOn && step > 0 ? String(first + numbers.length * step) : undefined;
}

/** The form of titles that are all written as slugs, as the names are: `quiet-restart`. */
export function slugForm(
  values: readonly { value: string; names: OwnNames }[],
): string | undefined {
  const areSlugs = values.every(({ value, names }) => value !== '' && value === names.slug);
  const isJoined = values.some(({ value }) => value.includes('-'));
  return areSlugs && isJoined && values.length >= FEWEST_MADE ? SIGN.slug : undefined;
}

/** Whether a form is the title and nothing else. */
export function isTitleAlone(form: string): boolean {
  return form === SIGN.title;
}

/** Whether a line has such signs, and waits for nothing else. */
export function hasOwnForm(line: string): boolean {
  return ANY_SIGN.test(line);
}

/** Whether the title stands in a key of the title. */
export function holdsOwnTitle(front: string): boolean {
  return new RegExp(`^title[ \\t]*[:=].*${SIGN.title}`, 'm').test(front);
}

/** A form between the quotes that values of its kind have; without any, where the title could end it. */
export function quotedForm(form: string, quote: string): string {
  const own = quote === '' && form.includes(SIGN.title) && !isTitleAlone(form) ? '"' : quote;
  return own + form + own;
}

/** A Handlebars template with its expressions in place of the signs. */
export function withExpressions(handlebars: string): string {
  if (!ANY_SIGN.test(handlebars)) return handlebars;
  return handlebars
    .split('\n')
    .map((line) => {
      const quote = /^[\w-]+[ \t]*[:=][ \t]*(["'])/.exec(line)?.[1];
      const title = { '"': '{{titleWithinQuotes}}', "'": '{{titleWithinApostrophes}}' }[
        quote ?? ''
      ];
      return line
        .replaceAll(SIGN.title, title ?? '{{titleInYaml}}')
        .replaceAll(SIGN.number, '{{number}}')
        .replaceAll(SIGN.count, '{{pad number 1}}')
        .replaceAll(SIGN.slug, '{{slug}}');
    })
    .join('\n');
}

function withSigns(value: string, { title, digits, slug }: OwnNames): string {
  if (title !== '' && value === title) return SIGN.title;
  const named = [
    [title, SIGN.title],
    [slug, SIGN.slug],
  ] as const;
  const signed = named.reduce(
    (text, [name, sign]) => (name.length < SHORTEST_OWN ? text : text.replaceAll(name, sign)),
    value,
  );
  if (digits === '') return signed;
  const count = String(Number(digits));
  const padded = signed.replace(new RegExp(`(?<!\\d)${digits}(?!\\d)`, 'g'), SIGN.number);
  return count === digits
    ? padded
    : padded.replace(new RegExp(`(?<!\\d)${count}(?!\\d)`, 'g'), SIGN.count);
}
