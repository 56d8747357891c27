import type { Heading } from '../../document/markdown/heading.ts';
import { withoutMarker } from '../../document/markdown/marker.ts';
import { sectionEnd } from '../../document/markdown/outline.ts';
import { topLevel } from '../../document/sections/template-sections.ts';
import { languageOf, meaningOf, usualName } from '../../document/titles/section-names.ts';
import { titleForms } from '../../document/titles/title-forms.ts';
import { ANSWER_NAMES, type AnswerPlace } from '../values.ts';
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

const ENGLISH: Readonly<Record<AnswerPlace, string>> = {
  summary: 'Summary',
  goals: 'Goals',
  'non-goals': 'Non-Goals',
  stories: 'User Stories',
};

export interface Sections {
  document: string;
  headings: readonly Heading[];
  eol: string;
}

/** Where the template has a section that means the answer. */
export function answerPlace({ headings }: Sections, place: AnswerPlace): number | undefined {
  const named = headings.findIndex(({ title }) => meaningOf(plainTitle(title)) === place);
  if (named >= 0) return named;
  // `Goals: what do we want?` and `Non-goals (what we leave)` say it before they explain it.
  const explained = headings.flatMap(({ title }, index) => {
    const { head } = titleForms(plainTitle(title));
    return head !== undefined && meaningOf(head) === place ? index : [];
  });
  return explained.length === 1 ? explained[0] : undefined;
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
    return {
      start,
      end: start + guidance.length,
      parts: orElse(ANSWER_NAMES[place], code, guidance),
    };
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

/**
 * An answer that the template has no section for, as a section of its own where such a section belongs, in the language
 * of the template: goals in the motivation, stories in the proposal, a summary first.
 * @returns undefined where nothing says where that is, or another section may be meant for it
 */
export function addedEdit(sections: Sections, place: AnswerPlace): Edit | undefined {
  const { document, headings, eol } = sections;
  const at = placeOfAdded(sections, place);
  if (!at || headings.some(({ title }) => mayMean(title, place))) return undefined;
  const { start, level } = at;
  const language = languageOf(headings.map(({ title }) => plainTitle(title))) ?? 'en';
  const name = language === 'en' ? ENGLISH[place] : (usualName(place, language) ?? ENGLISH[place]);
  const block = `${'#'.repeat(level)} ${name}${eol}${eol}${CODE[place](level, eol)}${eol}`;
  const isLast = start === document.length;
  const before = isLast ? (document.endsWith('\n') || document === '' ? eol : eol + eol) : '';
  return { start, end: start, parts: given(place, `${before}${block}${isLast ? '' : eol}`) };
}

/** Whether a heading may be that of a section for an answer, such as `Goals and non-goals` for either. */
function mayMean(title: string, place: AnswerPlace): boolean {
  const words = place === 'goals' ? title.replace(MENTIONED['non-goals'], '') : title;
  return words.search(MENTIONED[place]) >= 0;
}

const MENTIONED: Readonly<Record<AnswerPlace, RegExp>> = {
  summary: /\b(?:summary|synopsis|abstract|tl;?dr)\b/i,
  goals: /\b(?:goals?|objectives?|in[- ]scope)\b/i,
  'non-goals': /\b(?:non|not|no|anti)(?:[- ](?!and)\w+)?[- ]?goals?\b|\bout[- ]of[- ]scope\b/gi,
  stories: /\bstor(?:y|ies)\b|\buse[- ]?cases?\b|\b(?:user|customer|key) (?:journey|scenario)s?\b/i,
};

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
  return [{ code: `{{#if ${ANSWER_NAMES[place]}}}${code}{{/if}}` }];
}

function listCode(name: string, eol: string): string {
  return `{{#each ${name}}}{{#unless @first}}${eol}{{/unless}}- {{this}}{{/each}}`;
}

function plainTitle(title: string): string {
  return withoutMarker(title).replace(NUMBERING, '');
}

function placeOfAdded(
  { document, headings }: Sections,
  place: AnswerPlace,
): { start: number; level: number } | undefined {
  const titled = (meaning: string) =>
    headings.findIndex(({ title }) => meaningOf(plainTitle(title)) === meaning);
  const [summary, motivation, proposal] = [
    titled('summary'),
    titled('motivation'),
    titled('proposal'),
  ];
  if (Math.max(summary, motivation, proposal) < 0) return undefined;
  const top = topLevel(headings);
  const parent = place === 'stories' && proposal >= 0 ? proposal : motivation;
  const endOf = (index: number) => sectionEnd(headings, index, document.length);
  if (parent >= 0 && place !== 'summary') {
    return { start: endOf(parent), level: (headings[parent]?.level ?? top) + 1 };
  }
  if (place !== 'summary' && summary >= 0) {
    // Stories come behind what they are to show.
    const aims = place === 'stories' ? [titled('goals'), titled('non-goals')] : [];
    const last = Math.max(summary, ...aims.filter((at) => headings[at]?.level === top));
    return { start: endOf(last), level: top };
  }
  const first = headings.find((each, index) => each.level === top && (top > 1 || index > 0));
  return { start: first?.start ?? document.length, level: top };
}
