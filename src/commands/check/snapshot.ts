import { copied } from '../../document/copied.ts';
import type { Relation } from '../../document/head/labels.ts';
import { titleInHtml } from '../../document/head/title/head-title.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { beginsWithTitle } from '../../document/upgrade/versions/lineage.ts';
import { Failure } from '../../failure.ts';
import { readDocument } from '../../proposals/document-file.ts';
import {
  type ReadProposal,
  readProposal,
  type TextReader,
  textOnDisk,
} from '../../proposals/state/read-proposal.ts';
import { type SaidStatus, saidStatus } from '../../proposals/state/vocabulary.ts';
import { NUMBER_LABEL } from '../../words/proposal-words.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';

/** The proposals as they are at one moment: on the disk, or in a commit. */
export interface Snapshot {
  proposals: readonly ListedProposal[];
  read: TextReader;
  /** Whether there is a file or directory, absolute. */
  isThere(file: string): boolean;
}

/** What others want to know of a proposal, when its text has been put away. */
export interface Summary {
  proposal: ListedProposal;
  title: string | undefined;
  /** Where front matter says it. */
  titleLine: number | undefined;
  /** Its first heading as it stands, and the line. */
  heading: { text: string; line: number; level: number } | undefined;
  /** The number in front matter or beside a label of its head. */
  ownNumber: { text: string; line: number } | undefined;
  status: SaidStatus;
  relations: readonly Relation[];
  /** When git first saw it, in ISO 8601; undefined where git does not say. */
  born: string | undefined;
  /** Where what is said of the status begins. */
  statusLine: number;
}

/** The document of a proposal, or why it cannot be read. */
export function readAt(
  { read }: Snapshot,
  { file, shown, isFile }: ListedProposal,
  root: string | undefined,
): ReadProposal | { reason: string } {
  try {
    const text = read === textOnDisk ? readDocument(file, shown, root).text : read(file);
    const found = text === undefined ? undefined : readProposal(file, !isFile, { text, read });
    return found ?? { reason: 'it does not exist' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reason: error.message.replace(/^.*? could not be read: /, '') };
  }
}

/** What is kept of a proposal. The texts are copies: a part of a text would keep all of it. */
export function summaryOf(
  proposal: ListedProposal,
  read: ReadProposal,
  born: string | undefined,
): Summary {
  const [first] = outlineOf(read.text).headings;
  const number = read.own.head.fields.find(({ label }) => NUMBER_LABEL.test(label.trim()));
  const inFront = read.own.head.fields.find(
    ({ label, form, value }) => form !== 'text' && value !== '' && /^(?:title|name)$/i.test(label),
  );
  const kept = {
    title: hasOwnTitle(read) ? read.title : undefined,
    titleLine: inFront?.line,
    heading: first && { text: first.title, line: first.line + 1, level: first.level },
    ownNumber: number && { text: number.value, line: number.line },
    status: saidStatus(read),
    relations: read.relations,
    born,
    statusLine: read.status?.file === read.own.file ? read.status.field.line : 1,
  };
  return { proposal, ...copied(kept) };
}

function hasOwnTitle({ own, beside }: ReadProposal): boolean {
  const isSaid = [...beside, own].some(({ head }) =>
    head.fields.some(
      ({ label, value, form }) =>
        form !== 'text' && /^(?:title|name)$/i.test(label) && value !== '',
    ),
  );
  const outline = outlineOf(own.text);
  return isSaid || beginsWithTitle(outline) || titleInHtml(own.text, outline) !== undefined;
}
