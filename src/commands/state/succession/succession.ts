import path from 'node:path';
import { relativePath } from '../../../disk/inside.ts';
import type { NewRelation, RelationStyle } from '../../../document/head/change/new-relation.ts';
import { isUnlinked } from '../../../document/head/change/relate.ts';
import { type Relation, relationCalled } from '../../../document/head/labels.ts';
import { readHeadOf } from '../../../document/head/read-head.ts';
import { outlineOf } from '../../../document/markdown/outline.ts';
import { linkAddress } from '../../../document/references/link-address.ts';
import { Failure } from '../../../failure.ts';
import { isYamlFile } from '../../../file-names.ts';
import type { ChangedDocument } from '../../../proposals/changes/write-documents.ts';
import { readDocument } from '../../../proposals/document-file.ts';
import {
  type ReadHeadFile,
  type ReadProposal,
  readListed,
} from '../../../proposals/state/read-proposal.ts';
import { isRelatedTo } from '../../../proposals/state/related.ts';
import type { Vocabulary } from '../../../proposals/state/vocabulary.ts';
import { type FoundProposal, listProposals } from '../../../workspace/find-proposal.ts';
import { pathFromRoot, shownPath } from '../../../workspace/location.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { formReason, withDates } from '../safe-status.ts';
import { vocabularyIn } from '../vocabulary-in.ts';
import { changedEnd, withSupersededStatus } from './changed-end.ts';
import { relationStyle } from './relation-style.ts';
import { successionReason } from './safe-succession.ts';
import { successionWords } from './succession-words.ts';

/** A proposal at one end of a succession. */
export interface End {
  proposal: FoundProposal;
  read: ReadProposal;
  number: number | undefined;
  isFile: boolean;
}

/**
 * The documents of both, each with what it says of the other one.
 * @throws Failure where one has no place for it
 */
export async function succession(
  workspace: Workspace,
  { old, by }: { old: End; by: End },
  today: string,
): Promise<ChangedDocument[]> {
  refuseConflict(old, by);
  const vocabulary = await vocabularyIn(workspace);
  const reads = listProposals(workspace).flatMap(
    (listed) => readListed(listed, workspace.survey.root) ?? [],
  );
  const styleOf = (kind: NewRelation['kind']) => relationStyle(reads, kind);
  return [
    ...changedFile(workspace, old, by, {
      kind: 'superseded-by',
      styleOf,
      reads,
      vocabulary,
      today,
    }),
    ...changedFile(workspace, by, old, { kind: 'supersedes', styleOf, reads, vocabulary, today }),
  ];
}

interface SuccessionContext {
  kind: NewRelation['kind'];
  styleOf: (kind: NewRelation['kind']) => RelationStyle;
  reads: readonly ReadProposal[];
  vocabulary: Vocabulary;
  today: string;
}

/** One end, with what it says of the other one; as it is where it says so already. */
function changedFile(
  workspace: Workspace,
  own: End,
  other: End,
  of: SuccessionContext,
): ChangedDocument[] {
  const { kind, vocabulary, styleOf, reads, today } = of;
  const isSaid = own.read.relations.some(
    (relation) => relation.kind === kind && isMeant(relation, own, other),
  );
  const place = placeOfRelation(own.read, kind);
  if (isSaid && kind === 'supersedes') return [];
  if (!place) throw noPlaceFor(own.proposal, kind);
  const shown = shownPath(workspace.survey.cwd, place.file);
  const document = readDocument(place.file, shown, workspace.survey.root);
  const isYaml = isYamlFile(place.file);
  const relation = newRelation(kind, {
    said: successionWords(document.text, reads)[kind],
    file: place.file,
    other,
    root: workspace.survey.root,
    isPlain: isInCode(shown, document.text, isYaml),
  });
  const change = { document, relation, style: styleOf(kind), isYaml, vocabulary };
  const after = isSaid ? withSupersededStatus(change) : changedEnd(change);
  if (after === undefined) throw noPlaceFor(own.proposal, kind);
  const { status } = readHeadOf(document.text, isYaml);
  const form =
    kind === 'superseded-by' && status && after !== document.text
      ? formReason({ text: document.text, field: status })
      : undefined;
  if (form !== undefined) throw unsafeError(shown, `its status cannot be set: ${form}`);
  const isThere = (relations: readonly Relation[]) =>
    relations.some((relation) => relation.kind === kind && isMeant(relation, own, other));
  const reason = successionReason(document.text, after, { isYaml, kind, isThere });
  if (reason !== undefined) throw unsafeError(shown, reason);
  return [
    { document, after: after === document.text ? after : withDates(after, place.file, today) },
  ];
}

