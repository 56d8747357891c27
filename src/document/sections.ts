import { outline, sectionEnd } from './outline.ts';
import { type Marker, markerOf, sectionId, withoutMarker } from './title.ts';

/** A section that a template offers. Offsets are UTF-16 units in the template's text. */
export interface TemplateSection {
  id: string;
  /** The heading's text without the marker. */
  title: string;
  level: number;
  marker: Marker;
  /** The template's text under the heading, up to the next heading of any level, trimmed. */
  guidance: string;
  start: number;
  bodyStart: number;
  /** Where the section's own text ends: at the next heading of any level. */
  ownEnd: number;
  /** Where the section ends, its sub-sections included. */
  end: number;
}

const TABLE_OF_CONTENTS = new Set(['table-of-contents', 'contents', 'toc']);

/** The sections of a template: its headings of level 2 and 3, but for a table of contents. */
export function templateSections(text: string): TemplateSection[] {
  const headings = outline(text);
  const seen = new Map<string, number>();
  return headings.flatMap((heading, index) => {
    const word = sectionId(heading.title);
    if (heading.level < 2 || heading.level > 3 || TABLE_OF_CONTENTS.has(word)) return [];
    const times = (seen.get(word) ?? 0) + 1;
    seen.set(word, times);
    // A title that is there again gets a number, so that an id names one section.
    const id = times === 1 ? word : `${word}-${times}`;
    const ownEnd = headings[index + 1]?.start ?? text.length;
    return {
      id,
      title: withoutMarker(heading.title),
      level: heading.level,
      marker: markerOf(heading.title),
      guidance: text.slice(heading.bodyStart, ownEnd).trim(),
      start: heading.start,
      bodyStart: heading.bodyStart,
      ownEnd,
      end: sectionEnd(headings, index, text.length),
    };
  });
}

/** The first sentence of a section's guidance, on one line. */
export function firstSentence(guidance: string): string {
  return sentencesOf(guidance)[0] ?? '';
}

/**
 * One line that says what a good answer is: the shortest sentence of the guidance, which in practice
 * is the one that asks for something.
 */
export function hintOf(guidance: string): string {
  const [first = '', ...others] = sentencesOf(guidance);
  return others.reduce((short, next) => (next.length < short.length ? next : short), first);
}

function sentencesOf(guidance: string): string[] {
  const prose = guidance.split(/\n#|\n[-*] /)[0] ?? '';
  return (prose.replace(/\s+/g, ' ').match(/[^.?!]+[.?!]+/g) ?? []).map((text) => text.trim());
}
