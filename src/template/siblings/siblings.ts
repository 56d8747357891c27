import { withoutNumber } from '../../document/head/title/title-number.ts';
import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import type { Heading } from '../../document/markdown/heading.ts';
import { sectionId } from '../../document/markdown/marker.ts';
import { outline } from '../../document/markdown/outline.ts';
import { templateSections } from '../../document/sections/template-sections.ts';
import { frontMatterOf } from './front.ts';
import { statusesIn, statusFor } from './head.ts';
import { headLines } from './head-lines.ts';
import type { OwnNames } from './own-values.ts';
import { saidLabel, sectionForm } from './section-form.ts';
import { titleForm } from './title-form.ts';

/** A proposal that is there: its text, and its number where its name has one. */
export interface Sibling {
  text: string;
  number: number | undefined;
  /** As its name has it, padded; empty where it has none. */
  digits?: string;
  slug?: string;
}

/** So many proposals that share their sections say what the next one has. */
const LEAST_ALIKE = 3;

const SHARED_BY = 0.6;

interface ParsedSibling extends Sibling {
  headings: Heading[];
  /** The ids of its headings, in the order of the document. */
  ids: string[];
  front: number;
}

/**
 * A template made of what the proposals of a place share: the form of their title, their metadata lines, and their
 * sections in their order, without any text of theirs.
 * @param least so many have to share two sections or more, else there is none
 */
export function siblingTemplate(
  siblings: readonly Sibling[],
  least = LEAST_ALIKE,
): string | undefined {
  const parsed = siblings.map(parsedSibling).filter(({ headings }) => headings.length > 0);
  if (parsed.length < least) return undefined;
  const shared = sharedIds(parsed, least);
  if (shared.length < 2) return undefined;
  const statuses = parsed.flatMap(({ text, front }) => statusesIn(text, front));
  const isPadded = parsed.some(({ digits = '' }) => digits.startsWith('0'));
  const form = { share: SHARED_BY, status: statusFor(statuses, siblings), isPadded };
  const base = mostAlike(parsed, shared);
  const front = frontMatterOf(
    parsed.map(({ text, front: end }) => text.slice(0, end)),
    { ...form, names: parsed.map(ownNames) },
  );
  const heads = parsed.map((each) => headBefore(each, shared));
  const lines = headLines(heads, { ...form, base: parsed.indexOf(base) });
  const saysTitle = [front, ...lines].some((each) => /^[ \t]*title[ \t]*[:=]/im.test(each));
  const isTitled = saysTitle && !hasTitle(base, shared);
  const title = isTitled
    ? []
    : [`# ${titleForm(parsed.map((each) => ({ ...each, title: titleOf(each, shared) })))}`, ''];
  const sections = shared.map((id) => sectionForm(id, parsed, form));
  const head = lines.length > 0 ? [...lines, ''] : [];
  const top = front === '' ? [] : [front.trimEnd(), ''];
  const template = `${[...top, ...title, ...head, ...sections].join('\n').trim()}\n`;
  const withReturns = siblings.filter(({ text }) => text.includes('\r\n')).length;
  return withReturns * 2 > siblings.length ? template.replaceAll('\n', '\r\n') : template;
}

/**
 * Whether a document was made of a template, and edited since: it has half of the sections that the template always
 * writes, and hardly any other.
 */
export function isMadeOf(document: string, template: string): boolean {
  const sections = templateSections(template);
  const ids = new Set(sections.map(({ id }) => id));
  const there = templateSections(document).map(({ id }) => id);
  const known = there.filter((id) => ids.has(id));
  const required = sections.filter(({ marker }) => marker === 'always');
  const kept = required.filter(({ id }) => known.includes(id));
  return kept.length * 2 >= required.length && known.length >= there.length * 0.9;
}

/** How many sections of a template a document has. */
export function sharedWith(document: string, template: string): number {
  const ids = new Set(templateSections(template).map(({ id }) => id));
  return templateSections(document).filter(({ id }) => ids.has(id)).length;
}

/** What a proposal is called by. */
export function ownNames({ text, digits = '', slug = '' }: Sibling): OwnNames {
  const front = text.slice(0, frontMatterEnd(text));
  const [, , named = ''] = /^title[ \t]*[:=][ \t]*(["']?)(.*?)\1[ \t]*\r?$/im.exec(front) ?? [];
  const heading = /^#[ \t]+(.*)$/m.exec(text.slice(front.length))?.[1] ?? '';
  return { title: withoutNumber(named || heading), digits, slug };
}

function sharedIds(parsed: readonly ParsedSibling[], least: number): string[] {
  const places = new Map<string, number[]>();
  for (const { ids } of parsed) {
    ids.forEach((id, index) => {
      if (id !== '' && ids.indexOf(id) === index) {
        places.set(id, [...(places.get(id) ?? []), (index + 1) / ids.length]);
      }
    });
  }
  const mean = (at: readonly number[]) => at.reduce((sum, each) => sum + each, 0) / at.length;
  return [...places]
    .filter(([, at]) => at.length >= Math.max(least, parsed.length * SHARED_BY))
    .sort(([, a], [, b]) => mean(a) - mean(b))
    .map(([id]) => id);
}

function parsedSibling(sibling: Sibling): ParsedSibling {
  const text = sibling.text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  const headings = outline(text);
  const ids = headingPaths(headings);
  // One heading above all is the title, also where two proposals are called the same.
  const isTitled =
    headings[0]?.level === 1 && headings.filter(({ level }) => level === 1).length === 1;
  if (isTitled) ids[0] = '';
  return { ...sibling, text, headings, ids, front: frontMatterEnd(text) };
}

/** The id of each heading behind those that it stands below: one below what is not shared is not shared either. */
function headingPaths(headings: readonly Heading[]): string[] {
  const above: { level: number; path: string }[] = [];
  const isAlone = headings.filter(({ level }) => level === 1).length === 1;
  return headings.map(({ level, title }, index) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const id = sectionId(saidLabel(title) ?? title.replace(/^\d+(?:\.\d+)*[.)]?\s+/, ''));
    const parent = above.at(-1)?.path ?? '';
    const path = parent === '' ? id : `${parent}/${id}`;
    // The title is above all, and every one is called otherwise.
    if (!(index === 0 && level === 1 && isAlone)) above.push({ level, path });
    return path;
  });
}

function mostAlike(parsed: readonly ParsedSibling[], shared: readonly string[]): ParsedSibling {
  const count = ({ ids }: ParsedSibling) => shared.filter((id) => ids.includes(id)).length;
  return parsed.reduce((best, each) => (count(each) >= count(best) ? each : best));
}

/** The first heading, where it is the proposal's own and no section. */
function titleHeadingOf(
  { headings, ids }: ParsedSibling,
  shared: readonly string[],
): Heading | undefined {
  return shared.includes(ids[0] ?? '') ? undefined : headings[0];
}

function titleOf(each: ParsedSibling, shared: readonly string[]): string {
  return titleHeadingOf(each, shared)?.title ?? '';
}

function hasTitle(each: ParsedSibling, shared: readonly string[]): boolean {
  return titleHeadingOf(each, shared) !== undefined;
}

/** What stands between the title and the first shared section. */
function headBefore(each: ParsedSibling, shared: readonly string[]): string {
  const start = titleHeadingOf(each, shared)?.bodyStart ?? each.front;
  const first = each.headings.find((_, index) => shared.includes(each.ids[index] ?? ''));
  return each.text.slice(start, first?.start ?? each.text.length);
}
