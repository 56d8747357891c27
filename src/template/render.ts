import type { Answers } from '../answers/answers.ts';
import { mendContents } from '../document/contents/table-of-contents.ts';
import { frontMatterEnd } from '../document/markdown/front-matter.ts';
import type { Heading } from '../document/markdown/heading.ts';
import { lineEnding } from '../document/markdown/lines.ts';
import { withoutMarker } from '../document/markdown/marker.ts';
import { outline } from '../document/markdown/outline.ts';
import { mdxComments, mdxWords } from '../document/mdx/mdx.ts';
import { type Breakout, breakouts, contain } from '../document/sections/containment.ts';
import { type TemplateSection, templateSections } from '../document/sections/template-sections.ts';
import { Failure, messageOf } from '../failure.ts';
import { HiddenWords, type PlacedWords } from './hidden-words.ts';
import { invalidTemplateError } from './read-file.ts';
import { type Selection, select } from './selection.ts';
import type { Template } from './template.ts';
import { trimToSelection } from './trim-sections.ts';
import { type Facts, templateValues } from './values.ts';

export interface AnswerBreakout extends Breakout {
  answer: string;
  section: string;
  level: number;
}

export interface PlannedFile {
  /** Relative to the proposal's directory, with `/`. */
  path: string;
  content: string | Buffer;
  mode?: number;
}

export interface Rendering {
  document: string;
  sections: readonly TemplateSection[];
  selection: Selection;
  breakouts: AnswerBreakout[];
  companions: PlannedFile[];
}

/**
 * Fills a template with the answers, keeps the wanted sections and takes the markers out of the headings. While
 * sections are looked for, tokens stand in for the author's words: a heading or an open code fence in an answer
 * cannot change which section is which, and no word is interpreted.
 * @throws Failure when an answer has no place in the template, or a choice names no section
 */
export function renderProposal(
  template: Template,
  answers: Answers,
  facts: Facts,
  isMdx = false,
): Rendering {
  const words = new HiddenWords();
  const values = templateValues(answers, facts, words);
  const filled = fill(template, () => template.fill(values, words));
  const sections = templateSections(filled);
  const selection = select(sections, answers, answeredSections(sections, filled));
  const texts = new Map([...selection.texts].map(([id, text]) => [id, words.hide(id, text)]));
  const skeleton = trimToSelection(filled, sections, { ...selection, texts });
  const beside = template.companions.map(({ path, content, mode }) => ({
    mode,
    path: fillPlaceholders(path, facts),
    content: 'bytes' in content ? content.bytes : fill(template, () => content.fill(values, words)),
  }));
  refuseSamePath(template, beside);
  const files = beside.map(({ content }) => (typeof content === 'string' ? content : ''));
  refuseUnplaced(template, words.missingIn([skeleton, ...files]), sections);
  const put = (text: string) =>
    withWords(isMdx ? mdxComments(text) : text, words, { ...answers, isMdx });
  const first = put(skeleton);
  const mended = mendContents(skeleton, first.document, template.text);
  const { document, breakouts } = mended === skeleton ? first : put(mended);
  return {
    document,
    sections,
    selection,
    breakouts,
    companions: beside.map(({ path, content, mode }) => ({
      path,
      content: typeof content === 'string' ? words.reveal(content) : content,
      mode,
    })),
  };
}

function withWords(
  skeleton: string,
  words: HiddenWords,
  { nestHeadings, isMdx }: Answers & { isMdx: boolean },
) {
  let headings: Heading[] | undefined;
  const found: AnswerBreakout[] = [];
  const eol = lineEnding(skeleton);
  const front = isMdx ? frontMatterEnd(skeleton) : 0;
  const document = words.reveal(skeleton, ({ answer, text: said }, offset) => {
    const text = isMdx && offset >= front ? mdxWords(said) : said;
    const before = lineBefore(skeleton, offset);
    // One line in the middle of another starts no block.
    if (before !== '' && !text.includes('\n')) return text;
    headings ??= outline(skeleton);
    const heading = headingAbove(headings, offset);
    if (!heading) return text.replaceAll('\n', eol);
    // In the middle of a line, as in a list, words are inside already, unless the line is no list with them.
    const isOutside = before === '' || breakouts(before + text, heading.level).length > 0;
    const contained = nestHeadings && isOutside ? containBehind(before, text, heading.level) : text;
    for (const breakout of breakouts(before + contained, heading.level)) {
      const section = words.reveal(withoutMarker(heading.title));
      found.push({ ...breakout, answer, section, level: heading.level });
    }
    return contained.replaceAll('\n', eol);
  });
  return { document, breakouts: found };
}

/** What stands before a text on its line can make something else of it: `- ` makes a rule of `- -`. */
function containBehind(before: string, text: string, level: number): string {
  const whole = contain(before + text, level);
  return whole.startsWith(before) ? whole.slice(before.length) : contain(text, level);
}

function fill({ label }: Template, run: () => string): string {
  try {
    return run();
  } catch (error) {
    throw error instanceof Failure
      ? error
      : invalidTemplateError(`${label}: ${messageOf(error)}`, error);
  }
}

function refuseSamePath({ label }: Template, files: readonly { path: string }[]): void {
  const paths = files.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined)
    throw invalidTemplateError(`${label}: two files beside it would be named ${twice}`);
}

function fillPlaceholders(path: string, { number, slug }: Facts): string {
  return path
    .replace(/(?<![A-Za-z0-9])(?:N{4}|X{4}|0000)(?![A-Za-z0-9])/g, number || '$&')
    .replace(
      /(?<![A-Za-z0-9])(?:(?:my|your)[-_](?:title|feature|proposal)|slug)(?![A-Za-z0-9])/gi,
      slug,
    );
}

function answeredSections(sections: readonly TemplateSection[], filled: string): string[] {
  return HiddenWords.offsets(filled).flatMap((index) => {
    const around = sections.findLast(({ start, end }) => start <= index && index < end);
    return around ? [around.id] : [];
  });
}

function refuseUnplaced(
  { isAdopted }: Template,
  unplaced: readonly PlacedWords[],
  sections: readonly TemplateSection[],
): void {
  // The author is not asked for; a template may ask for the title as one word, which the path has as well.
  const known = isAdopted ? ['author', 'title'] : ['author'];
  const lost = unplaced.map(({ answer }) => answer).filter((answer) => !known.includes(answer));
  if (lost.length === 0) return;
  const names = [...new Set(lost)].join(', ');
  if (!isAdopted) {
    throw Failure.usage('invalid-template', `The template has no place for: ${names}`, {
      hint: 'Leave those answers out, or add an expression such as {{title}} to the template',
    });
  }
  throw Failure.usage('invalid-answers', `The template has no section for: ${names}. It has:`, {
    list: sections.slice(0, MOST_SECTIONS).map(({ id }) => `--text ${id}=…`),
    hint: 'Assign them to sections, or leave those answers out',
  });
}

/** More sections than these are no help to read. */
const MOST_SECTIONS = 10;

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function headingAbove(headings: readonly Heading[], offset: number): Heading | undefined {
  return headings.findLast(({ bodyStart }) => bodyStart <= offset);
}
