import type { FindingCode, FindingKind } from '../../document/findings/finding.ts';

/** What was found, as a sentence. */
export function messageOfFinding(finding: FindingKind): string {
  switch (finding.code) {
    case 'title-missing':
      return 'There is no title';
    case 'title-template':
      return `The title is still the template's: ${finding.title}`;
    case 'section-missing':
      return `The section ${finding.section} is missing`;
    case 'section-empty':
      return `${finding.heading} has nothing below it`;
    case 'section-to-come':
      return `${finding.heading} says only ${finding.text}`;
    case 'section-twice':
      return `${finding.heading} is there already, in line ${finding.first}`;
    case 'guidance-left':
      return finding.where === 'whole'
        ? `${finding.heading} holds nothing but the template's words`
        : `Words of the template are left in ${finding.heading}${finding.where === 'comment' ? ', in a comment' : ''}`;
    case 'marker-left':
      return `The template's marker is left in the heading ${finding.heading}`;
    case 'block-open':
      return `What begins here never ends: close it with ${finding.closing}`;
    case 'anchor-nowhere':
      return `No heading here has the address ${finding.target}`;
    case 'file-nowhere':
      return `There is no file ${finding.target}`;
    case 'number-twice':
      return `${finding.other} has the number ${finding.number} as well`;
    case 'relation-nowhere':
      return `There is no proposal ${finding.to}, which it names as ${finding.kind}`;
    case 'behind':
      return `The template has ${finding.sections.join(', ')} since`;
  }
}

/** The command that mends it, word by word; undefined where only an editor does. */
export function fixFor(finding: FindingKind, path: string): string[] | undefined {
  switch (finding.code) {
    case 'section-missing':
      return ['create-enhancement', '--section', finding.id, '--in', path];
    case 'number-twice':
      return ['create-enhancement', 'renumber', path];
    case 'behind':
      return ['create-enhancement', 'upgrade', path];
    default:
      return undefined;
  }
}

/** What a code means, and what to do about it. */
export const EXPLANATIONS: Readonly<Record<FindingCode, string>> = {
  'title-missing':
    'The template has a title, and the proposal has neither a heading of level 1 nor a title in front matter. Write one.',
  'title-template':
    'The title is still the placeholder of the template. Write what the proposal is called.',
  'section-missing':
    'The template that the proposal was made from has this section, it is not optional, and the proposal does not have it under any usual name. Add it, or make it optional in the template.',
  'section-empty':
    'The heading is there, and nothing is below it. Write something; N/A and None are answers. Where the section can be left out, take it out.',
  'section-to-come':
    'The section says only that something will come: TBD, TODO or dashes. Write it; N/A and None are answers.',
  'section-twice':
    'Two headings at the same level of the same section have the same name, so that links and tools find only the first.',
  'guidance-left':
    'An explanation of the template stands there word for word, as it is today or as it was in any earlier version since the proposal was made. It is an error where nothing else is written, a warning beside other text, and a note in a comment, which readers do not see.',
  'marker-left':
    'The heading still says that the section is optional, which is for authors and not for readers.',
  'block-open':
    'A code fence or comment runs to the end of the document, since nothing closes it, and hides what comes after it.',
  'anchor-nowhere':
    'A link to a heading of this document leads nowhere, by the rules of GitHub and GitLab. Often the heading was renamed.',
  'file-nowhere': 'A link or image leads to a file that is not in this folder.',
  'number-twice':
    'Two proposals have the same number. The one that came later takes the next free one.',
  'relation-nowhere': 'The proposal names another by a number that no proposal here has.',
  behind:
    'The template has gained sections since the proposal was made from it. The upgrade command carries them over.',
};
