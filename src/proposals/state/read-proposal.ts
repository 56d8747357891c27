import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decoded } from '../../disk/decoded.ts';
import { whereabouts } from '../../disk/inside.ts';
import { readingRegular } from '../../disk/read-file.ts';
import type { Field } from '../../document/head/field.ts';
import { isLeftOpen, type Relation } from '../../document/head/labels.ts';
import { type Head, readHead, readYamlHead } from '../../document/head/read-head.ts';
import { Failure } from '../../failure.ts';
import { orUndefined } from '../../or-undefined.ts';
import { readDocument } from '../document-file.ts';
import { isThereOnDisk } from './link-target.ts';

/** What a file says of a proposal. */
export interface ReadHeadFile {
  head: Head;
  file: string;
  text: string;
}

/** What a proposal says of itself, in its document and in a file beside it. */
export interface ReadProposal {
  text: string;
  title: string | undefined;
  /** The value as it stands, empty where there is a label without one. */
  status: { field: Field; file: string; text: string } | undefined;
  relations: readonly Relation[];
  own: ReadHeadFile;
  beside: readonly ReadHeadFile[];
}

/** The text of a file; undefined where it is none, or cannot be read. */
export type TextReader = (file: string) => string | undefined;

/** Files that say more of a document beside them than it says itself. */
const FILES_BESIDE = 'kep gep metadata meta proposal rfc adr enhancement'
  .split(' ')
  .flatMap((name) => [`${name}.yaml`, `${name}.yml`]);

const LARGEST_PROPOSAL = { largest: 32_000_000 };

/**
 * Reads a proposal.
 * @param hasDirectory whether the document has a directory of its own
 * @param from its text, where that is known, and what reads the files beside it
 * @returns undefined where it cannot be read, or is no text
 */
export function readProposal(
  file: string,
  hasDirectory: boolean,
  from: { text: string; read: TextReader } | undefined = undefined,
): ReadProposal | undefined {
  const { text, read } = from ?? { text: textOfFile(file), read: textOnDisk };
  if (text === undefined) return undefined;
  const own = { head: readHead(text), file, text };
  const beside = hasDirectory ? headsBeside(path.dirname(file), read) : [];
  const heads = [...beside, own];
  const said = heads.flatMap((each) =>
    each.head.status ? [{ ...each, field: each.head.status }] : [],
  );
  const isBeside = said[0] !== undefined && said[0].file !== file;
  const status = isBeside ? said[0] : (said.find(({ field }) => field.value !== '') ?? said[0]);
  return {
    text,
    title: heads.find(({ head }) => head.title !== undefined)?.head.title,
    status: status && { field: status.field, file: status.file, text: status.text },
    relations: heads.find(({ head }) => head.relations.length > 0)?.head.relations ?? [],
    own,
    beside,
  };
}

/**
 * Reads a proposal that nobody named: a link that leads outside of a folder is not followed.
 * @returns undefined where it cannot be read, or is no text
 */
export function readListed(
  { file, isFile }: { file: string; isFile: boolean },
  root: string,
): ReadProposal | undefined {
  return leadsOutside(file, root) ? undefined : readProposal(file, !isFile);
}

/**
 * Reads a proposal that somebody asked for.
 * @param isNamed whether they named this very file, wherever it may lead
 * @throws Failure when it cannot be read, is no text, or lies outside of the folder
 */
export function readFound(
  { file, shown, isNamed }: { file: string; shown: string; isNamed?: boolean },
  { hasDirectory, root }: { hasDirectory: boolean; root: string },
): ReadProposal {
  const { text } = readDocument(file, shown, isNamed ? undefined : root);
  const read = readProposal(file, hasDirectory, { text, read: textOnDisk });
  if (!read) throw Failure.refusal('unreadable', `${shown} could not be read as text`);
  return read;
}

/** The status of a proposal; undefined where it says none, or still what its template says. */
export function statusSaid({ status }: Pick<ReadProposal, 'status'>): string | undefined {
  const value = status?.field.value ?? '';
  return value === '' || isLeftOpen(value) ? undefined : value;
}

/** The text of a file on the disk. */
export function textOnDisk(file: string): string | undefined {
  // Most files that are looked for are not there, and to be told so by an error takes long.
  return isThereOnDisk(file) ? textOfFile(file) : undefined;
}

/** What the files of data in a directory say of its proposal. */
export function headsBeside(directory: string, read: TextReader): ReadHeadFile[] {
  return namesBeside(directory, read).flatMap((name) => {
    const file = path.join(directory, name);
    const text = read(file);
    return text === undefined ? [] : [{ head: readYamlHead(text), file, text }];
  });
}

function leadsOutside(file: string, root: string): boolean {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink === true && orUndefined(() => whereabouts(root, file).where) !== 'inside';
}

/** On the disk, one look into the directory takes less time than one for each name. */
function namesBeside(directory: string, read: TextReader): readonly string[] {
  if (read !== textOnDisk) return FILES_BESIDE;
  const names = orUndefined(() => readdirSync(directory)) ?? [];
  return FILES_BESIDE.filter((name) => names.includes(name));
}

function textOfFile(file: string): string | undefined {
  return orUndefined(() => readingRegular(file, LARGEST_PROPOSAL, decoded));
}
