import { commonest } from '../../convention/numbering.ts';
import { dateFormOf } from './date-forms-of.ts';
import { numberedTitles, SHARE_OF_TITLES, type Titled } from './title-width.ts';

const LATEST_TITLES = 3;

/**
 * The title of a new proposal as the others write theirs, with places for the number and the title: `NNNN. Title`
 * where they are headed `5. Caching`.
 */
export function titleForm(titled: readonly Titled[]): string {
  const forms = numberedTitles(titled);
  if (forms.length < titled.length * SHARE_OF_TITLES) return wordedForm(titled);
  const written = forms.map(({ before, after }) => `${before}NNNN${after}Title`);
  // Where the form was changed, the latest have the new one.
  const latest = new Set(written.slice(-LATEST_TITLES));
  const [only] = latest;
  return latest.size === 1 && only !== undefined ? only : (commonest(written) ?? 'Title');
}

function wordedForm(titled: readonly Titled[]): string {
  const words = titled.flatMap(({ title }) => LEADING_WORDS.exec(title)?.[0] ?? []);
  const [first = ''] = words;
  const same = words.filter((each) => each === first).length;
  if (same >= 3 && same >= titled.length * SHARE_OF_TITLES) return `${first}[Title]`;
  return datedForm(titled) ?? 'Title';
}

/** `YYYY-MM-DD: Title`, where titles begin with their day. */
function datedForm(titled: readonly Titled[]): string | undefined {
  const forms = titled.flatMap(({ title }) => {
    const [, day = '', sign = ''] = /^(\d[\d/.-]{7,9})([\s:–—-]+)\S/.exec(title) ?? [];
    const form = day === '' ? '' : dateFormOf([day]);
    return form === '' ? [] : `${form}${sign}Title`;
  });
  const form = commonest(forms);
  const alike = forms.filter((each) => each === form).length;
  return alike >= 3 && alike >= titled.length * SHARE_OF_TITLES ? form : undefined;
}

/** What may stand before every title: `Design Doc: `, `[RFC] `, `Proposal - `, or a sign. */
const LEADING_WORDS =
  /^(?:[A-Za-z][\w ]{1,30}(?:: | [-–—|] )|\[[A-Za-z][\w ]{0,20}\]:? |(?:\p{So}[\uFE0F\u200D]?)+ )(?=\S)/u;
