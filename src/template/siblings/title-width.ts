/** How the titles of proposals are written: what stands around the number, and its digits. */
interface NumberedTitle {
  before: string;
  digits: string;
  after: string;
}

export interface Titled {
  title: string;
  number: number | undefined;
}

/** The share of titles that have to be written alike. */
export const SHARE_OF_TITLES = 0.6;

/**
 * The digits that numbers have in the titles of proposals, where that is not what their names have.
 * @param width of the numbers in names; null where they are not padded
 * @returns undefined where titles have no numbers, or write them as names do
 */
export function titleWidth(titled: readonly Titled[], width: number | null): number | undefined {
  const digits = numberedTitles(titled).map((form) => form.digits);
  if (digits.length === 0 || digits.length < titled.length * SHARE_OF_TITLES) return undefined;
  const last = digits.at(-1) ?? '';
  const isPadded = digits.some((each) => each.startsWith('0'));
  const own = isPadded ? last.length : 1;
  return own === (width ?? 1) ? undefined : own;
}

/** The titles that begin with the number of their proposal. */
export function numberedTitles(titled: readonly Titled[]): NumberedTitle[] {
  return titled.flatMap(({ title, number }) => {
    const [, before = '', digits = '', after = ''] =
      /^((?:(?:\p{So}[\uFE0F\u200D]?)+ )?(?:[\p{L}[(#][\p{L}[(# -]{0,20}|))(\d{1,9})([\])）]?(?:[\s:.)|–—-]+|\s*[：、．]\s*))\S/u.exec(
        title,
      ) ?? [];
    return digits !== '' && Number(digits) === number ? [{ before, digits, after }] : [];
  });
}
