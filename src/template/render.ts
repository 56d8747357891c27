import type { Answers } from '../answers/answers.ts';
import { type Breakout, breakouts, contain } from '../document/containment.ts';
import { lineEnding } from '../document/lines.ts';
import { type Heading, outline } from '../document/outline.ts';
import { type TemplateSection, templateSections } from '../document/sections.ts';
import { withoutMarker } from '../document/title.ts';
import { Failure } from '../failure.ts';
import { type Selection, select } from './selection.ts';
import { trimToSelection } from './skeleton.ts';
import type { Template, TemplateValues } from './template.ts';

/** What a template is told beside the answers. */
export interface Facts {
  /** Zero padded. */
  number: string;
  slug: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** A place where an answer would change the proposal's outline. */
export interface AnswerBreakout extends Breakout {
  /** What the words answer: a key of the answers file, or the id of a section. */
  answer: string;
  /** Title of the section that holds the answer. */
  section: string;
  level: number;
}

export interface Rendering {
  document: string;
  sections: TemplateSection[];
  selection: Selection;
  breakouts: AnswerBreakout[];
}

/** The author's words in one place of the proposal. */
interface Words {
  answer: string;
  text: string;
}

/** A stand-in for the words with this index, made of noncharacters, which no answer may hold. */
const TOKEN = /\uFDD0(\d+)\uFDD1/g;
const tokenOf = (index: number) => `\uFDD0${index}\uFDD1`;

/**
 * Fills a template with the answers, keeps the wanted sections and takes the markers out of the
 * headings. While sections are looked for, tokens stand in for the author's words: a heading or an
 * open code fence in an answer cannot change which section is which, and no word is interpreted.
 *
 * @throws Failure when an answer has no place in the template, or a wish names no section
 */
export function renderProposal(template: Template, answers: Answers, facts: Facts): Rendering {
  const words: Words[] = [];
  const hide = (answer: string, text: string) =>
    text === '' ? '' : tokenOf(words.push({ answer, text }) - 1);
  const filled = template.fill(templateValues(answers, facts, hide));
  const sections = templateSections(filled);
  const selection = select(sections, answers, answeredSections(sections, filled));
  const texts = new Map([...selection.texts].map(([id, text]) => [id, hide(id, text)]));
  const skeleton = trimToSelection(filled, sections, { ...selection, texts });
  refuseUnplaced(skeleton, words);

  let headings: Heading[] | undefined;
  const found: AnswerBreakout[] = [];
  const eol = lineEnding(skeleton);
  const document = skeleton.replace(TOKEN, (token, index: string, offset: number) => {
    const { answer, text } = words[Number(index)] ?? { answer: '', text: token };
    const before = lineBefore(skeleton, offset);
    // One line in the middle of another starts no block.
    if (before !== '' && !text.includes('\n')) return text;
    headings ??= outline(skeleton);
    const heading = headingAbove(headings, offset);
    if (!heading) return text.replaceAll('\n', eol);
    const contained = answers.nestHeadings && before === '' ? contain(text, heading.level) : text;
    for (const breakout of breakouts(before + contained, heading.level)) {
      const section = withoutMarker(heading.title).replace(
        TOKEN,
        (_, i) => words[Number(i)]?.text ?? '',
      );
      found.push({ ...breakout, answer, section, level: heading.level });
    }
    return contained.replaceAll('\n', eol);
  });
  return { document, sections, selection, breakouts: found };
}

function templateValues(
  answers: Answers,
  facts: Facts,
  hide: (answer: string, text: string) => string,
): TemplateValues {
  const items = (answer: string, texts: readonly string[] = []) =>
    texts.map((text) => hide(answer, indentContinuation(text)));
  return {
    ...facts,
    title: hide('title', answers.title ?? ''),
    summary: hide('summary', answers.summary ?? ''),
    goals: items('goals', answers.goals),
    nonGoals: items('non-goals', answers.nonGoals),
    stories: (answers.stories ?? []).map(({ title, text }, index) => ({
      title: title ? hide('stories', title) : `Story ${index + 1}`,
      text: hide('stories', text),
    })),
  };
}

/** A list item's later lines are indented by the width of its `- `, so that it stays one item. */
function indentContinuation(text: string): string {
  return text.replace(/\n(?=[^\n])/g, '\n  ');
}

/** Ids of the innermost sections that hold an answer. */
function answeredSections(sections: readonly TemplateSection[], filled: string): string[] {
  return [...filled.matchAll(TOKEN)].flatMap(({ index }) => {
    const around = sections.findLast(({ start, end }) => start <= index && index < end);
    return around ? [around.id] : [];
  });
}

function refuseUnplaced(skeleton: string, words: readonly Words[]): void {
  const unplaced = words.filter((_, index) => !skeleton.includes(tokenOf(index)));
  if (unplaced.length === 0) return;
  const names = [...new Set(unplaced.map(({ answer }) => answer))].join(', ');
  throw Failure.usage('invalid-template', `The template has no place for: ${names}`, {
    hint: 'Leave those answers out, or add an expression such as {{title}} to the template',
  });
}

/** What stands before an offset on its line. */
function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function headingAbove(headings: readonly Heading[], offset: number): Heading | undefined {
  return headings.findLast(({ bodyStart }) => bodyStart <= offset);
}
