import path from 'node:path';
import { relativePath } from '../../disk/inside.ts';
import { isYamlFile } from '../../file-names.ts';
import { shownTemplate } from '../../template/adopt/fences.ts';
import { mainDocumentOf } from '../../template/load.ts';
import { loadTemplate, loadTemplateText } from '../../template/load-template.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The template of today, and where it is kept. */
export interface TemplateSource {
  label: string;
  text: string;
  /** What a text is that it had earlier; undefined where it cannot be read any more. */
  read: (text: string) => Promise<string | undefined>;
  /** From the root of the work tree, with `/`; undefined where it is no file there. */
  path: string | undefined;
  /** Why there are no earlier versions. */
  isPreset: boolean;
  isSiblings: boolean;
  /** The YAML files beside it, by name. */
  companions: ReadonlyMap<string, string>;
}

/** Whether a file is the template, and no proposal. */
export function isTemplateItself(
  file: string,
  { path: own }: Pick<TemplateSource, 'path'>,
  { survey }: Pick<Workspace, 'survey'>,
): boolean {
  return own !== undefined && path.normalize(file) === path.join(survey.root, own);
}

/** @throws Failure when the template cannot be read or used */
export async function templateSource({
  template: location,
  survey,
}: Pick<Workspace, 'template' | 'survey'>): Promise<TemplateSource> {
  const template = await loadTemplate(location);
  const isSiblings = location?.text !== undefined;
  const yaml = template.companions.filter((each) => isYamlFile(each.path));
  const companions = new Map(yaml.map((each) => [each.path, each.text]));
  const common = { label: location?.name ?? template.label, isSiblings, companions };
  if (!location || location.isPreset || isSiblings) {
    const text = await loadTemplateText(location);
    return { ...common, text, read: async () => undefined, path: undefined, isPreset: !isSiblings };
  }
  const file = relativePath(survey.root, mainDocumentOf(location));
  const isInside = file !== '' && !file.startsWith('../') && !path.isAbsolute(file);
  const read = template.isAdopted ? async (text: string) => shownTemplate(text) ?? text : filled;
  return {
    ...common,
    text: (await read(template.text)) ?? template.text,
    read,
    path: isInside ? file : undefined,
    isPreset: false,
  };
}

/** A Handlebars template as authors see it where there are no answers. */
async function filled(text: string): Promise<string | undefined> {
  const { compileTemplate } = await import('../../template/compile.ts');
  const { HiddenWords } = await import('../../template/hidden-words.ts');
  const { EMPTY_VALUES } = await import('../../template/values.ts');
  try {
    const { fill } = await compileTemplate(text, 'template');
    return fill(EMPTY_VALUES, new HiddenWords());
  } catch {
    return undefined;
  }
}
