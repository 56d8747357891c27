import { isMarkdown } from '../../file-names.ts';
import type { NumberingHints } from '../signs/numbering-signs.ts';
import { type Folder, findFolder, pathInFolder, type ReadText } from './folder-tree.ts';

export interface Guides {
  said: NumberingHints['said'];
  /** Paths and names that they show, such as `text/0000-my-feature.md`. */
  shown: string[];
  /** Whether one of them shows a directory for each proposal. */
  showsDirectory: boolean;
}

const PAGES = /^(?:readme|_?index|contributing|process|guide|guidelines|how-?to)\.mdx?$/i;

const NEXT =
  /\bnext\b[^.\n]{0,40}\bnumber|\blowest (?:free|unused|available)?\s*number|\blowest number\b[^.]{0,60}\bfree\b|\bnumber (?:right )?after the (?:last|highest)|\b(?:sequential|consecutive|monotonic|incremental)(?:ly)?\b[^.\n]{0,60}\bnumber|\bnumber(?:ed|s)?\b[^.\n]{0,60}\b(?:sequential|consecutive|monotonic|incremental)(?:ly)?\b|\bincrement(?:ing)?\b[^.\n]{0,40}\bnumber/i;

const REQUEST =
  /\bnumber\b[^.]{0,60}\b(?:pull request|PR|merge request|MR|issue)\b|\b(?:pull request|PR|merge request|issue)(?:'s)? (?:number|id)\b|[<{](?:issue|pr|pull[-_ ]request)(?:[-_ ]?(?:number|no|nr|id))?[>}]/i;

/** The same as all that is said of the number of something new. */
const IS_REQUEST =
  /\bthe number (?:is|will be|should be|becomes) (?:that of )?(?:the|your) (?:pull request|PR)\b|\b(?:rename|name|call)\b[^.]{0,40}\bto the number of (?:the|your) (?:pull request|PR)\b/i;

/** Sentences that ask for a number to be told somewhere, which is not that of the proposal. */
const MENTIONS =
  /(?:^|(?<=[.!?] ))[^.!?]{0,40}\b(?:mention|link|refer(?:ence)?|cite|include|quote)\b[^.!?]{0,60}\bnumber\b[^.!?]{0,80}[.!?]?/gi;

const NONE =
  /\b(?:are|have|with) no numbers?\b|\bnot numbered\b|\bwithout (?:a )?numbers?\b|\bno numbers\b/i;

/** What numbers are said of: in a page about more than proposals, other numbers come up as well. */
const ABOUT_PROPOSALS =
  /\b(?:proposals?|rfcs?|adrs?|[a-z]?[a-z]eps?|enhancements?|records?)\b|NNNN|0000|xxxx/i;

const PATH =
  /(?<![\w.{}<>$-]\/?)(?:(?:[\w.{}<>$-]+\/)*[\w.{}<>$-]+\.mdx?\b|(?:[\w.{}<>$-]+\/){2,})/g;

/** Reads the pages of a folder and of those above it; the nearest that says something counts. */
export function readGuides(root: Folder, directory: string, read: ReadText): Guides {
  const guides: Guides = { said: undefined, shown: [], showsDirectory: false };
  const parts = directory === '' || directory === '.' ? [] : directory.split('/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const folder = findFolder(root, parts.slice(0, depth).join('/'));
    for (const text of folder ? pagesIn(folder, read) : []) {
      guides.said ??= numbersSaid(text, depth === parts.length);
      guides.shown.push(...(text.match(PATH) ?? []));
    }
  }
  guides.showsDirectory = guides.shown.some((path) => isDirectoryShown(path, directory));
  return guides;
}

/**
 * What a page says of where the numbers of proposals come from.
 * @param isOwn whether the page lies beside the proposals, so that all of it is about them
 */
function numbersSaid(text: string, isOwn: boolean): NumberingHints['said'] {
  const isAboutAll = ABOUT_PROPOSALS.test(text);
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    const words = paragraph.replace(/\s+/g, ' ').replace(MENTIONS, '');
    const isAbout = isOwn || ABOUT_PROPOSALS.test(words) || (isAboutAll && IS_REQUEST.test(words));
    if (!/\bnumber/i.test(words) || !isAbout) continue;
    if (NONE.test(words)) return 'none';
    if (NEXT.test(words)) return 'next';
    if (REQUEST.test(words)) return 'request';
  }
  return undefined;
}

function pagesIn(folder: Folder, read: ReadText): string[] {
  const names = folder.files.filter((name) => isMarkdown(name) && PAGES.test(name));
  return names.flatMap((name) => read(pathInFolder(folder, name)) ?? []);
}

/** `docs/rfcs/<topic>/README.md`: a part of the path that stands for the name, with a document in it. */
function isDirectoryShown(path: string, directory: string): boolean {
  const inside = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
  return /^(?:[<{$][^/]*|(?:NNNN|XXXX|0000|YYYY)[^/]*|my-[^/]*)\/(?:readme|index|[\w.{}<>-]+)\.mdx?$/i.test(
    inside,
  );
}
