import type { Outline } from '../../markdown/heading.ts';
import { outlineOf } from '../../markdown/outline.ts';
import { titleForms } from '../../titles/title-forms.ts';
import { blocksIn, ownLines } from '../guidance.ts';
import type { Block } from '../guidance-blocks.ts';
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
  const names = new FormerNames();
  const replaced = new Map<number, string>();
  const said = new Map<number, (readonly Block[])[]>();
  const [saidBefore, saidUnderTitle]: [Block[][], Block[][]] = [[], []];
  for (const version of versions.toReversed()) {
    const old = outlineOf(version);
    saidBefore.push(blocksIn(ownLines(old, undefined)));
    if (beginsWithTitle(old)) saidUnderTitle.push(blocksIn(ownLines(old, 0)));
    for (const section of mergeTemplates(version, template)) {
      const { now, base, formerly = [], instead, isDoubtful } = section;
      if (now && instead !== undefined && !replaced.has(now.start))
        replaced.set(now.start, instead);
      if (!now || !base) continue;
      names.add(now.start, formerly, isDoubtful);
      const at = old.headings.findIndex(({ start }) => start === base.start);
      addNew(said, now.start, [blocksIn(ownLines(old, at))], haveSameWords);
    }
  }
  const sections = mergeTemplates(versions[0], template).map((section) => {
    const start = section.now?.start ?? -1;
    const { formerly, doubtfully } = names.of(start, section.title);
    const instead = replaced.get(start);
    return {
      ...section,
      ...(section.now && formerly.length > 0 && { formerly }),
      ...(doubtfully.length > 0 && { doubtfully }),
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

/** What sections were called in earlier versions, by where they start in the template of today. */
class FormerNames {
  readonly #all = new Map<number, string[]>();
  readonly #sure = new Map<number, string[]>();

  add(start: number, names: readonly string[], isDoubtful = false): void {
    const isSame = (one: string, other: string) => one === other;
    addNew(this.#all, start, names, isSame);
    if (!isDoubtful) addNew(this.#sure, start, names, isSame);
  }

  /** @param title its name of today */
  of(start: number, title: string): { formerly: string[]; doubtfully: string[] } {
    const { normal } = titleForms(title);
    const all = this.#all.get(start) ?? [];
    const formerly = all.filter((name) => titleForms(name).normal !== normal);
    const sure = this.#sure.get(start) ?? [];
    return { formerly, doubtfully: formerly.filter((name) => !sure.includes(name)) };
  }
}

function addNew<T>(
  lists: Map<number, T[]>,
  key: number,
  items: readonly T[],
  isSame: (one: T, other: T) => boolean,
): void {
  const list = lists.get(key) ?? [];
  for (const item of items) if (!list.some((other) => isSame(item, other))) list.push(item);
  lists.set(key, list);
}

function haveSameWords(one: readonly Block[], other: readonly Block[]): boolean {
  return one.length === other.length && one.every(({ words }, at) => words === other[at]?.words);
}
