import { isMarkdown } from '../../file-names.ts';
import { nameWeight, STRONG } from '../detection/directory-name.ts';
import { type Folder, findFolder, pathInFolder, type ReadText } from '../detection/folder-tree.ts';
import { parseEntryName } from '../parse-entry-name.ts';
import { asksForTitle, judge } from './judge-template.ts';
import { hasFile, mentionedTemplate, withoutDots } from './mentioned-template.ts';
import {
  type FoundTemplate,
  type SearchHints,
  templatesBelow,
  templatesIn,
} from './templates-in-folder.ts';

const MOST_READ = 30;

const KIND_OF_FOLDER =
  /^(?:[a-z]+[-_])?(adr|rfc|rfd|[a-z]{0,2}ep|[eb]ip|proposal|design|decision|enhancement|spec)s?(?:[-_].*)?$/i;

/**
 * The template for proposals in a folder: the clearest name there, in its template folders, then the same for
 * every folder above it; last, in a folder beside that is called as those of proposals are.
 */
export function findTemplate(
  root: Folder,
  directory: string,
  wanted: SearchHints = {},
): string | undefined {
  const above = foldersUpFrom(root, directory);
  const kind = KIND_OF_FOLDER.exec(directory.slice(directory.lastIndexOf('/') + 1))?.[1] ?? '';
  const hints = { ...wanted, kind: kind.toLowerCase() };
  for (const folder of above) {
    const found = folder && bestTemplate(root, folder, hints);
    if (found) return found;
  }
  const beside = wanted.isBeside ? templateBeside(root, directory, wanted) : undefined;
  return (
    beside ?? mentionedTemplate(root, directory, wanted) ?? templateByContent(above, wanted.read)
  );
}

export function foldersUpFrom(root: Folder, directory: string): (Folder | undefined)[] {
  const parts = directory === '' || directory === '.' ? [] : directory.split('/');
  return [parts.length, ...parts.keys()]
    .sort((a, b) => b - a)
    .map((depth) => findFolder(root, parts.slice(0, depth).join('/')));
}

const known = new WeakMap<Folder, Map<string, string | undefined>>();

/** Remembered, since all that lie in a folder look there. */
function bestTemplate(root: Folder, folder: Folder, wanted: SearchHints): string | undefined {
  const inFolder = known.get(folder) ?? new Map<string, string | undefined>();
  known.set(folder, inFolder);
  const key = `${wanted.kind}\0${wanted.prefix ?? ''}\0${wanted.document ?? ''}\0${wanted.mentioned?.length ?? 0}`;
  if (!inFolder.has(key)) {
    const own = best(root, templatesIn(folder, wanted), wanted);
    inFolder.set(key, own ?? best(root, templatesBelow(folder, wanted), wanted));
  }
  return inFolder.get(key);
}

/** The clearest; a page that only leads to the template gives way to another, or is followed. */
function best(
  root: Folder,
  found: readonly FoundTemplate[],
  wanted: SearchHints,
): string | undefined {
  const { read } = wanted;
  const sorted = found.toSorted((a, b) => b.rank - a.rank || compareLengths(a.path, b.path));
  const verdict = ({ path }: FoundTemplate) => judge(read?.(path) ?? '');
  const plain = sorted.find((each) => verdict(each) !== 'signpost') ?? sorted[0];
  if (!plain || verdict(plain) !== 'signpost') return plain?.path;
  return ledTo(root, plain.path, read?.(plain.path) ?? '') ?? plain.path;
}

function ledTo(root: Folder, from: string, text: string): string | undefined {
  const names = text.match(/(?<![\w./-])[\w./-]+\.(?:md|markdown|mdx)\b/g) ?? [];
  const folder = from.split('/').slice(0, -1);
  const places = names.flatMap((name) => [[...folder, name].join('/'), name]);
  return places.map(withoutDots).find((path) => path !== from && hasFile(root, path));
}

/** The shorter name is the plain one: `template.md` before `minimal-template.md`. */
function compareLengths(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function templateBeside(root: Folder, directory: string, wanted: SearchHints): string | undefined {
  const slash = directory.lastIndexOf('/');
  const parent = findFolder(root, slash < 0 ? '' : directory.slice(0, slash));
  if (nameWeight(directory.slice(slash + 1)) > 0) return undefined;
  const beside = (parent?.folders ?? []).filter(({ name }) => nameWeight(name) >= STRONG);
  return best(
    root,
    beside.flatMap((folder) => templatesIn(folder, wanted)),
    wanted,
  );
}

/** What a project says of itself, and no template for proposals. */
const IS_PAGE =
  /^(?:readme|index|_index|changelog|changes|history|news|releases?|release[-_]notes|contributing|code[-_]of[-_]conduct|license|security|support|governance|maintainers|authors|roadmap|todo|notes|agents|claude|gemini)(?:[._-].*)?$/i;

function templateByContent(
  folders: readonly (Folder | undefined)[],
  read: ReadText | undefined,
): string | undefined {
  if (!read) return undefined;
  const paths = folders.flatMap((folder) =>
    folder
      ? folder.files
          .filter((name) => isMarkdown(name) && !IS_PAGE.test(name))
          .filter((name) => parseEntryName(name).kind === 'slug')
          .map((name) => pathInFolder(folder, name))
      : [],
  );
  const shared = new Set(proposalsIn(folders[0]).flatMap((path) => sectionsIn(read(path) ?? '')));
  const isLikeOthers = (text: string) => {
    const own = sectionsIn(text);
    return shared.size === 0 || own.filter((each) => shared.has(each)).length * 2 >= own.length;
  };
  return paths.slice(0, MOST_READ).find((path) => {
    const text = read(path) ?? '';
    return asksForTitle(text) && isLikeOthers(text);
  });
}

const MOST_COMPARED = 3;

/** Some of the numbered or dated documents of a folder. */
function proposalsIn(folder: Folder | undefined): string[] {
  const names = folder?.files.filter(
    (name) => isMarkdown(name) && parseEntryName(name).kind !== 'slug',
  );
  return folder && names
    ? names.slice(-MOST_COMPARED).map((each) => pathInFolder(folder, each))
    : [];
}

function sectionsIn(text: string): string[] {
  return [...text.matchAll(/^#{2,3}[ \t]+(.+?)[ \t]*\r?$/gm)].map(([, title = '']) =>
    title.toLowerCase(),
  );
}
