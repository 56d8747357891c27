import type { Environment } from '../environment.ts';
import { PRESETS } from '../presets.ts';
import type { TemplateList } from '../report/templates.ts';
import { openHome } from '../workspace/home.ts';

export interface TemplatesCall {
  directory?: string;
}

/** The templates that can be had by name, and the one that is used here. */
export async function listTemplates(
  { directory }: TemplatesCall,
  environment: Environment,
): Promise<TemplateList> {
  const wish = { ...(directory !== undefined && { directory }), anyArea: true };
  // Of several directories, the likeliest is the first.
  const home = await openHome(environment, wish, async ({ choices }) => choices[0]);
  return {
    command: 'templates',
    templates: PRESETS.map(({ name, about }) => ({ name, about })),
    used: home.template?.name ?? PRESETS[0]?.name ?? '',
  };
}
