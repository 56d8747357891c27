import { statusLabel } from '../../document/head/status-choices.ts';
import { sectionNamed } from '../../document/sections/find-section.ts';
import type { Environment } from '../../environment.ts';
import type { ListedState, ListResult } from '../../report/state/list.ts';
import { sectionsOfTemplate } from '../../template/load-template.ts';
import { didYouMean } from '../../words/did-you-mean.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { noteAbsent, noteOtherPlaces, noteUnread, refuseAbsent } from '../other-places.ts';
import { noteUnfinished } from '../settled-workspace.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import { isAskedFor, isOfStatus, type ListCall, sortedStates } from './list-filter.ts';
import { surveyProposals } from './survey-proposals.ts';
import { writeIndex } from './write-index.ts';

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
  const filter = { ...call, ...(missing !== undefined && { missing }) };
  const { states, unread } = await environment.waiting('Reading the proposals', () =>
    surveyProposals(workspace, call.words),
  );
  if (call.words.length === 0) noteUnknownFilters(call, states, environment);
  if (call.months !== undefined && states.every(({ changed }) => changed === null))
    environment.note(
      'git does not say when the proposals were changed, so none is known to be stale',
    );
  const proposals = states.filter((each) => isAskedFor(each, filter, environment.today));
  const result: ListResult = {
    command: 'list',
    proposals: sortedStates(proposals, call.sort),
    ...(unread.length > 0 && { unread }),
  };
  if (call.write === undefined) return result;
  const list = { proposals: result.proposals, filter };
  const isChanged = await writeIndex(call.write, list, { workspace, environment });
  return { ...result, index: { file: call.write, isChanged } };
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
