import path from 'node:path';
import {
  type FoundProposal,
  type ListedProposal,
  listProposals,
} from '../../workspace/find-proposal.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { TemplatesHere } from '../templates-here.ts';
import { isTemplateHere } from '../upgrade/known-templates.ts';
import type { TemplateSource } from '../upgrade/template-source.ts';
import { proposalMeant } from '../which-proposal.ts';
import type { CheckCall } from './check-call.ts';
import type { CheckContext } from './check-snapshot.ts';
import type { Severities } from './filters/severities.ts';

/** What is checked, and how. */
export interface CheckScope {
  call: CheckCall;
  context: CheckContext;
  severities: Severities;
  /** Those that the call names. */
  chosen: readonly FoundProposal[];
  all: readonly ListedProposal[];
}

/** The proposals that a call asks about, and all that there are, those that it names with them. */
export function proposalsOf(
  call: CheckCall,
  workspace: Workspace,
  sources: TemplatesHere<{ source: TemplateSource }>,
): { chosen: readonly FoundProposal[]; all: readonly ListedProposal[] } {
  const listed = listProposals(workspace).filter(
    ({ file }) => !isTemplateHere(file, sources, workspace),
  );
  const named = call.proposals.map((word) => proposalMeant(word, workspace, 'check'));
  const others = named.filter(({ file }) => !listed.some((each) => each.file === file));
  const strays = others.map((each) => strayProposal(each));
  const byFile = new Map(named.map((each) => [each.file, each]));
  const all = [
    ...listed.map((each) => ({ ...each, isNamed: byFile.get(each.file)?.isNamed ?? false })),
    ...strays,
  ];
  return { chosen: named.length > 0 ? [...byFile.values()] : listed, all };
}

/** A proposal that was named and is not among the others. */
function strayProposal(found: FoundProposal): ListedProposal {
  const name = path.basename(found.file);
  const directory = path.dirname(found.file);
  return { ...found, directory, name, isFile: true, number: undefined, slug: name };
}
