import { type SectionState, sectionStates } from '../../document/sections/section-states.ts';
import { namesOfSections } from '../../document/upgrade/fit.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import { readFound } from '../../proposals/state/read-proposal.ts';
import { isRelatedTo } from '../../proposals/state/related.ts';
import type { ListedState } from '../../report/state/list.ts';
import type { ShowResult } from '../../report/state/show.ts';
import { sectionsOfTemplate } from '../../template/load-template.ts';
import { LazyInterview } from '../lazy-interview.ts';
import { noteUnfinished } from '../settled-workspace.ts';
import { TemplatesHere } from '../templates-here.ts';
import { proposalMeant, whichProposal } from '../which-proposal.ts';
import { openExistingWorkspace } from '../workspace-of-call.ts';
import { surveyProposals } from './survey-proposals.ts';

export interface ShowCall {
  /** Undefined to be asked. */
  proposal?: string;
  directory?: string;
  template?: string;
}

/**
 * Everything that is known of one proposal.
 * @throws Failure when there is no such proposal, or it cannot be read
 * @throws Cancelled when somebody who is asked which one stops it
 */
export async function showProposal(call: ShowCall, environment: Environment): Promise<ShowResult> {
  const asker = new LazyInterview(false, environment);
  return asker.run(() => showOnce(call, environment, asker));
}

async function showOnce(
  call: ShowCall,
  environment: Environment,
  asker: LazyInterview,
): Promise<ShowResult> {
  const workspace = await openExistingWorkspace(call, environment);
  noteUnfinished(workspace, environment);
  const message = 'Which proposal do you want to see?';
  const word = await whichProposal(call.proposal, workspace, { asker, message, command: 'show' });
  const found = proposalMeant(word, workspace, 'show');
  const { shown } = found;
  const { states: all } = await surveyProposals(workspace);
  const own = all.find((each) => each.path === shown);
  const read = readFound(found, { hasDirectory: false, root: workspace.survey.root });
  if (!own) {
    throw Failure.refusal(
      'not-found',
      `${shown} is not among the proposals in ${workspace.location.shown}`,
      {
        hint: 'It has neither a number nor a status',
      },
    );
  }
  const templates = await TemplatesHere.of(workspace, sectionsOfTemplate, namesOfSections);
  const outline: SectionState[] = sectionStates(read.text, templates.for(read.text));
  return { command: 'show', ...own, referredBy: referring(own, all), outline };
}

/** What other proposals say of one: by a path that leads to it, or by its number. */
function referring(own: ListedState, all: readonly ListedState[]): ShowResult['referredBy'] {
  return all.flatMap((other) =>
    other === own
      ? []
      : other.relations.flatMap(({ kind, to }) =>
          isRelatedTo(to, other.path, own)
            ? [{ kind, number: other.number, path: other.path }]
            : [],
        ),
  );
}
