import path from 'node:path';
import { didYouMean } from '../../did-you-mean.ts';
import { readHead } from '../../document/head/read-head.ts';
import { withValue } from '../../document/head/set-value.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import {
  editing,
  readDocument,
  rewriteDocument,
  stateOfDocument,
} from '../../proposals/document-file.ts';
import {
  type ReadProposal,
  readProposal,
  statusSaid,
} from '../../proposals/state/read-proposal.ts';
import type { StatusResult } from '../../report/state/status.ts';
import { type FoundProposal, findProposal, listProposals } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';
import { shownPath } from '../../workspace/location.ts';
import { openExistingHome } from '../home-of-call.ts';
import { settledHome } from '../settled-home.ts';
import { withStatus } from './safe-status.ts';
import type { StatusCall } from './status-call.ts';

/**
 * Tells the status of a proposal, or sets it where it stands, in the form that it has there.
 * @throws Failure when there is no such proposal, it has no place for a status, or the value is none that is used here
 */
export async function tellOrSetStatus(
  call: StatusCall,
  environment: Environment,
): Promise<StatusResult> {
  const open = () => openExistingHome(call, environment);
  const { home, recovery } = await settledHome(open, {
    dryRun: call.dryRun || call.value === undefined,
  });
  const proposal = findProposal(call.proposal, home, 'status');
  const read = readNamed(proposal, home);
  const from = statusSaid(read) ?? null;
  const { status } = read;
  const file = status ? shownPath(home.survey.cwd, status.file) : proposal.shown;
  const about = {
    command: 'status',
    path: proposal.shown,
    from,
    file,
    line: status?.field.line ?? null,
  } as const;
  const known = vocabulary(home, proposal);
  if (call.value !== undefined) refuseOddValue(call.value);
  if (call.value !== undefined && !call.force) refuseUnknown(call.value, known);
  if (call.value === undefined)
    return { ...recovery, result: { ...about, to: null }, known, before: '', after: '' };
  if (!status) throw noPlaceError(proposal);
  const document = readDocument(status.file, file, home.survey.root);
  const after =
    call.value === status.field.value
      ? document.text
      : withNewStatus({ ...status, text: document.text }, call.value, environment.today);
  const changed = {
    ...recovery,
    result: { ...about, to: call.value },
    known,
    before: document.text,
    after,
  };
  if (call.dryRun || after === document.text) return changed;
  const state = stateOfDocument(document.path, home.survey);
  await editing(document.shown, state, async () => rewriteDocument(document, after, state));
  return changed;
}

function readNamed({ file, shown }: FoundProposal, { location }: Home): ReadProposal {
  const hasDirectory = !location.numbered.includes(path.dirname(file));
  const read = readProposal(file, hasDirectory);
  if (!read) throw Failure.refusal('not-written', `${shown} could not be read as text`);
  return read;
}

/** The values that are used here: by the other proposals, and as a comment beside one says. */
function vocabulary(home: Home, { file }: FoundProposal): string[] {
  const found = listProposals(home).flatMap((proposal) => {
    const read = readProposal(proposal.file, !proposal.isFile);
    const value = read && statusSaid(read);
    const choices = read?.status ? choicesBeside(read.status) : [];
    return [...(value === undefined || proposal.file === file ? [] : [value]), ...choices];
  });
  return [...new Set(found)];
}

/** The choices that a comment behind a value names, such as `# draft | accepted`. */
function choicesBeside({ field, text }: NonNullable<ReadProposal['status']>): string[] {
  const rest = text.slice(
    field.end,
    text.indexOf('\n', field.end) < 0 ? undefined : text.indexOf('\n', field.end),
  );
  const comment = /(?:#|<!--)\s*([^#<>]*\|[^<>]*?)\s*(?:-->|$)/.exec(rest.trimEnd())?.[1];
  return comment?.split('|').flatMap((each) => each.trim() || []) ?? [];
}

function refuseUnknown(value: string, known: readonly string[]): void {
  if (known.length === 0 || known.includes(value)) return;
  throw Failure.usage(
    'usage',
    `No proposal here has the status "${value}"${didYouMean(value, known)}`,
    {
      list: known.map((each) => each),
      hint: 'Use one of these, or pass --force for one that is new here',
    },
  );
}

function noPlaceError({ shown }: FoundProposal): Failure {
  return Failure.refusal('not-written', `${shown} says no status, and has no place for one`, {
    hint: 'Write one where its siblings have it, such as status: in front matter, and run the command again',
  });
}

/** A status is what fits into one line, and says something. */
function refuseOddValue(value: string): void {
  if (value.trim() === value && /^[^\p{Cc}\u2028\u2029]+$/u.test(value)) return;
  throw Failure.usage('usage', `A status is one line of text, found ${JSON.stringify(value)}`, {
    hint: 'Pass one without line breaks, tabs and white space around it',
  });
}

/** @throws Failure when the value cannot be set where the old one stands */
function withNewStatus(
  { text, file, field }: NonNullable<ReadProposal['status']>,
  value: string,
  today: string,
): string {
  const isYaml = /\.ya?ml$/i.test(file);
  const { after, reason } = withStatus({ text, field, value, isYaml });
  if (reason === undefined) return withDates(after, file, today);
  throw Failure.refusal(
    'not-written',
    `The status "${value}" cannot be set in ${path.basename(file)}, line ${field.line}: ${reason}`,
    { hint: 'Nothing was written; edit that line yourself' },
  );
}

/** A date of the last update in the same file, where there is one, is today's. */
function withDates(text: string, file: string, today: string): string {
  const { fields } = /\.ya?ml$/i.test(file) ? { fields: [] } : readHead(text);
  const date = fields.find(
    ({ label, value }) => /^last[-_ ]?updated$/i.test(label) && /^\d{4}-\d\d-\d\d$/.test(value),
  );
  return date ? withValue(text, date, today) : text;
}
