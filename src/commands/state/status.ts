import path from 'node:path';
import { isLeftOpen, isStatus } from '../../document/head/labels.ts';
import { type Head, readHeadOf } from '../../document/head/read-head.ts';
import { statusWord } from '../../document/head/status-choices.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { isYamlFile } from '../../file-names.ts';
import { writeDocuments } from '../../proposals/changes/write-documents.ts';
import { type ReadProposal, readFound, statusSaid } from '../../proposals/state/read-proposal.ts';
import { meantStatus, SAYS_SUPERSEDED } from '../../proposals/state/vocabulary.ts';
import type { StatusResult } from '../../report/state/status.ts';
import { shellWord } from '../../shell-quoting.ts';
import type { FoundProposal } from '../../workspace/find-proposal.ts';
import { shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { settledWorkspace } from '../settled-workspace.ts';
import { proposalMeant, whichProposal } from '../which-proposal.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import { changedStatus } from './new-status.ts';
import type { StatusCall } from './status-call.ts';
import { StatusQuestions } from './status-questions.ts';
import { lostNames, lostRelations } from './succession/safe-succession.ts';
import { vocabularyIn } from './vocabulary-in.ts';

/**
 * Tells the status of a proposal, or sets it where it stands, in the form that it has there.
 * @throws Failure when there is no such proposal, it has no place for a status, or the value is none that is used here
 * @throws Cancelled when somebody who is asked stops it
 */
export async function tellOrSetStatus(
  call: StatusCall,
  environment: Environment,
): Promise<StatusResult> {
  const questions = new StatusQuestions(call.isSilent, environment);
  return questions.run(() => statusOnce(call, environment, questions));
}

async function statusOnce(
  call: StatusCall,
  environment: Environment,
  questions: StatusQuestions,
): Promise<StatusResult> {
  const open = () => openExistingWorkspace(call, environment);
  const dryRun = call.dryRun || call.value === undefined;
  const { workspace, recovery } = await settledWorkspace(open, { dryRun }, environment);
  const word = await whichProposal(call.proposal, workspace, {
    asker: questions,
    message: 'Which proposal?',
    command: 'status',
  });
  const proposal = proposalMeant(word, workspace, 'status');
  const read = readNamed(proposal, workspace);
  const from = statusSaid(read) ?? null;
  const { status } = read;
  const file = status ? shownPath(workspace.survey.cwd, status.file) : proposal.shown;
  const { values: known, written } = await vocabularyIn(workspace, proposal.file);
  const about = {
    command: 'status',
    dryRun: call.dryRun,
    path: proposal.shown,
    from,
    to: null,
    file,
    line: status?.field.line ?? null,
    known,
  } as const;
  const said = call.value ?? (await questions.value(from, { known, shown: proposal.shown }));
  if (said === undefined) return { ...recovery, result: about, before: '', after: '' };
  refuseOddValue(said);
  const value = call.force ? said : asUsed(said, known);
  // To set the status that it has already is always allowed.
  if (!call.force && !written.has(value) && value !== from) refuseUnknown(value, known);
  const { today } = environment;
  const change = changedStatus({ proposal, read, workspace, value, today, isForced: call.force });
  refuseChoice(value);
  const { document, after, line } = change;
  if (!call.dryRun) await writeDocuments([change], workspace.survey);
  const result = { ...about, to: value, file: document.shown, line };
  const elsewhere = statusesElsewhere(read, result).map((each) => ({
    ...each,
    file: shownPath(workspace.survey.cwd, each.file),
  }));
  const heads = [document.text, after].map((text) => readHeadOf(text, isYamlFile(document.path)));
  const [was, is] = heads;
  const lost =
    was && is
      ? [
          ...lostRelations(was, is).map(({ kind, to }) => `says "${kind} ${to}"`),
          ...lostLinks(was, after),
          ...lostNames(was, after).map((name) => `names ${name}`),
        ]
      : [];
  const relations = [...read.relations, ...(is?.relations ?? [])];
  if (SAYS_SUPERSEDED.test(value) && !relations.some(({ kind }) => kind === 'superseded-by'))
    environment.note(
      `no successor is named; npx create-enhancement supersede ${shellWord(proposal.shown)} --by <proposal> records it in both`,
    );
  return { ...recovery, result, elsewhere, lost, before: document.text, after };
}

/** Links beside the old status that the document no longer has. */
function lostLinks({ status, relations }: Head, after: string): string[] {
  const targets = status?.items.flatMap(({ target }) => target ?? []) ?? [];
  return targets
    .filter((to) => !after.includes(`](${to}`) && !relations.some((each) => each.to === to))
    .map((to) => `links to ${to}`);
}

/** Where a proposal still says another status than the one that has been set. */
function statusesElsewhere(
  { own, beside, status }: ReadProposal,
  { to }: { to: string },
): { file: string; line: number; value: string }[] {
  return [...beside, own].flatMap(({ head, file }) =>
    head.fields.flatMap((field) => {
      const { line, value } = field;
      const isSet = file === status?.file && line === status.field.line;
      const isOther = ![statusWord(to), ''].includes(statusWord(value));
      return isStatus(field) && !isSet && isOther ? [{ file, line, value }] : [];
    }),
  );
}

function readNamed(proposal: FoundProposal, { location, survey }: Workspace): ReadProposal {
  const hasDirectory = !location.numbered.includes(path.dirname(proposal.file));
  return readFound(proposal, { hasDirectory, root: survey.root });
}

function asUsed(value: string, known: readonly string[]): string {
  const same = known.filter((each) => each.toLowerCase() === value.toLowerCase());
  return known.includes(value) ? value : (same[0] ?? value);
}

function refuseUnknown(value: string, known: readonly string[]): void {
  if (known.length === 0 || known.includes(value)) return;
  const meant = meantStatus(value, known);
  const question = meant === undefined ? '' : `; did you mean ${meant}?`;
  throw Failure.usage('usage', `No proposal here has the status "${value}"${question}`, {
    list: known,
    hint: 'Use one of these, or pass --force to set a new one',
    ...(meant !== undefined && { next: { word: value, by: meant } }),
  });
}

/** A value that reads as several, of which one is still to be chosen. */
function refuseChoice(value: string): void {
  if (!isLeftOpen(value)) return;
  throw Failure.usage('usage', `"${value}" would be read as a status that is still to be chosen`, {
    hint: 'Pass one of them',
  });
}

/** A status is what fits into one line, and says something. */
function refuseOddValue(value: string): void {
  if (value.trim() === value && /^[^\p{Cc}\u2028\u2029]+$/u.test(value)) return;
  throw Failure.usage(
    'usage',
    `A status must be one line of text, found ${JSON.stringify(value)}`,
    {
      hint: 'Pass one without line breaks, tabs or surrounding white space',
    },
  );
}
