import { isMainDocument, isMarkdown, withoutExtension } from '../../file-names.ts';
import { type Folder, pathInFolder, type ReadText } from '../detection/folder-tree.ts';
import { judge } from './judge-template.ts';
import { templateRank } from './template-name.ts';

const TEMPLATE_FOLDERS = new Set(
  '.specify .github template templates _template _templates prototypes guideline guidelines tool tools meta process proposal-template enhancement-template rfc-template kep-template design-template adr-template'.split(
    ' ',
  ),
);

const TEMPLATE_FOLDER = /[-_](?:guidelines?|process|meta|templates)$/i;

const NAMED_BY_SUBJECT =
  /^(?:[a-z]*ep|adr|rfc|proposal|enhancement(?:[-_]proposal)?|design(?:[-_]doc)?|readme)\.md$/i;

export interface FoundTemplate {
  path: string;
  rank: number;
}

export interface SearchHints {
  document?: string | undefined;
  read?: ReadText;
  /** The word for proposals in the name of their folder, such as `rfc`. */
  kind?: string;
  /** The letters that their names begin with, in lower case. */
  prefix?: string;
  /** Whether the folder does as the ones beside it. */
  isBeside?: boolean;
  /** Paths that the pages beside the proposals show. */
  mentioned?: readonly string[];
}

export function templatesIn(
  folder: Folder,
  { document, kind = '', prefix = '', mentioned = [] }: SearchHints,
): FoundTemplate[] {
  const about = document === undefined ? '' : withoutExtension(document).toLowerCase();
  const rankOf = (path: string, name: string) =>
    templateRank(name, {
      isForDocument: about !== '' && name.toLowerCase().startsWith(about),
      isForFolder: kind !== '' && path.toLowerCase().split('/').at(-1)?.includes(kind) === true,
      isMentioned: mentioned.some((each) => path === each || path.endsWith(`/${each}`)),
    });
  const files = folder.files.map((name) => ({ path: pathInFolder(folder, name), name }));
  const directories = folder.folders.flatMap((inner) => {
    const main = mainOf(inner, document);
    if (main === undefined || holdsTemplates(inner)) return [];
    return { path: pathInFolder(inner, main), name: inner.name };
  });
  return [...files, ...directories]
    .filter(({ name }) => folder.templates.has(name))
    .map(({ path, name }) => {
      const isOfSeries = prefix !== '' && new RegExp(`^${prefix}(?![a-z])`, 'i').test(name);
      return { path, rank: rankOf(path, name) + (isOfSeries ? OF_SERIES : 0) };
    });
}

/** Where several series lie in one repository, each has its own template. */
const OF_SERIES = 2;

export function templatesBelow(folder: Folder, wanted: SearchHints): FoundTemplate[] {
  return folder.folders.filter(holdsTemplates).flatMap((inner) => {
    const named = [
      ...templatesIn(inner, wanted),
      ...hiddenTemplates(inner, wanted),
      ...(inner.name === '.github' ? templatesBelow(inner, wanted) : []),
    ];
    if (named.length > 0 || !/(?:templates?|prototypes)$/i.test(inner.name)) return named;
    return inner.files.filter(isMarkdown).flatMap((name) => byContent(inner, name, wanted));
  });
}

/** A file of a folder of templates whose name does not say that it is one, but what it is about, or its text does. */
function byContent(
  folder: Folder,
  name: string,
  { read, kind = '' }: SearchHints,
): FoundTemplate[] {
  const path = pathInFolder(folder, name);
  const verdict = judge(read?.(path) ?? '');
  // A README is about the folder until it says that it is to be filled in.
  const isNamed = NAMED_BY_SUBJECT.test(name) && !isMainDocument(name);
  if (isNamed ? verdict === 'proposal' : verdict !== 'template') return [];
  const isForFolder = kind !== '' && name.toLowerCase().startsWith(kind);
  return [{ path, rank: isForFolder ? 1.5 : isNamed ? 1 : 0.9 }];
}

function holdsTemplates({ name }: Folder): boolean {
  return TEMPLATE_FOLDERS.has(name.toLowerCase()) || TEMPLATE_FOLDER.test(name);
}

function hiddenTemplates(folder: Folder, wanted: SearchHints): FoundTemplate[] {
  if (folder.name !== '.specify') return [];
  return folder.folders
    .filter(({ name }) => name === 'templates')
    .flatMap((inner) => templatesIn(inner, wanted))
    .filter(({ path }) => path.endsWith('/spec-template.md'));
}

function mainOf({ files }: Folder, document: string | undefined): string | undefined {
  if (document !== undefined && files.includes(document)) return document;
  const documents = files.filter(isMarkdown);
  return documents.find(isMainDocument) ?? documents.sort()[0];
}
