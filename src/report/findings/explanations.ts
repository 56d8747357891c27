import type { FindingCode } from '../../document/findings/finding.ts';

/** What a code means, and what to do about it: what `explain` says, and what its page begins with. */
export const EXPLANATIONS: Readonly<Record<FindingCode, string>> = {
  unreadable:
    'The proposal could not be read: it is no UTF-8 text, is larger than 32 MB, may not be opened, or leads out of the repository. The others are checked all the same.',
  'title-missing':
    'The template has a title, and the proposal has neither a heading of level 1 nor a title in front matter. Write one.',
  'title-placeholder':
    'The title is still the placeholder of the template. Write what the proposal is called.',
  'title-duplicate':
    'Another proposal has the same title. Where one was copied from the other, say what this one is about; where it is the same proposal twice, remove one.',
  'section-missing':
    'The template that the proposal was made from has this section, it is not optional, and the proposal does not have it under any usual name. Add it, or make it optional in the template. A section that more than half of the proposals here leave out is not called missing.',
  'section-empty':
    'The heading is there, and nothing is below it. Write something; N/A and None are answers. Where the section can be left out, take it out.',
  'section-tbd':
    'The section says only that something will come: TBD, TODO or dashes. Write it; N/A and None are answers.',
  'section-duplicate':
    'Two headings at the same level of the same section have the same name, so that links and tools find only the first.',
  'guidance-left':
    'An explanation of the template stands there word for word, as it is today or as it was in any earlier version since the proposal was made. It is an error where nothing else is written, a warning beside other text, and a note in a comment, which readers do not see.',
  'heading-misspelled':
    'The heading is nearly the name of a section of the template. Write it as the template does, so that readers, links and tools find it.',
  'heading-level':
    'The section stands deeper or higher than in the template, while the others do not, so that it belongs to another section than it should. check --fix moves it where that changes nothing else.',
  'marker-left':
    'The heading still says that the section is optional, which is for authors and not for readers. check --fix takes the marker out.',
  'block-unclosed':
    'A code fence or comment runs to the end of the document, since nothing closes it, and hides what comes after it.',
  'contents-outdated':
    'The table of contents does not have the headings that are there, or has some that are not. check --fix brings it up to date; entries that lead somewhere stay as they are.',
  'anchor-broken':
    'A link to a heading of this document, or of another one here, leads nowhere, by the rules of GitHub and GitLab. Often the heading was renamed.',
  'link-broken':
    'A link or image leads to a file that is not there. It is a warning in a repository, and a note where it is not known whether all of its files are there.',
  'number-duplicate':
    'Two proposals have the same number. The one that came later takes the next free one.',
  'number-differs':
    'The name of the proposal has another number than its heading, or than what it says of itself. Mend the one that is wrong; renumber changes all of them at once.',
  'name-unusual':
    'The number in the name is not written as those of the others are, which breaks the order in listings. Rename it.',
  'front-matter-broken':
    'The YAML of the front matter, or of the file beside the proposal, cannot be parsed, so that other tools see nothing of it. The rest is checked all the same.',
  'value-placeholder':
    'A value of the head is still the one that the template has in its place, such as sig-xyz or @nickname. Write the real one, or take the line out.',
  'status-unknown':
    'The status is none of those that the configuration, the template or a comment beside it name; where nothing names them, it is nearly one that is common here. Set one of them with the status command, or add it to statuses in the configuration.',
  'status-contradicts':
    'The proposal says two statuses in two places, and nobody can know which is true. Set both to the same, or take one out.',
  'successor-missing':
    'The status says that another proposal takes the place of this one, and nothing says which. The supersede command writes both ends.',
  'relation-unknown': 'The proposal names another by a number that no proposal here has.',
  'relation-one-sided':
    'The proposal says that it supersedes another, or that another supersedes it, and that one does not say so. The supersede command writes both ends.',
  behind:
    'The template has gained sections since the proposal was made from it. The upgrade command carries them over.',
  'index-outdated':
    'The list of proposals that a file keeps between its markers is not up to date. It is a note, since often the main branch alone writes it. list --write or check --fix brings it up to date.',
};
