import { isMainDocument, isMarkdown, withoutExtension } from '../../markdown-names.ts';
import { type EntryName, parseEntryName } from '../entry-name.ts';
import { isTemplateName } from '../template-name.ts';
import { nameWeight, STRONG } from './directory-name.ts';
import type { Folder } from './folder-tree.ts';

export interface PathEntry {
  name: string;
  stem: string;
  form: EntryName;
  /** The main document of a directory; undefined for a file. */
  document: string | undefined;
}

export interface EntryList {
  entries: PathEntry[];
  areas: { folder: Folder; entries: PathEntry[] }[];
}

const ABOUT = new Set(
  'index _index readme contributing changelog change-log contents content toc summary glossary faq process workflow guideline guidelines guide owners security code-of-conduct code_of_conduct governance roadmap maintainers license agents claude support adopters history release releases status todo note notes overview about introduction styleguide style-guide'.split(
    ' ',
  ),
);

const BESIDE = new Set(
  'asset assets _asset _assets image images img imgs pics picture pictures diagram diagrams figure figures media resources static attachment attachments files script scripts hack tool tools bin src guideline guidelines template templates _template _templates _includes _layouts book process meta'.split(
    ' ',
  ),
);

/** Finds the proposals in a folder: by name, by main document, and by what lies beside what. */
export function entriesIn(folder: Folder): EntryList {
  const files = folder.files.filter(isProposalFile).map(fileEntry);
  const list: EntryList = { entries: files, areas: [] };
  const stems = new Set(files.map(({ stem }) => stem));
  for (const inner of folder.folders) {
    const isOther =
      BESIDE.has(inner.name.toLowerCase()) || isTemplateName(inner.name) || stems.has(inner.name);
    if (isOther || nameWeight(inner.name) >= STRONG) continue;
    const entry = directoryEntry(inner);
    const inside = entriesOneBelow(inner);
    const isArea = !entry || entry.form.kind === 'slug';
    const numbered = inside.filter(({ form }) => form.kind !== 'slug').length;
    const isFull = numbered >= 2 && numbered * 2 >= inside.length;
    if (entry && !(isArea && isFull)) list.entries.push(entry);
    else if (isArea && inside.length > 0) list.areas.push({ folder: inner, entries: inside });
  }
  return list;
}

function mainDocument({ name, files }: Folder): string | undefined {
  const form = parseEntryName(name);
  const named = files.find((file) => [name, form.slug].includes(withoutExtension(file)));
  const main = files.find(isMainDocument) ?? named;
  return main ?? (form.kind === 'slug' ? undefined : onlyDocument(files));
}

function onlyDocument(files: readonly string[]): string | undefined {
  const documents = files.filter(isMarkdown);
  return documents.find((file) => /proposal|design|^.?[ekgvt]ep/i.test(file)) ?? documents[0];
}

function directoryEntry(folder: Folder): PathEntry | undefined {
  if (isGroup(folder)) return undefined;
  const document = mainDocument(folder);
  if (document === undefined) return undefined;
  return { name: folder.name, stem: folder.name, form: parseEntryName(folder.name), document };
}

/** A directory of several numbered documents holds proposals and is none itself: a year, for example. */
function isGroup({ files }: Folder): boolean {
  const hasMain = files.some(isMainDocument);
  const numbered = files.filter((file) => parseEntryName(withoutExtension(file)).kind !== 'slug');
  return !hasMain && numbered.length > 1;
}

function entriesOneBelow(folder: Folder): PathEntry[] {
  const directories = folder.folders.filter(
    ({ name }) => !BESIDE.has(name.toLowerCase()) && !isTemplateName(name),
  );
  return [
    ...folder.files.filter(isProposalFile).map(fileEntry),
    ...directories.flatMap((inner) => directoryEntry(inner) ?? []),
  ];
}

function fileEntry(name: string): PathEntry {
  const stem = withoutExtension(name);
  return { name, stem, form: parseEntryName(stem), document: undefined };
}

function isProposalFile(name: string): boolean {
  const stem = withoutExtension(name);
  return isMarkdown(name) && !ABOUT.has(stem.toLowerCase()) && !isTemplateName(name);
}
