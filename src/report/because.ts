import type { Convention } from '../convention/convention.ts';
import type { Evidence } from '../convention/signs/evidence.ts';

/** Why something was adopted: its subject, the sign that was found, and the same as text. */
export interface AdoptionReason {
  subject: Evidence['subject'];
  sign: string;
  text: string;
}

/** The reasons for a convention as text, from the evidence. */
export function reasonsFor(
  evidence: readonly Evidence[],
  { directory, layout, numbering }: Convention,
): AdoptionReason[] {
  const place = directory === '.' ? 'the root' : `${directory}/`;
  return evidence.map(({ subject, sign, count = 0, of = 0, path = '' }) => {
    const words: Readonly<Record<string, string>> = {
      called: `${place} has a typical proposals-folder name`,
      filled: `${place} contains ${amountOf(count, 'document')}`,
      numbered: `${count} of ${amountOf(of, 'document')} in it ${count === 1 ? 'has' : 'have'} a number or a date`,
      'with-template': `${place} has a template`,
      'below-template': `there is a template above ${place}`,
      'as-most': `${count} of ${amountOf(of, 'proposal')} ${count === 1 ? 'is' : 'are'} ${layout === 'file' ? 'files' : 'directories'}`,
      'as-template': `${path} is named this way`,
      dates: `${count} of ${amountOf(of, 'name')} ${count === 1 ? 'begins' : 'begin'} with a date`,
      'without-numbers': 'names have no numbers',
      'said-none': 'the README says that there are no numbers',
      'said-next': 'the README says to take the next number',
      'said-request': 'the README says to use the issue or pull request number',
      'unbroken-end': 'the last numbers are consecutive',
      'few-gaps':
        numbering === 'sequential' ? 'the numbers have few gaps' : 'the numbers have gaps',
      'small-and-padded': 'the numbers are small and have leading zeros',
      'few-and-far': 'there are few numbers, and they start far from 1',
      'template-asks-for-request': 'the template expects a pull request number',
      'repeated-number': 'two proposals share a number',
      found: `${path} is the nearest template`,
      siblings: 'there is no template, but the proposals share these sections',
      usual: 'nothing suggests another format for decision records',
      form: 'the decision records use this format',
    };
    return { subject, sign, text: words[sign] ?? sign };
  });
}

function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
