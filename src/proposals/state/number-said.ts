import { withoutNumber } from '../../document/head/title/title-number.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { NUMBER_LABEL } from '../../words/proposal-words.ts';
import type { ReadProposal } from './read-proposal.ts';

/** The number that a proposal gives itself, in its head or before its title, where names have none. */
export function numberSaid({ own }: Pick<ReadProposal, 'own'>): number | undefined {
  const labelled = own.head.fields.flatMap(({ label, value }) => {
    const isNumber = NUMBER_LABEL.test(label.trim());
    const form = isNumber ? /^(?:[A-Za-z]+[-_# ]?)?#?(\d{1,9})$/ : /^[A-Za-z]{2,8}[-_ ](\d{1,9})$/;
    const digits = isNumber || /^id$/i.test(label) ? form.exec(value)?.[1] : undefined;
    return digits ?? [];
  });
  const [heading] = outlineOf(own.text).headings;
  const title = heading?.level === 1 ? heading.title : '';
  const bare = withoutNumber(title);
  const inTitle = bare === title ? undefined : /\d{1,9}/.exec(title.slice(0, -bare.length))?.[0];
  const said = labelled[0] ?? inTitle;
  // More digits are those of a day.
  return said === undefined || said.length > MOST_DIGITS ? undefined : Number(said);
}

const MOST_DIGITS = 6;
