import type { TemplatesCall } from '../cli/parse.ts';
import type { Environment } from '../environment.ts';
import { PRESETS } from '../presets.ts';
import { homeFor } from '../workspace/home.ts';
import { survey } from '../workspace/survey.ts';

/** What `--json` prints: the templates that ship with the program, and the repository's own. */
export interface TemplateList {
  command: 'list-templates';
  templates: { name: string; about: string }[];
  /** The template that is used here without `--template`. */
  used: string;
}

/** The templates that can be had by name, and the one that is used here. */
export async function listTemplates(
  { directory }: TemplatesCall,
  { cwd, variables }: Environment,
): Promise<TemplateList> {
  const around = await survey(cwd, directory, variables);
  const home = await homeFor(around, {
    ...(directory !== undefined && { directory }),
    anyArea: true,
  });
  const used = 'what' in home ? undefined : home.template?.name;
  return {
    command: 'list-templates',
    templates: PRESETS.map(({ name, about }) => ({ name, about })),
    used: used ?? PRESETS[0]?.name ?? '',
  };
}
