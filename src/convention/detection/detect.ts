import { type Convention, defaultConvention } from '../convention.ts';
import { commonest } from '../numbering.ts';
import { type Evidence, evidenceOf } from '../signs/evidence.ts';
import type { NumberingHints } from '../signs/numbering-signs.ts';
import { conventionFromGuides, conventionFromTemplate } from '../templates/from-template.ts';
import { findTemplate } from '../templates/template-search.ts';
import { templatesBeside } from '../templates/templates-beside.ts';
import { type UnknownNumbers, unknownNumbers } from '../unknown-numbers.ts';
import { isForDecisions } from './directory-name.ts';
import { emptyFolder, type Folder, findFolder, folderTree } from './folder-tree.ts';
import { conventionOf, doubtfulDocuments, layoutOf, numbersIn } from './infer.ts';
import { allEntries, type EntryList, entriesIn, type PathEntry } from './list-entries.ts';
import { candidateAround, folderAbove, isAt, neighboursOf } from './neighbours.ts';
import { numbersApart, placeIn } from './place.ts';
import { poolOf, siblingPaths } from './pool.ts';
import { type Guides, readGuides } from './read-guides.ts';
import { bestOf, type Candidate, candidatesIn, type Wanted } from './score-directories.ts';
import { toolAt, toolIn } from './tools.ts';

/** What the paths of a repository say about its proposals. Paths are from the root, with `/`. */
export interface Detection {
  convention: Convention;
  learnedFrom: number;
  template: string | undefined;
  /** Further templates beside it, each for another kind of proposals. */
  otherTemplates: string[];
  /** The main documents of the proposals that it was learned from, in the order of their names. */
  siblings: string[];
  /** Directories that group the proposals, one of which has to be chosen when `needsArea`. */
  areas: string[];
  needsArea: boolean;
  allAreas: string[];
  area: string | undefined;
  numbersPerArea: boolean;
  numberedUnder: string;
  rivals: string[];
  /** Other directories that hold proposals, and are not meant where nobody names them. */
  others: string[];
  isForDecisions: boolean;
  /** The preset that the tool whose folder it is writes, where it keeps no template here. */
  preset: string | undefined;
  /** How they are counted, where no pattern of names can say it. */
  unknownNumbers: UnknownNumbers | undefined;
  /** The documents that every directory has and among which only the author can say which is the main one. */
  documents: string[];
  because: Evidence[];
}

/**
 * Finds the proposals directory and its convention among the paths of a repository.
 * @returns undefined where nothing says that there are proposals
 */
export function detect(paths: readonly string[], wanted: Wanted): Detection | undefined {
  const { directory, cwd, read } = wanted;
  const root = folderTree(paths, read);
  const candidates = candidatesIn(root, wanted);
  if (directory !== undefined) return detectIn(root, candidates, directory, wanted);
  const here = cwd === undefined ? undefined : candidateAround(candidates, cwd);
  const { best, rivals, others } = here
    ? { best: here, rivals: [], others: [] }
    : bestOf(candidates);
  if (!best) return detectTool(root, wanted);
  const area = best.list.groups.find(({ folder }) => cwd !== undefined && isAt(cwd, folder.path));
  return {
    ...describe(root, best, { ...wanted, area: area?.folder.path }),
    rivals: rivals.map(({ folder }) => folder.path || '.'),
    others: others.map(({ folder }) => folder.path || '.'),
  };
}

function detectTool(root: Folder, wanted: Wanted): Detection | undefined {
  const tool = toolIn(root);
  if (!tool) return undefined;
  const folder = findFolder(root, tool.directory) ?? emptyFolder(tool.directory, '');
  return { ...describe(root, { folder, list: entriesIn(folder) }, wanted), rivals: [], others: [] };
}

