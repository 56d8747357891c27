import { withoutMarker } from '../../document/markdown/marker.ts';
import { type Heading, sectionEnd } from '../../document/markdown/outline.ts';
import { meaningOf } from '../../document/section-names.ts';
import type { AnswerPlace } from '../values.ts';
import { type Edit, orElse, type Part } from './handlebars.ts';

/** `1.`, `2.3`, `IV)` or `一、` before a title. */
const NUMBERING = /^\s*(?:\d+(?:\.\d+)*[.)、]?|[IVX]+[.)]|[一二三四五六七八九十]+、)\s*/;

const CODE: Readonly<Record<AnswerPlace, (level: number, eol: string) => string>> = {
  summary: () => '{{summary}}',
  goals: (_, eol) => listCode('goals', eol),
  'non-goals': (_, eol) => listCode('nonGoals', eol),
  stories: (level, eol) =>
    `{{#each stories}}{{#unless @first}}${eol}${eol}{{/unless}}${'#'.repeat(Math.min(6, level + 1))} {{title}}{{#if text}}${eol}${eol}{{text}}{{/if}}{{/each}}`,
};

const VALUES: Readonly<Record<AnswerPlace, string>> = {
  summary: 'summary',
  goals: 'goals',
  'non-goals': 'nonGoals',
  stories: 'stories',
};

export interface Sections {
  document: string;
  headings: readonly Heading[];
  eol: string;
}

/** Where the template has a section that means the answer. */
export function answerPlace({ headings }: Sections, place: AnswerPlace): number | undefined {
  const index = headings.findIndex(
    ({ title }) => meaningOf(withoutMarker(title).replace(NUMBERING, '')) === place,
  );
  return index < 0 ? undefined : index;
}

/** The answer in place of a section's guidance: what stands under the heading, and placeholders for stories. */
export function answerEdit(sections: Sections, place: AnswerPlace, index: number): Edit {
  const { document, headings, eol } = sections;
  const { level = 2, bodyStart = 0 } = headings[index] ?? {};
  const end =
    place === 'stories'
      ? placeholdersEnd(sections, index)
      : (headings[index + 1]?.start ?? document.length);
  const code = CODE[place](level, eol);
  const body = document.slice(bodyStart, end);
  const [before = ''] = /^(?:\[[^\]\n]+\]:[^\n]*\r?\n)*(?:[ \t]*\r?\n)*/.exec(body) ?? [];
  const guidance = body.slice(before.length).trimEnd();
  if (guidance !== '') {
    const start = bodyStart + before.length;
    return { start, end: start + guidance.length, parts: orElse(VALUES[place], code, guidance) };
  }
  // No guidance: the answer stands in a paragraph of its own, blank lines around it.
  const gap = /\n[ \t]*\r?\n$|^[ \t]*\r?\n$/.test(before) || before === '' ? '' : eol;
  const isFramed = /^[ \t]*\r?\n/.test(before);
  const after = isFramed || end === document.length ? '' : eol;
  return {
    start: bodyStart,
    end: bodyStart,
    parts: given(place, `${gap}${eol}${code}${eol}${after}`),
  };
}

/** Sub-headings such as `#### Story 1` wait for stories as well. */
function placeholdersEnd({ document, headings }: Sections, index: number): number {
  const end = sectionEnd(headings, index, document.length);
  const inside = headings.slice(index + 1).filter(({ start }) => start < end);
  const real = inside.find(
    ({ title }) => !/^(?:user[- ])?(?:story|use[- ]case|scenario)\b/i.test(title),
  );
  return real?.start ?? end;
}

function given(place: AnswerPlace, code: string): Part[] {
  return [{ code: `{{#if ${VALUES[place]}}}${code}{{/if}}` }];
}

function listCode(name: string, eol: string): string {
  return `{{#each ${name}}}{{#unless @first}}${eol}{{/unless}}- {{this}}{{/each}}`;
}
