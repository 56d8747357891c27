import { SECTION_NAMES } from './section-names-table.ts';

interface SectionName {
  meaning: string;
  language: string;
  /** Whether the name is the section's, and not one that may be another's as well. */
  isOwn: boolean;
}

/**
 * What a heading means, by its text or, where it is written in two languages, by either half.
 * @returns such as `non-goals`; undefined where no name is known
 */
export function meaningOf(title: string): string | undefined {
  return sectionNameIn(title)?.meaning;
}

/** What a section of this name is, in lower-case words; undefined where it is not known. */
export function sectionCalled(words: string): SectionName | undefined {
  return allSectionNames().get(words);
}

/** The language that headings are written in, such as `de`; undefined where none of them is known. */
export function languageOf(titles: readonly string[]): string | undefined {
  const found = titles.flatMap((title) => sectionNameIn(title)?.language ?? []);
  // Words that English shares with others, and headings in two languages, say less.
  return found.find((language) => language !== 'en') ?? found[0];
}

/** What a section that means something is usually called in a language. */
export function usualName(meant: string, language: string): string | undefined {
  const name = [...allSectionNames()].find(
    ([, each]) => each.meaning === meant && each.language === language,
  )?.[0];
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

function sectionNameIn(title: string): SectionName | undefined {
  const own = allSectionNames().get(foldedWords(title));
  if (own !== undefined) return own;
  // In English alone, a colon or bracket adds something: "Design: overview" is no summary.
  const isForeign = /[^\0-\x7f]/.test(title);
  const halves = title.split(
    isForeign ? /[()（）[\]【】/／|｜·:：]|\s[-–—]\s/u : /(?<!\s)\s*[/|]\s*/,
  );
  const meanings = halves.map((half) => allSectionNames().get(foldedWords(half)));
  const known = meanings.filter((each) => each !== undefined);
  const isSure =
    isForeign ||
    (known.length === halves.length && new Set(known.map((each) => each.meaning)).size === 1);
  return isSure ? known[0] : undefined;
}

function foldedWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<!\s)\s*\{#[^{}]*\}\s*$/, '')
    .toLowerCase();
  // A Turkish capital letter has a dot above that is no letter of its own.
  return (
    plain
      .replace(/\u0307/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

let allNames: Map<string, SectionName> | undefined;

function allSectionNames(): ReadonlyMap<string, SectionName> {
  allNames ??= readTable(SECTION_NAMES.trim().split(/\n| ; /));
  return allNames;
}

function readTable(lines: readonly string[]): Map<string, SectionName> {
  const names = new Map<string, SectionName>();
  let meaning = '';
  for (const line of lines) {
    const [, language, own = '', near = ''] = /^ *(\w\w): (.*?)(?: ~ (.*))?$/.exec(line) ?? [];
    if (language === undefined) {
      meaning = line;
      continue;
    }
    const add = (isOwn: boolean) => (name: string) => {
      // Where languages share a name, the first one counts.
      if (!names.has(name)) names.set(name, { meaning, language, isOwn });
    };
    own.split(', ').forEach(add(true));
    if (near !== '') near.split(', ').forEach(add(false));
  }
  return names;
}