function detectIn(
  root: Folder,
  candidates: readonly Candidate[],
  directory: string,
  wanted: Wanted,
): Detection | undefined {
  const name = directory.slice(directory.lastIndexOf('/') + 1);
  const folder = findFolder(root, directory) ?? emptyFolder(directory, name);
  const parent = folderAbove(folder.path);
  const around = candidates.find(
    (each) =>
      each.folder.path !== folder.path &&
      each.list.groups.length > 0 &&
      parent === each.folder.path,
  );
  if (around)
    return { ...describe(root, around, { ...wanted, area: folder.path }), rivals: [], others: [] };
  const own = candidates.find((each) => each.folder.path === folder.path);
  const list = own?.list ?? entriesIn(folder);
  const beside =
    list.entries.length === 0 && list.groups.length === 0 ? neighboursOf(root, parent) : undefined;
  const found = beside
    ? describe(root, beside, { ...wanted, area: folder.path, isBeside: true })
    : describe(root, own ?? { folder, list }, wanted);
  return { ...found, rivals: [], others: [] };
}

function describe(
  root: Folder,
  candidate: Pick<Candidate, 'folder' | 'list'> & Partial<Candidate>,
  wanted: Wanted & { area?: string | undefined; isBeside?: boolean },
): Omit<Detection, 'rivals' | 'others'> {
  const { folder, list } = candidate;
  const { area, isBeside = false, read = () => undefined } = wanted;
  const place = placeIn(folder, list, { area, year: wanted.year });
  const guides = readGuides(root, place.directory, read);
  const pool = poolOf(list, area);
  const tool = toolAt(root, folder.path);
  const document = tool?.convention.document ?? layoutOf(pool).document ?? undefined;
  const prefixes = numbersIn(pool.map(({ form }) => form)).map(({ prefix }) => prefix);
  const prefix = (commonest(prefixes) ?? '').toLowerCase().replace(/[^a-z]/g, '');
  const search = { document, prefix, read, mentioned: guides.shown, isBeside };
  const template = findTemplate(root, place.directory, search);
  const text = template === undefined ? '' : (read(template) ?? '');
  const hints = { said: guides.said, asksForRequest: REQUEST_HOLE.test(text) };
  const learned =
    tool?.convention ??
    (pool.length > 0
      ? learnedFrom(list, pool, hints)
      : fromWords(template, { directory: place.directory, text, guides }));
  const convention = {
    ...defaultConvention('.'),
    ...learned,
    directory: place.directory || '.',
  };
  const isApart = numbersApart(list, area);
  return {
    convention,
    learnedFrom: pool.length,
    template,
    otherTemplates: template === undefined ? [] : templatesBeside(root, template, search),
    isForDecisions: isForDecisions(folder.name) || /adr/i.test(convention.name),
    preset: tool?.preset,
    siblings: siblingPaths(folder, list, pool),
    area: area === undefined ? undefined : area.slice(area.lastIndexOf('/') + 1),
    allAreas: list.groups.map((each) => each.folder.path),
    areas: place.areas,
    needsArea: place.needsArea,
    numbersPerArea: isApart,
    numberedUnder: (isApart ? place.directory : folder.path) || '.',
    unknownNumbers: tool
      ? undefined
      : unknownNumbers(
          pool,
          list.groups.some(({ kind }) => kind === 'year'),
        ),
    documents: tool ? [] : doubtfulDocuments(pool),
    because: evidenceOf({
      facts: candidate.facts,
      pool,
      counted: [pool, allEntries(list)],
      convention,
      template,
      hints,
    }),
  };
}

/** The number of the proposal's own pull request or issue, yet to come. */
const REQUEST_HOLE =
  /\/(?:pull|issues|merge_requests)\/(?:(?:0{3,}|N{3,}|X{3,})\b|[<{][^<>{}]{1,30}[>}])|#(?:0{3,}|N{3,}|X{3,})\b/;

function fromWords(
  template: string | undefined,
  about: { directory: string; text: string; guides: Guides },
): Omit<Convention, 'directory'> | undefined {
  if (template === undefined) return conventionFromGuides(about.directory, about.guides);
  return conventionFromTemplate(template, about);
}

/** Names say most where the proposals lie; the numbers of those that were moved away may close its gaps. */
function learnedFrom(
  list: EntryList,
  pool: readonly PathEntry[],
  hints: NumberingHints,
): Omit<Convention, 'directory'> {
  const own = conventionOf(pool, hints);
  if (own.numbering !== 'assigned' || hints.said === 'request') return own;
  const { numbering, name } = conventionOf(allEntries(list), hints);
  return numbering === 'sequential' && name === own.name ? { ...own, numbering } : own;
}
