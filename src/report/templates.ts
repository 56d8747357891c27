/** What `--json` prints: the templates that ship with the program, and the repository's own. */
export interface TemplateList {
  command: 'templates';
  templates: { name: string; about: string }[];
  /** The template that is used here without `--template`. */
  used: string;
}

/** The templates, a line each. */
export function templatesText({ templates, used }: TemplateList): string[] {
  const width = Math.max(...templates.map(({ name }) => name.length));
  const lines = templates.map(({ name, about }) => `${name.padEnd(width)}  ${about}`);
  return [...lines, '', `Used here: ${used}`, 'Another: --template <name or file>'];
}
