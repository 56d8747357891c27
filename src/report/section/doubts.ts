import type { Doubt } from '../../document/sections/add-section-result.ts';
import type { ProposedPlace } from './outcome.ts';

/** Why a place is doubtful, as parts of sentences. */
export function doubtTexts({ doubts, similar }: ProposedPlace): string[] {
  return doubts.map((doubt) => doubtText(doubt, similar));
}

/** @param similar the heading that may be the section */
export function doubtText(doubt: Doubt, similar?: ProposedPlace['similar']): string {
  return doubt === 'similar-heading' && similar
    ? `"${similar.heading}" (line ${similar.line}) may be this section under another name`
    : DOUBTS[doubt];
}

const DOUBTS: Record<Doubt, string> = {
  'parent-missing': 'its parent section is missing',
  'levels-differ': 'its neighbours are at other levels than in the template',
  'out-of-order': 'a neighbour is not where it is in the template',
  'outside-parent': 'the place is outside its parent section',
  'few-recognised': 'the document has little of the template',
  'among-unknown': 'its place is among sections that the template does not have',
  'html-headings': 'some headings are in HTML, which is not used to find places',
  'unknown-base': 'its original template is unknown, so its authors may have left this out',
  'number-used': 'another heading has its number, or the section around it has another one',
  'similar-heading': 'a heading may be this section under another name',
};
