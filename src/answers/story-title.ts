import { foldedSpace } from '../document/folded-space.ts';

/** Characters; a heading stays on one line. */
const LONGEST = 60;

/** How user stories begin: who it is, and the words before what they do. */
const ROLE =
  /^as (?:an? |the )?[^,\n]{1,80},? (?=i |we )(?:i|we) (?:(?:want|need|would like|should be able|am able|are able|can|could|may|will|have) )?(?:to )?(?:be able to )?/i;

/** A title for a story, from its own words: what somebody does, without who it is and what for. */
export function titleFrom(story: string): string {
  const [paragraph = ''] = story.split(/\n\s*\n/);
  const line = foldedSpace(paragraph);
  const [sentence = ''] = line.split(/(?<=[.!?。！？])(?: |$)/);
  const told = sentence.replace(ROLE, '').replace(/,? (?:so that|in order to|because) .*$/i, '');
  const words = (told.trim() || sentence).replace(/(?<![.!。！,;:])[.!。！,;:]+$/, '');
  return shortened(words.charAt(0).toUpperCase() + words.slice(1));
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(' ', LONGEST);
  return [...text.slice(0, end > 20 ? end : LONGEST)].join('').replace(/[\uD800-\uDBFF]$/, '');
}
