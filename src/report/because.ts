import type { Convention } from '../convention/convention.ts';
import type { Evidence } from '../convention/signs/evidence.ts';

/** Why something was adopted: what it is about, the sign that speaks for it, and the same in words. */
export interface AdoptionReason {
  subject: Evidence['subject'];
  sign: string;
  text: string;
}

/** The reasons for a convention in words, from what was seen. */
export function reasonsFor(
  evidence: readonly Evidence[],
  { directory, layout, numbering }: Convention,
): AdoptionReason[] {
  const place = directory === '.' ? 'the root' : `${directory}/`;
  return evidence.map(({ subject, sign, count = 0, of = 0, path = '' }) => {
    const words: Readonly<Record<string, string>> = {
      called: `${place} is called as folders of proposals are`,
      filled: `${place} holds ${amountOf(count, 'document')}`,
      numbered: `${count} of ${amountOf(of, 'document')} in it ${count === 1 ? 'has' : 'have'} a number or a date`,
      'with-template': `${place} has a template`,
      'below-template': `a template lies above ${place}`,
      'as-most': `${count} of ${amountOf(of, 'proposal')} ${count === 1 ? 'is' : 'are'} ${layout === 'file' ? 'files' : 'directories'}`,
      'as-template': `${path} is called so`,
      dates: `${count} of ${amountOf(of, 'name')} ${count === 1 ? 'begins' : 'begin'} with a date`,
      'without-numbers': 'the names have no numbers',
      'said-none': 'the README says that there are no numbers',
      'said-next': 'the README says that the next number is taken',
      'said-request': 'the README says that the number comes from an issue or pull request',
      'unbroken-end': 'the last numbers follow each other',
      'few-gaps':
        numbering === 'sequential' ? 'the numbers have few gaps' : 'the numbers have gaps',
      'small-and-padded': 'the numbers are small and have leading zeros',
      'few-and-far': 'there are few numbers, and they begin far from 1',
      'template-asks-for-request': 'the template waits for the number of a pull request',
      'repeated-number': 'two proposals share a number',
      found: `${path} is the template nearest to them`,
      siblings: 'the proposals share these sections, and there is no template',
      usual: 'nothing shows another form of decision records',
      form: 'the decision records are written in this form',
    };
    return { subject, sign, text: words[sign] ?? sign };
  });
}

function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
