import { adoptMarkdown, adoptYaml } from '../../src/template/adopt/adopt.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import type { Template } from '../../src/template/template.ts';

type Hints = Parameters<typeof adoptMarkdown>[1];

/** A template of plain Markdown, as one of a repository is adopted, with a `kep.yaml` beside it where one is given. */
export async function adoptedTemplate(
  text: string,
  hints: Hints,
  yaml?: string,
): Promise<Template> {
  const { handlebars, places, added } = adoptMarkdown(text, hints);
  const { fill } = await compileTemplate(handlebars, 'template.md', true);
  const companions =
    yaml === undefined
      ? []
      : [
          {
            path: 'kep.yaml',
            text: yaml,
            mode: 0o644,
            content: await compileTemplate(adoptYaml(yaml), 'kep.yaml', true),
          },
        ];
  return {
    label: 'template.md',
    fill,
    places,
    added,
    own: [],
    text,
    isAdopted: true,
    usesAuthor: true,
    companions,
  };
}
