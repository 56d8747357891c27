import type { Outline } from '../markdown/heading.ts';
import { outlineOf } from '../markdown/outline.ts';
import { titleForms } from '../titles/title-forms.ts';
import { blocksIn, ownLines } from './guidance.ts';
import type { Block } from './guidance-blocks.ts';
import { type MergedSection, mergeTemplates } from './merge-templates.ts';

/** What a template was from one version on, as far as the one of today goes. */
export interface Lineage {
  sections: readonly MergedSection[];
  /** What a section has said in earlier versions, by where it starts in the template of today, the latest first. */
  said: ReadonlyMap<number, readonly (readonly Block[])[]>;
  /** What each section says today. */
  saysNow: ReadonlyMap<number, readonly Block[]>;
  /** What stood before the first heading, and under the title. */
  saidBefore: readonly (readonly Block[])[];
  saidUnderTitle: readonly (readonly Block[])[];
  /** The words of each block of the template of today. */
  today: ReadonlySet<string>;
}

const lineages = new WeakMap<readonly string[], { template: string; lineage: Lineage }>();

/**
 * Goes through the versions of a template.
 * @param versions the one that a document was made from, and those after it, without the one of today; none where
 *   nothing is known. The same array is gone through once.
 */
export function lineageOf(versions: readonly string[], template: string): Lineage {
  const found = lineages.get(versions);
  if (found?.template === template) return found.lineage;
  const lineage = read(versions, template);
  lineages.set(versions, { template, lineage });
  return lineage;
}

/** Whether the first heading of a text is its title. */
export function beginsWithTitle({ headings }: Outline): boolean {
  return headings[0]?.level === 1 && headings[1]?.level !== 1;
}

function read(versions: readonly string[], template: string): Lineage {
  const names = new Map<number, string[]>();
  const replaced = new Map<number, string>();
  const said = new Map<number, (readonly Block[])[]>();
  const [saidBefore, saidUnderTitle]: [Block[][], Block[][]] = [[], []];
  for (const version of versions.toReversed()) {
    const old = outlineOf(version);
    saidBefore.push(blocksIn(ownLines(old, undefined)));
    if (beginsWithTitle(old)) saidUnderTitle.push(blocksIn(ownLines(old, 0)));
    for (const { now, base, formerly = [], instead } of mergeTemplates(version, template)) {
      if (now && instead !== undefined && !replaced.has(now.start))
        replaced.set(now.start, instead);
      if (!now || !base) continue;
      addNew(names, now.start, formerly, (one, other) => one === other);
      const at = old.headings.findIndex(({ start }) => start === base.start);
      addNew(said, now.start, [blocksIn(ownLines(old, at))], haveSameWords);
    }
  }
  const sections = mergeTemplates(versions[0], template).map((section) => {
    const formerly = names.get(section.now?.start ?? -1) ?? [];
    const { normal } = titleForms(section.title);
    const others = formerly.filter((name) => titleForms(name).normal !== normal);
    const instead = replaced.get(section.now?.start ?? -1);
    return {
      ...section,
      ...(section.now && others.length > 0 && { formerly: others }),
      ...(instead !== undefined && !section.base && { instead }),
    };
  });
  const now = outlineOf(template);
  const saysNow = new Map(
    now.headings.map(({ start }, at) => [start, blocksIn(ownLines(now, at))] as const),
  );
  const all = [...blocksIn(ownLines(now, undefined)), ...[...saysNow.values()].flat()];
  return {
    sections,
    said,
    saysNow,
    saidBefore,
    saidUnderTitle,
    today: new Set(all.map(({ words }) => words)),
  };
}

function addNew<T>(
  lists: Map<number, T[]>,
  key: number,
  items: readonly T[],
  isEqual: (one: T, other: T) => boolean,
): void {
  const list = lists.get(key) ?? [];
  for (const item of items) if (!list.some((other) => isEqual(item, other))) list.push(item);
  lists.set(key, list);
}

function haveSameWords(one: readonly Block[], other: readonly Block[]): boolean {
  return one.length === other.length && one.every(({ words }, at) => words === other[at]?.words);
}
