import path from 'node:path';
import { withoutExtension } from '../file-names.ts';
import { INDEX_BEGIN } from '../words/list-marks.ts';
import { shownPath } from './location.ts';
import type { Workspace } from './workspace.ts';

/** What pages and settings are called that list others: an index, a summary of a book, the navigation of a site. */
const LISTS =
  /^(?:readme|_?index|summary|_?toc|_?sidebars?|_?nav(?:igation)?|mkdocs|(?:adr|rfc|decision|proposal)s?|(?:adr|decision)[-_]?(?:log|index)|table[-_]of[-_]contents|_?rfcs)\.(?:md|mdx|markdown|ya?ml|[cm]?[jt]s|json|txt)$|^\.order$/i;

/** The share of proposals that a list names; one that many have forgotten is none. */
const LISTED = 0.8;
const FEWEST_LISTED = 3;

const MOST_LISTS = 8;

/** What lists nearly all proposals here, and what such lists have of a number already. */
export interface ListsHere {
  lists: string[];
  /** Those that `list --write` keeps. */
  keptLists: string[];
  kept: { place: string; text: string }[];
}

/** The files that list nearly all proposals, as they are shown to the user, and their rows of a number. */
export function listsWith(workspace: Workspace, number: number | undefined): ListsHere {
  const { root, cwd, read } = workspace.survey;
  const files = listsOfProposals(workspace);
  const shown = (file: string) => shownPath(cwd, path.join(root, file));
  const kept = files.flatMap((file) => {
    const text = read(file) ?? '';
    // Where the one before has no row of that form, the file does not list by numbers.
    const isByNumber = number !== undefined && rowFor(text, number - 1) !== undefined;
    const row = isByNumber ? rowFor(text, number) : undefined;
    return row ? [{ place: `${shown(file)}:${row.line}`, text: row.text }] : [];
  });
  const own = new Set(files.filter((file) => read(file)?.includes(INDEX_BEGIN)));
  const lists = files.filter((file) => !own.has(file)).map(shown);
  return { lists, keptLists: [...own].map(shown), kept };
}

/** The files that list nearly all proposals, and so the next one as well; from the root, with `/`. */
function listsOfProposals({ survey, detection, convention }: Workspace): string[] {
  const documents = detection?.siblings ?? [];
  if (documents.length < FEWEST_LISTED) return [];
  const names = documents.map((file) =>
    convention.layout === 'directory'
      ? path.posix.basename(path.posix.dirname(file))
      : withoutExtension(path.posix.basename(file)),
  );
  const mains = new Set(documents);
  const isAbove = (folder: string) =>
    folder === '.' || documents.every((file) => file.startsWith(`${folder}/`));
  const candidates = survey.paths.filter(
    (file) =>
      LISTS.test(path.posix.basename(file)) &&
      !mains.has(file) &&
      isAbove(path.posix.dirname(file)),
  );
  return candidates.slice(-MOST_LISTS).filter((file) => {
    const text = survey.read(file) ?? '';
    const listed = names.filter((name) => text.includes(name));
    return listed.length >= names.length * LISTED;
  });
}

/**
 * The row of a list that is for a number, though no proposal has it: it is kept for somebody.
 * @returns the line, counted from 1, and its text
 */
function rowFor(text: string, number: number): { line: number; text: string } | undefined {
  const row = new RegExp(
    `^[ \\t]*(?:\\|[ \\t]*|[-*+][ \\t]+)[*_\`]*\\[?(?:[A-Za-z]{2,12}[- ]?)?#?0*${number}(?![\\d.])[^\\n]*`,
    'm',
  );
  const found = row.exec(text);
  if (!found) return undefined;
  const line = text.slice(0, found.index).split('\n').length;
  return { line, text: found[0].trim() };
}
