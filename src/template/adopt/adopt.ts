import { blankOutCode } from '../../document/markdown/blank-code.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import type { Heading } from '../../document/markdown/heading.ts';
import { lineEnding } from '../../document/markdown/lines.ts';
import { outline } from '../../document/markdown/outline.ts';
import { type DateForms, withDateForms } from '../siblings/date-forms-of.ts';
import { holdsOwnTitle, withExpressions } from '../siblings/own-values.ts';
import { type SiblingForm, withSiblingForm } from '../siblings/with-sibling-form.ts';
import { type AnswerPlace, PLACES } from '../values.ts';
import { braceEdits, namedTitleEdits } from './braces.ts';
import { preamble } from './fences.ts';
import { type Edit, orElse, withEdits } from './handlebars.ts';
import { headedTableEdits } from './metadata/headed-tables.ts';
import { authorListEdits, loneValueEdits } from './metadata/lists.ts';
import {
  bylineEdits,
  firstEntryEdits,
  labelledEdits,
  ownRequestEdits,
} from './metadata/metadata.ts';
import { statusOfNew } from './metadata/status-choice.ts';
import { tomlEdits } from './metadata/toml.ts';
import { yamlEdits } from './metadata/yaml.ts';
import { numberEdits, quotedNumberEdits } from './numbers.ts';
import { addedEdit, answerEdit, answerPlace, type Sections } from './sections.ts';
import { addedTitle, titleEdits, titleHeading, waits } from './title.ts';

interface AdoptionHints {
  isAssigned?: boolean;
  titleWidth?: number;
  status?: string;
  dateForms?: DateForms;
  siblings?: SiblingForm;
}

export interface Adopted {
  handlebars: string;
  /** The answers that the template has a section for. */
  places: ReadonlySet<AnswerPlace>;
  /** Those that get a section of their own, since it is plain where. */
  added: ReadonlySet<AnswerPlace>;
}

/**
 * Finds where a template of plain Markdown waits for the title, the number, dates, the author and the answers,
 * and puts expressions there; what stands there stays for when there is no answer.
 * @param isAssigned whether the number is that of the proposal's issue or pull request
 * @param titleWidth the digits of the number in the title, where they are not those of the name
 * @param status what a new proposal's status is called
 * @param dateForms how the proposals that are there write dates, by label
 * @param siblings how they differ from their template
 */
export function adoptMarkdown(
  template: string,
  { isAssigned = false, titleWidth, status = 'Proposed', dateForms, siblings }: AdoptionHints = {},
): Adopted {
  const formed = siblings ? withSiblingForm(template, siblings) : template;
  const document = dateForms ? withDateForms(formed, dateForms) : formed;
  const headings = outline(document);
  const front = frontMatterEnd(document);
  const prose = withPreamble(document, blankOutCode(document));
  const eol = lineEnding(document);
  const body = ' '.repeat(front) + prose.slice(front);
  const labels = [
    ...labelledEdits(document, body),
    ...headedTableEdits(document, body),
    ...firstEntryEdits(body),
    ...bylineEdits(body),
  ];
  const head = document.slice(0, front);
  const yaml = /^\uFEFF?\s*\+\+\+/.test(head) ? tomlEdits(head) : yamlEdits(head);
  const heading = titleHeading(headings);
  const sections: Sections = { document, headings: withoutTitle(headings, heading), eol };
  // A first heading that all proposals share is not a title.
  const isFixed = siblings?.heading !== undefined;
  const title = heading?.title === siblings?.heading ? undefined : heading;
  // A heading that waits for nothing is a section where a label waits for the title.
  const isTitle = title && (waits(title) || !labels.some(isForTitle));
  const found = PLACES.map((place) => [place, answerPlace(sections, place)] as const);
  const first =
    title && found.every(([place, at]) => place !== 'summary' || at === undefined)
      ? leadingSummary(document, title.bodyStart, prose)
      : undefined;
  // A paragraph that is a heading, or runs into one, is no place for an answer.
  const isHeading = headings.some(
    ({ start }) => first && start >= first.start && start < first.end,
  );
  const lead = isHeading ? undefined : first;
  const added = new Map(
    found.flatMap(([place, at]) => {
      const edit = at === undefined ? addedEdit(sections, place) : undefined;
      return edit ? [[place, edit] as const] : [];
    }),
  );
  const edits: Edit[] = [
    // First, since no answer may be lost to an edit in the same place.
    ...answers(sections, found, { lead, added }),
    ...(isTitle ? titleEdits(document, title, { width: titleWidth, form: siblings?.title }) : []),
    ...(isTitle || isFixed || holdsOwnTitle(head) || [...labels, ...yaml].some(holdsTitle)
      ? []
      : [addedTitle(document, front, eol)]),
    ...yaml,
    ...authorListEdits(prose),
    ...braceEdits(document, front),
    ...(title ? namedTitleEdits(prose, title) : []),
    ...(title ? commentEdits(document, title.title) : []),
    ...statusEdits(prose, status),
    ...loneValueEdits(prose, headings),
    ...(isAssigned ? ownRequestEdits(prose) : []),
    ...labels,
    ...numberEdits(prose, { front, isAssigned, title: title?.title }),
    ...quotedNumberEdits(document, { front, title: title?.title, width: titleWidth }),
  ];
  const places = found.filter(([place, at]) => at !== undefined || (place === 'summary' && lead));
  return {
    handlebars: withExpressions(withEdits(document, edits)),
    places: new Set(places.map(([place]) => place)),
    added: new Set(added.keys()),
  };
}

