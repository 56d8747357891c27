import path from 'node:path';
import { decoded } from '../../disk/decoded.ts';
import { readRegular } from '../../disk/read-file.ts';
import type { Field } from '../../document/head/field.ts';
import { isLeftOpen, type Relation } from '../../document/head/labels.ts';
import { type Head, readHead, readYamlHead } from '../../document/head/read-head.ts';
import { orUndefined } from '../../or-undefined.ts';

/** What a proposal says of itself, in its document and in a file beside it. */
export interface ReadProposal {
  text: string;
  title: string | undefined;
  /** The value as it stands, empty where there is a label without one. */
  status: { field: Field; file: string; text: string } | undefined;
  relations: readonly Relation[];
}

/** Files that say more of a document beside them than it says itself. */
const FILES_BESIDE = ['kep.yaml', 'gep.yaml', 'metadata.yaml', 'metadata.yml'];

const LARGEST_PROPOSAL = { largest: 32_000_000 };

/**
 * Reads a proposal.
 * @param hasDirectory whether the document has a directory of its own
 * @returns undefined where it cannot be read, or is no text
 */
export function readProposal(file: string, hasDirectory: boolean): ReadProposal | undefined {
  const text = textOrNothing(file);
  if (text === undefined) return undefined;
  const own = { head: readHead(text), file, text };
  const heads = [...(hasDirectory ? headsBeside(path.dirname(file)) : []), own];
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
  };
}

/** The status of a proposal; undefined where it says none, or still what its template says. */
export function statusSaid({ status }: ReadProposal): string | undefined {
  const value = status?.field.value ?? '';
  return value === '' || isLeftOpen(value) ? undefined : value;
}

function headsBeside(directory: string): { head: Head; file: string; text: string }[] {
  return FILES_BESIDE.flatMap((name) => {
    const file = path.join(directory, name);
    const text = textOrNothing(file);
    return text === undefined ? [] : [{ head: readYamlHead(text), file, text }];
  });
}

function textOrNothing(file: string): string | undefined {
  const bytes = orUndefined(() => readRegular(file, LARGEST_PROPOSAL));
  return bytes && decoded(bytes);
}
