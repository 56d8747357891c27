import { readHead } from '../../document/head/read-head.ts';
import { type StatusChoices, statusChoices } from '../../document/head/status-choices.ts';
import { readProposal, statusSaid } from '../../proposals/state/read-proposal.ts';
import { saidStatus, type Vocabulary, vocabularyOf } from '../../proposals/state/vocabulary.ts';
import { loadTemplateText } from '../../template/load-template.ts';
import { listProposals } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';

/**
 * The statuses that are used in a repository.
 * @param except a proposal whose own status says nothing of the others
 */
export async function vocabularyIn(home: Home, except?: string): Promise<Vocabulary> {
  const said = listProposals(home).flatMap(({ file, isFile }) => {
    const read = readProposal(file, !isFile);
    if (!read) return [];
    const own = saidStatus(read);
    return [file === except && statusSaid(read) !== undefined ? { ...own, value: undefined } : own];
  });
  return vocabularyOf(said, {
    configured: home.survey.configured.configuration.statuses ?? [],
    template: choicesOfTemplate(home.template ? await loadTemplateText(home.template) : ''),
  });
}

/** What a template says of the statuses that there are. */
export function choicesOfTemplate(template: string): StatusChoices {
  const { status } = readHead(template);
  return status ? statusChoices(template, status) : { values: [], isClosed: false };
}
