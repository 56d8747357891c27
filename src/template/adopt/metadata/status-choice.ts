import { alternativesIn } from '../../../document/head/labels.ts';
import { NEW_STATUSES } from '../../../words/status-words.ts';
import type { Edit, Part } from '../handlebars.ts';

const NEW_STATUS = new RegExp(`^(?:${NEW_STATUSES})$`, 'i');

/**
 * Of the statuses that a template leaves to choose from, that of a proposal that has just been written: `Draft` for
 * `[Draft | Accepted | Rejected]`. Quotes around them and comments behind them stay.
 * @param start where the value begins in its document
 * @returns undefined where there is nothing to choose, or none that says it
 */
export function statusChoiceEdit(value: string, start: number): Edit | undefined {
  const bare = value.replace(/<!--.*$/, '').trimEnd();
  const [, quote = '', list = ''] = /^(["']?)[[{<(]?([^"']+?)[\]}>)]?\1$/.exec(bare) ?? [];
  const choices = alternativesIn(list).map((each) => each.replace(/[*_`]/g, '').trim());
  const status = choices.length > 1 ? choices.find((each) => NEW_STATUS.test(each)) : undefined;
  if (status === undefined) return undefined;
  const end = start + bare.length;
  return { start, end, parts: statusOfNew(quote + status + quote, bare) };
}

/** The status of a new proposal, and what stands in the template where no proposal is being written. */
export function statusOfNew(status: string, original: string): Part[] {
  return [
    { code: '{{#if title}}' },
    { text: status },
    { code: '{{else}}' },
    { text: original },
    { code: '{{/if}}' },
  ];
}
