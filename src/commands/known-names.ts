import { FINDING_CODES } from '../document/findings/finding.ts';
import { templateSections } from '../document/sections/template-sections.ts';
import type { Environment } from '../environment.ts';
import { PRESETS } from '../presets.ts';
import { loadTemplateText } from '../template/load-template.ts';
import { listProposals } from '../workspace/find-proposal.ts';
import { vocabularyIn } from './state/vocabulary-in.ts';
import { openExistingWorkspace } from './workspace-of-call.ts';

interface KnownName {
  value: string;
  description: string;
}

/** What may be named in a folder. */
export interface KnownNames {
  proposals: KnownName[];
  sections: KnownName[];
  statuses: KnownName[];
  templates: KnownName[];
  codes: KnownName[];
}

/** What may be named where the program runs; nothing of a folder where it cannot be read. */
export async function knownNames(environment: Environment): Promise<KnownNames> {
  const bare = (value: string): KnownName => ({ value, description: '' });
  const always = {
    templates: PRESETS.map(({ name, about }) => ({ value: name, description: about })),
    codes: FINDING_CODES.map(bare),
  };
  try {
    const workspace = await openExistingWorkspace({}, environment);
    const sections = templateSections(await loadTemplateText(workspace.template));
    const { values } = await vocabularyIn(workspace);
    return {
      ...always,
      proposals: listProposals(workspace).map(({ number, name, shown }) => ({
        value: number === undefined ? shown : String(number),
        description: name,
      })),
      sections: sections.map(({ id, title }) => ({ value: id, description: title })),
      statuses: values.map(bare),
    };
  } catch {
    return { ...always, proposals: [], sections: [], statuses: [] };
  }
}
