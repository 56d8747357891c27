import type { FindingCode } from '../../document/findings/finding.ts';

/** What a code means and what to do about it, as `explain` and the page of the finding show it. */
export const EXPLANATIONS: Readonly<Record<FindingCode, string>> = {
  unreadable:
    'The proposal could not be read: it is not UTF-8 text, is larger than 32 MB, cannot be opened, or is outside the repository. Other proposals are still checked.',
  'title-missing':
    'The template has a title, but the proposal has neither a level 1 heading nor a title in front matter. Write one.',
  'title-placeholder':
    'The title is still the template’s placeholder, perhaps behind the right number. Write the title of the proposal.',
  'title-duplicate':
    'Another proposal has the same title. If one was copied from the other, give this one its own title; if they are the same proposal, remove one.',
  'section-missing':
    'The template that the proposal was made from has this section, it is not optional, and the proposal has no section with any of its usual names. Add it, or make it optional in the template. A section that more than half of the proposals here omit is not reported.',
  'section-empty':
    'The section has a heading, but no content: link definitions do not count, and neither does the template’s comment in a section that it requires. Write something; N/A and None are valid answers. If the section is optional, remove it.',
  'section-tbd':
    'The section contains only a placeholder: TBD, TODO (also with what is to be done), question marks or dashes. Write it; N/A and None are valid answers.',
  'section-duplicate':
    'Two headings at the same level of the same section have the same name, so links and tools find only the first. Rename one, or join the two.',
  'guidance-left':
    'The section still contains guidance from the template, word for word, in its current version or an earlier one since the proposal was made. It is an error if there is nothing else, a warning next to other text, and a note in a comment beside other text or in an optional section, since readers do not see it.',
  'heading-misspelled':
    'The heading is almost the name of a section of the template. Use the spelling of the template, so that readers, links and tools find it.',
  'heading-level':
    'The section is at another level than in the template, while the others are not, so it belongs to the wrong section. check --fix moves it if that changes nothing else.',
  'marker-left':
    'The heading still says that the section is optional, which is meant for authors, not readers. check --fix removes the marker.',
  'block-unclosed':
    'A code fence or comment is never closed, so it runs to the end of the document and hides what follows. Close it where it is meant to end.',
  'conflict-left':
    'Git could not merge these lines, and both versions are still there between its markers. Keep what is right, and remove the markers.',
  'contents-outdated':
    'The table of contents lacks existing headings, or lists headings that do not exist. check --fix updates it; entries with valid links stay as they are.',
  'anchor-broken':
    'A link to a heading of this document, or of another one here, is broken by the rules of GitHub and GitLab. Often the heading was renamed. Link to its present name, or remove the link.',
  'link-broken':
    'A link or image refers to a file that does not exist. It is a warning in a repository, and a note if it is unknown whether all files are present. Correct the path, or remove the link.',
  'number-duplicate':
    'Two proposals have the same number. Give the later one the next free number.',
  'number-differs':
    'The number in the name of the proposal differs from the one in its heading or metadata. Correct the wrong one; renumber changes all of them at once.',
  'name-unusual':
    'The number in the name is not written like those of the other proposals, which breaks the order in listings. Rename it.',
  'front-matter-broken':
    'The YAML of the front matter, or of the file beside the proposal, cannot be parsed, so other tools cannot read it. Quote or correct the value in that line; the rest is still checked.',
  'value-placeholder':
    'A metadata value is still the template’s placeholder, such as sig-xyz or @nickname. Write the real value, or remove the line.',
  'status-unknown':
    'The status is not one of those listed in the configuration, the template or a comment next to it; if none are listed, it looks like a misspelling of one that at least three proposals here have. Set a known status with the status command, or add it to statuses in the configuration.',
  'status-contradicts':
    'The proposal has different statuses in two places. Make them the same, or remove one.',
  'successor-missing':
    'The status says that another proposal supersedes this one, but not which. The supersede command updates both.',
  'relation-unknown':
    'The proposal refers to another one by a number that no proposal here has. Correct the number, or link to where the other proposal is.',
  'relation-one-sided':
    'The proposal says that it supersedes another, or is superseded by it, but the other does not say so. The supersede command updates both.',
  behind:
    'The template has gained sections since the proposal was made from it. The upgrade command adds them. Where most proposals are behind, one note says so for all.',
  'index-outdated':
    'The list of proposals between the markers in a file is out of date. It is a note, since often only the main branch updates it. list --write or check --fix updates it.',
};
