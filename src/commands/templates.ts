import type { Environment } from '../environment.ts';
import { PRESETS } from '../presets.ts';
import type { TemplateList } from '../report/templates.ts';
import { openWorkspace } from '../workspace/workspace.ts';

export interface TemplatesCall {
  directory?: string;
}

/** The templates that can be had by name, and the one that is used here. */
export async function listTemplates(
  { directory }: TemplatesCall,
  environment: Environment,
): Promise<TemplateList> {
  const options = { ...(directory !== undefined && { directory }), anyArea: true };
  // Of several directories, the likeliest is the first.
  const workspace = await openWorkspace(environment, options, async ({ choices }) => choices[0]);
  return {
    command: 'templates',
    templates: PRESETS.map(({ name, about }) => ({ name, about })),
    used: workspace.template?.name ?? PRESETS[0]?.name ?? '',
  };
}
