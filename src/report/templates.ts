/** What `--json` prints: the built-in templates, and the repository's own. */
export interface TemplateList {
  command: 'templates';
  templates: { name: string; about: string }[];
  /** The template that is used here without `--template`. */
  used: string;
}

/** The templates, one line each. */
export function templatesText({ templates, used }: TemplateList): string[] {
  const width = Math.max(...templates.map(({ name }) => name.length));
  const lines = templates.map(({ name, about }) => `${name.padEnd(width)}  ${about}`);
  return [...lines, '', `Used here: ${used}`, 'Use another one: --template <name or file>'];
}
