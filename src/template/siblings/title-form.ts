import { commonest } from '../../convention/numbering.ts';

/** How the titles of proposals are written: what stands around the number, and its digits. */
interface NumberedTitle {
  before: string;
  digits: string;
  after: string;
}

interface Titled {
  title: string;
  number: number | undefined;
}

const SHARE = 0.6;

const LATEST_TITLES = 3;

/**
 * The title of a new proposal as the others write theirs, with places for the number and the title: `NNNN. Title`
 * where they are headed `5. Caching`.
 */
export function titleForm(titled: readonly Titled[]): string {
  const forms = numberedTitles(titled);
  if (forms.length < titled.length * SHARE) return wordedForm(titled);
  const written = forms.map(({ before, after }) => `${before}NNNN${after}Title`);
  // Where the form was changed, the latest have the new one.
  const latest = new Set(written.slice(-LATEST_TITLES));
  const [only] = latest;
  return latest.size === 1 && only !== undefined ? only : (commonest(written) ?? 'Title');
}

/**
 * The digits that numbers have in the titles of proposals, where that is not what their names have.
 * @param width of the numbers in names; null where they are not padded
 * @returns undefined where titles have no numbers, or write them as names do
 */
export function titleWidth(titled: readonly Titled[], width: number | null): number | undefined {
  const digits = numberedTitles(titled).map((form) => form.digits);
  if (digits.length === 0 || digits.length < titled.length * SHARE) return undefined;
  const last = digits.at(-1) ?? '';
  const isPadded = digits.some((each) => each.startsWith('0'));
  const own = isPadded ? last.length : 1;
  return own === (width ?? 1) ? undefined : own;
}

function wordedForm(titled: readonly Titled[]): string {
  const words = titled.flatMap(({ title }) => LEADING_WORDS.exec(title)?.[0] ?? []);
  const [first = ''] = words;
  const same = words.filter((each) => each === first).length;
  return same >= 3 && same >= titled.length * SHARE ? `${first}[Title]` : 'Title';
}

/** What may stand before every title: `Design Doc: `, `[RFC] `, `Proposal - `, or a sign. */
const LEADING_WORDS =
  /^(?:[A-Za-z][\w ]{1,30}(?:: | [-–—|] )|\[[A-Za-z][\w ]{0,20}\]:? |(?:\p{So}[\uFE0F\u200D]?)+ )(?=\S)/u;

function numberedTitles(titled: readonly Titled[]): NumberedTitle[] {
  return titled.flatMap(({ title, number }) => {
    const [, before = '', digits = '', after = ''] =
      /^((?:(?:\p{So}[\uFE0F\u200D]?)+ )?(?:[\p{L}[(#][\p{L}[(# -]{0,20}|))(\d{1,9})([\])）]?(?:[\s:.)|–—-]+|\s*[：、．]\s*))\S/u.exec(
        title,
      ) ?? [];
    return digits !== '' && Number(digits) === number ? [{ before, digits, after }] : [];
  });
}