/** As {@link adoptMarkdown}, for a companion of the main document that is YAML, such as `kep.yaml`. */
export function adoptYaml(text: string): string {
  return withEdits(text, yamlEdits(text));
}

function withoutTitle(
  headings: readonly Heading[],
  title: Heading | undefined,
): readonly Heading[] {
  return title && title.level > 1 ? headings.filter((each) => each !== title) : headings;
}

function answers(
  sections: Sections,
  found: readonly (readonly [AnswerPlace, number | undefined])[],
  { lead, added }: { lead: Edit | undefined; added: ReadonlyMap<AnswerPlace, Edit> },
): Edit[] {
  return found.flatMap(([place, index]) => {
    if (index !== undefined) return answerEdit(sections, place, index);
    return place === 'summary' && lead ? lead : (added.get(place) ?? []);
  });
}

function withPreamble(document: string, prose: string): string {
  const range = preamble(document);
  if (!range) return prose;
  const { start, end } = range;
  return prose.slice(0, start) + document.slice(start, end) + prose.slice(end);
}

/** `STATUS` alone on a line, as adr-tools write it. */
function statusEdits(prose: string, status: string): Edit[] {
  return [...prose.matchAll(/^STATUS(?=[ \t]*\r?$)/gm)].map(({ index, 0: hole }) => ({
    start: index,
    end: index + hole.length,
    parts: statusOfNew(status, hole),
  }));
}

/** `TITLE` in a comment that gives no instructions, where that is what waits in the heading. */
function commentEdits(document: string, heading: string): Edit[] {
  if (!/\bTITLE\b/.test(heading)) return [];
  const edits: Edit[] = [];
  for (let start = document.indexOf('<!--'); start >= 0; ) {
    const end = document.indexOf('-->', start);
    if (end < 0) break;
    const comment = document.slice(start, end);
    const holes = INSTRUCTS.test(comment) ? [] : comment.matchAll(/\bTITLE\b/g);
    for (const { index, 0: hole } of holes) {
      const at = start + index;
      edits.push({ start: at, end: at + hole.length, parts: orElse('title', '{{title}}', hole) });
    }
    start = document.indexOf('<!--', end);
  }
  return edits;
}

const INSTRUCTS = /\b(?:copy|rename|replace|substitute|change|fill)\b/i;

function holdsTitle({ parts }: Edit): boolean {
  return parts.some(
    (part) => 'code' in part && /\{\{(?:title\w*|slugWithUnderscores)\}\}/.test(part.code),
  );
}

function isForTitle({ parts }: Edit): boolean {
  return parts.some((part) => 'code' in part && part.code.includes('{{title}}'));
}

function leadingSummary(document: string, bodyStart: number, prose: string): Edit | undefined {
  const [, before = '', paragraph = ''] =
    /^((?:[ \t]*\r?\n)*)((?:(?!#)[^\n]*\S[^\n]*(?:\n|$))+)/.exec(prose.slice(bodyStart)) ?? [];
  if (!/\bsummar|\babstract\b|\boverview\b/i.test(paragraph)) return undefined;
  const start = bodyStart + before.length;
  const original = document.slice(start, start + paragraph.length).trimEnd();
  return { start, end: start + original.length, parts: orElse('summary', '{{summary}}', original) };
}
