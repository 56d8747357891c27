import path from 'node:path';
import { readHead, readYamlHead } from '../../document/head/read-head.ts';
import {
  type StatusChoices,
  statusChoices,
  statusWord,
} from '../../document/head/status-choices.ts';
import {
  headsBeside,
  readListed,
  statusSaid,
  textOnDisk,
} from '../../proposals/state/read-proposal.ts';
import { saidStatus, type Vocabulary, vocabularyOf } from '../../proposals/state/vocabulary.ts';
import { loadTemplateText } from '../../template/load-template.ts';
import { lettersLike } from '../../words/letters-like.ts';
import { listProposals } from '../../workspace/find-proposal.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/**
 * The statuses that are used in a repository.
 * @param except a proposal whose own status says nothing of the others
 */
export async function vocabularyIn(workspace: Workspace, except?: string): Promise<Vocabulary> {
  const said = listProposals(workspace).flatMap((listed) => {
    const read = readListed(listed, workspace.survey.root);
    if (!read) return [];
    const own = saidStatus(read);
    return [
      listed.file === except && statusSaid(read) !== undefined ? { ...own, value: undefined } : own,
    ];
  });
  const configured = workspace.survey.configured.configuration.statuses ?? [];
  const found = vocabularyOf(said, { configured, template: await templateChoices(workspace) });
  const template = choicesOfPreset(workspace.template, found.values);
  // What ships with the program adds to the values of a repository, and is none by itself.
  return template && configured.length === 0 && found.values.length > 0
    ? vocabularyOf(said, { configured, template })
    : found;
}

/**
 * What a template says of the statuses that there are.
 * @param beside the YAML files that lie beside it
 */
export function choicesOfTemplate(template: string, beside: Iterable<string> = []): StatusChoices {
  const inYaml = [...beside].map((text) => ({ text, status: readYamlHead(text).status }));
  const own = { text: template, status: readHead(template).status };
  const choices = [...inYaml, own].flatMap(({ text, status }) =>
    status ? [statusChoices(text, status)] : [],
  );
  return choices.find(({ values }) => values.length > 0) ?? { values: [], isClosed: false };
}

async function templateChoices({ template }: Workspace): Promise<StatusChoices> {
  if (!template) return choicesOfTemplate('');
  const folder = template.hasCompanions ? path.dirname(template.path) : undefined;
  const places = [template.path, ...(folder === undefined ? [] : [folder])];
  return choicesOfTemplate(
    await loadTemplateText(template),
    places.flatMap((place) => headsBeside(place, textOnDisk)).map(({ text }) => text),
  );
}

/** What a template that ships with the program is known to have, or its form; others may be used beside them. */
function choicesOfPreset(
  template: Workspace['template'],
  used: readonly string[],
): StatusChoices | undefined {
  const { statuses, isPreset = false } = template ?? {};
  if (!statuses) return undefined;
  if (isPreset) return { values: [...statuses], isClosed: false };
  // Records of a known form have its statuses, in their own letters, where they have no others.
  const known = new Set(statuses.map(statusWord));
  const [model = ''] = used;
  return used.every((each) => known.has(statusWord(each)))
    ? { values: statuses.map((each) => lettersLike(each, model)), isClosed: false }
    : undefined;
}
