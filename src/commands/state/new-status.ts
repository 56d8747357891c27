import path from 'node:path';
import {
  type StatusModel,
  statusForm,
  withAddedStatus,
  withStatusInYaml,
} from '../../document/head/change/add-status.ts';
import type { Field } from '../../document/head/field.ts';
import { labelFields } from '../../document/head/label-fields.ts';
import { isLeftOpen } from '../../document/head/labels.ts';
import { readHead } from '../../document/head/read-head.ts';
import { beginsWithStatus } from '../../document/head/says-status.ts';
import { outlineOf } from '../../document/markdown/outline.ts';
import { Failure } from '../../failure.ts';
import { isYamlFile } from '../../file-names.ts';
import type { ChangedDocument } from '../../proposals/changes/write-documents.ts';
import { readDocument } from '../../proposals/document-file.ts';
import { type ReadProposal, readListed } from '../../proposals/state/read-proposal.ts';
import { exists } from '../../proposals/store.ts';
import { type FoundProposal, listProposals } from '../../workspace/find-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readingOfAdded, withDates, withStatus } from './safe-status.ts';

interface StatusOptions {
  proposal: FoundProposal;
  read: ReadProposal;
  workspace: Workspace;
  value: string;
  today: string;
  /** Whether it is written below the title where nobody here has a status yet. */
  isForced: boolean;
}

type ChangedStatus = ChangedDocument & { line: number };

/**
 * A document with its new status: where the old one stands, or in the form and at the place that most siblings have it.
 * @throws Failure when it cannot be set there, or there is no such place
 */
export function changedStatus(options: StatusOptions): ChangedStatus {
  return options.read.status ? statusReplaced(options, options.read.status) : statusAdded(options);
}

function statusReplaced(
  { workspace, value, today }: StatusOptions,
  { file, field }: NonNullable<ReadProposal['status']>,
): ChangedStatus {
  const document = readDocument(file, shownPath(workspace.survey.cwd, file), workspace.survey.root);
  const { line } = field;
  const { text } = document;
  if (value === field.value) return { document, after: text, line };
  const { after, reason } = withStatus({ text, field, value, isYaml: isYamlFile(file) });
  if (reason === undefined) return { document, after: withDates(after, file, today), line };
  throw Failure.refusal(
    'not-written',
    `The status "${value}" cannot be set in ${path.basename(file)}, line ${line}: ${reason}`,
    { hint: 'Nothing was written; edit that line yourself' },
  );
}

function statusAdded(options: StatusOptions): ChangedStatus {
  const { proposal, workspace, value, today, isForced } = options;
  const model = usualModel(workspace, proposal) ?? (isForced ? listItem() : undefined);
  const own = model?.beside ? path.join(path.dirname(proposal.file), model.beside) : proposal.file;
  if (!model) throw noPlaceError(proposal, value);
  const shown = shownPath(workspace.survey.cwd, own);
  const document = readDocument(own, shown, workspace.survey.root);
  const { text } = document;
  const isYaml = isYamlFile(own);
  const other = isYaml ? undefined : statusElsewhere(text);
  if (other) throw statusElsewhereError(shown, other);
  const after = isYaml ? withStatusInYaml(text, model, value) : withAddedStatus(text, model, value);
  const line = after === undefined ? undefined : readingOfAdded(text, after, { value, isYaml });
  if (after === undefined || line === undefined) throw noPlaceError(proposal);
  return { document, after: withDates(after, own, today), line };
}

interface SiblingModel extends StatusModel {
  /** The name of the file beside the document that says it. */
  beside: string | undefined;
}

/** The latest of the siblings that say their status as most of them do. */
function usualModel(workspace: Workspace, { file }: FoundProposal): SiblingModel | undefined {
  const models = listProposals(workspace).flatMap((sibling) => {
    const status =
      sibling.file === file ? undefined : readListed(sibling, workspace.survey.root)?.status;
    if (!status || status.field.value === '' || status.field.isStep) return [];
    // A status in a title is not a line that can be copied to another document.
    if (isInTitle(status.text, status.field)) return [];
    const beside = status.file === sibling.file ? undefined : path.basename(status.file);
    // A file that this one does not have says nothing of it.
    if (beside !== undefined && !exists(path.join(path.dirname(file), beside))) return [];
    const model = { text: status.text, field: status.field, beside };
    return [{ model, form: beside ?? statusForm(model) }];
  });
  const counts = new Map<string, number>();
  for (const { form } of models) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a);
  return models.findLast(({ form }) => form === usual?.[0])?.model;
}

/** The form that most proposals have that are written in Markdown alone. */
function listItem(): SiblingModel | undefined {
  const text = '# Title\n\n- Status: draft\n';
  const { status: field } = readHead(text);
  return field && { text, field, beside: undefined };
}

function isInTitle(text: string, { start }: Field): boolean {
  return /^#[ \t]/.test(text.slice(text.lastIndexOf('\n', start) + 1));
}

/** A status in a line of a section that is none of its own, where nobody looks for it. */
function statusElsewhere(text: string): Field | undefined {
  const { lines, starts } = outlineOf(text);
  return labelFields({ lines, starts }, 0, lines.length).find(
    (field) =>
      /^status$/i.test(field.label) && !isLeftOpen(field.value) && beginsWithStatus(field.value),
  );
}

function statusElsewhereError(shown: string, { line, value }: Field): Failure {
  return Failure.refusal(
    'not-written',
    `${shown} seems to have the status "${value}" in line ${line}, where it is not read`,
    { hint: 'Change it there, or move it below the title' },
  );
}

/** @param value that could be written below the title; undefined where that has been tried */
function noPlaceError({ shown }: FoundProposal, value?: string): Failure {
  const line = `"- Status: ${value ?? 'draft'}" below its title`;
  return Failure.refusal('not-written', `${shown} has no status and no place for one`, {
    hint:
      value === undefined
        ? `Add one in an editor, such as ${line}; this command then uses the same place in others`
        : `To write ${line}, as in others from then on, pass --force`,
    ...(value !== undefined && { next: { add: ['--force'] } }),
  });
}
