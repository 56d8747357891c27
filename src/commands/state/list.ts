import { statusLabel, statusWord } from '../../document/head/status-choices.ts';
import { sectionNamed } from '../../document/sections/find-section.ts';
import type { Environment } from '../../environment.ts';
import { compareInstants, monthsBefore } from '../../instant.ts';
import type { ListedState, ListResult } from '../../report/state/list.ts';
import { sectionsOfTemplate } from '../../template/load-template.ts';
import { didYouMean } from '../../words/did-you-mean.ts';
import { DECIDED_STATUSES, DECIDED_STATUSES_ABROAD } from '../../words/status-words.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { noteAbsent, noteOtherPlaces, noteUnread, refuseAbsent } from '../other-places.ts';
import { noteUnfinished } from '../settled-workspace.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import type { ListCall } from './list-call.ts';
import { surveyProposals } from './survey-proposals.ts';
import { writeIndex } from './write-index.ts';

const IS_DECIDED = new RegExp(
  `^(?:\\[x\\]|[^\\p{L}\\p{N}])*(?!final comment)(?:(?:${DECIDED_STATUSES})(?!\\p{L}| beta)|${DECIDED_STATUSES_ABROAD})`,
  'iu',
);

/**
 * The proposals of a repository, as they are.
 * @throws Failure when the call names a section that the template does not have, or a file that cannot keep the list
 */
export async function listStates(call: ListCall, environment: Environment): Promise<ListResult> {
  const { directory, template } = call;
  const workspace = await openExistingWorkspace({ directory, template }, environment);
  noteUnfinished(workspace, environment);
  noteOtherPlaces(workspace, call, environment);
  if (call.write !== undefined) refuseAbsent(workspace, 'The list');
  noteAbsent(workspace, environment);
  noteUnread(workspace, environment);
  const missing = call.missing === undefined ? undefined : await idOf(call.missing, workspace);
  const { states, unread } = await environment.waiting('Reading the proposals', () =>
    surveyProposals(workspace, call.words),
  );
  if (call.words.length === 0) noteUnknownFilters(call, states, environment);
  const proposals = states.filter((each) =>
    isAskedFor(each, call, { missing, today: environment.today }),
  );
  const result: ListResult = {
    command: 'list',
    proposals: sorted(proposals, call.sort),
    ...(unread.length > 0 && { unread }),
  };
  if (call.write === undefined) return result;
  const list = { proposals: result.proposals, isOfSome: choosesSome(call) };
  const isChanged = await writeIndex(call.write, list, { workspace, environment });
  return { ...result, index: { file: call.write, isChanged } };
}

/** Whether a call asks for some of the proposals. */
export function choosesSome({ statuses, isOpen, words, ...others }: ListCall): boolean {
  const { months, missing, area, author } = others;
  const isChosen = [months, missing, area, author].some((each) => each !== undefined);
  return isChosen || isOpen || statuses.length > 0 || words.length > 0;
}

/** Tells of filters that no proposal can pass, which may be misspelled. */
function noteUnknownFilters(
  { statuses, area }: ListCall,
  states: readonly ListedState[],
  environment: Environment,
): void {
  const values = states.flatMap(({ status }) => (status ? [status.value] : []));
  for (const asked of statuses.filter((each) => !values.some((value) => isOfStatus(value, each)))) {
    const used = [...new Set(values.map(statusLabel))];
    environment.note(`no proposal here has the status "${asked}"${didYouMean(asked, used)}`);
  }
  const areas = [...new Set(states.flatMap((each) => each.area ?? []))];
  if (area !== undefined && !areas.includes(area))
    environment.note(`no proposal here is in the area "${area}"${didYouMean(area, areas)}`);
}

async function idOf(name: string, workspace: Workspace): Promise<string> {
  return sectionNamed(await sectionsOfTemplate(workspace.template), name).id;
}

function isAskedFor(
  proposal: ListedState,
  call: ListCall,
  { missing, today }: { missing: string | undefined; today: string },
): boolean {
  const { status, sections, area, author, changed } = proposal;
  const value = status?.value ?? '';
  const has = (text: string | null, part: string) =>
    (text ?? '').toLowerCase().includes(part.toLowerCase());
  return [
    call.statuses.length === 0 || call.statuses.some((each) => isOfStatus(value, each)),
    !call.isOpen || !(IS_DECIDED.test(value) || hasSuccessor(proposal)),
    call.months === undefined || isOlder(changed, call.months, today),
    missing === undefined || sections.missing.includes(missing),
    call.area === undefined || area === call.area,
    call.author === undefined || has(author, call.author),
  ].every(Boolean);
}

function hasSuccessor({ relations }: ListedState): boolean {
  return relations.some(({ kind }) => kind === 'superseded-by');
}

/** Whether a value is a status that is asked for, also with a date, a successor or a sign beside its words. */
function isOfStatus(value: string, asked: string): boolean {
  const isWord = statusLabel(asked) === asked;
  return (
    value.toLowerCase() === asked.toLowerCase() ||
    (isWord && statusWord(value) === statusWord(asked))
  );
}

function isOlder(changed: string | null, months: number, today: string): boolean {
  if (changed === null) return false;
  return new Date(changed) < monthsBefore(today, months);
}

function sorted(proposals: readonly ListedState[], by: ListCall['sort']): ListedState[] {
  if (by === 'number') return [...proposals];
  if (by === 'changed') {
    const of = ({ changed }: ListedState) => changed ?? LONG_AGO;
    return proposals.toSorted((a, b) => compareInstants(of(a), of(b)));
  }
  const key = ({ status, title }: ListedState) => (by === 'status' ? (status?.value ?? '') : title);
  // A list that is kept in a file is the same for everybody, whatever their language.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return proposals.toSorted((a, b) => compare(key(a), key(b)));
}

/** Before all that git may know. */
const LONG_AGO = '1970-01-01T00:00:00Z';
