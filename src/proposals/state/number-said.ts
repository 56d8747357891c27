import { digitsBeforeTitle, digitsUnderLabel } from '../../document/head/title/title-number.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import type { ReadProposal } from './read-proposal.ts';

/** The number that a proposal gives itself, in its head or before its title, where names have none. */
export function numberSaid({ own }: Pick<ReadProposal, 'own'>): number | undefined {
  const [labelled] = own.head.fields.flatMap(
    ({ label, value }) => digitsUnderLabel(label, value) ?? [],
  );
  const [heading] = outlineOf(own.text).headings;
  const said = labelled ?? (heading?.level === 1 ? digitsBeforeTitle(heading.title) : undefined);
  return said === undefined ? undefined : Number(said);
}