/** @throws Failure where the old one has another successor, or takes the place of the new one itself */
function refuseConflict(old: End, by: End): void {
  const successors = (end: End) =>
    end.read.relations.filter(({ kind }) => kind === 'superseded-by');
  const another = successors(old).find((relation) => !isMeant(relation, old, by));
  const isCircle = successors(by).some((relation) => isMeant(relation, by, old));
  if (isCircle)
    throw conflictError(`${old.proposal.shown} already supersedes ${by.proposal.shown}`);
  if (another) throw conflictError(`${old.proposal.shown} is already superseded by ${another.to}`);
}

function conflictError(what: string): Failure {
  return Failure.refusal('not-written', what, {
    hint: 'If that is no longer true, remove it from both first',
  });
}

function isMeant({ to }: Relation, own: End, other: End): boolean {
  const { shown: path } = other.proposal;
  return isRelatedTo(to, own.proposal.shown, { path, number: other.number ?? null });
}

function unsafeError(shown: string, reason: string): Failure {
  return Failure.refusal('not-written', `${shown} cannot be changed safely: ${reason}`, {
    hint: 'Nothing was written; record in an editor which proposal supersedes the other',
  });
}

/** @throws Failure where the status stands in HTML, where no link of Markdown is shown */
function isInCode(shown: string, text: string, isYaml: boolean): boolean {
  const { status } = readHeadOf(text, isYaml);
  const where = status?.form === 'text' ? isUnlinked(text, status.line) : undefined;
  if (where === 'html') throw unsafeError(shown, 'its status stands in HTML');
  return where === 'code';
}

/** The file with a label for the relation, else the one that says the status. */
function placeOfRelation(
  { own, beside, status }: ReadProposal,
  kind: NewRelation['kind'],
): ReadHeadFile | undefined {
  const all = [...beside, own];
  const labelled = all.find(({ head }) =>
    head.fields.some(({ label }) => relationCalled(label) === kind),
  );
  return labelled ?? all.find(({ file }) => file === status?.file) ?? own;
}

function newRelation(
  kind: NewRelation['kind'],
  {
    said,
    file,
    other,
    root,
    isPlain,
  }: { said: string; file: string; other: End; root: string; isPlain: boolean },
): NewRelation {
  const [heading] = outlineOf(other.read.text).headings;
  const titled = heading?.title.replace(/[*_`]|\[([^[\]]*)\]\([^()]*\)/g, '$1') ?? '';
  const { title } = other.read;
  const relative = relativePath(path.dirname(file), other.proposal.file);
  // A first heading that is no title is that of a section.
  const isTitle = title !== undefined && titled.includes(title);
  const name = isTitle ? titled : (title ?? path.basename(other.proposal.file));
  const { file: target } = other.proposal;
  const place = other.isFile ? target : path.dirname(target);
  return {
    kind,
    said,
    name,
    link: linkAddress(relative),
    number: other.number,
    isPlain,
    fromRoot: pathFromRoot(root, place),
  };
}

function noPlaceFor({ shown }: FoundProposal, kind: NewRelation['kind']): Failure {
  const what = kind === 'supersedes' ? 'what it supersedes' : 'what supersedes it';
  return Failure.refusal('not-written', `${shown} has no place for ${what}`, {
    hint: `Add it in an editor, or add a status in front matter or on a line, and run this again`,
  });
}
