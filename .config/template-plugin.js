import { readFile } from 'node:fs/promises';
import Handlebars from 'handlebars';

/**
 * Rolldown and Vite plugin: importing a Markdown template gives its precompiled Handlebars
 * specification, so that the built-in template needs no compiler at run time.
 */
export function handlebarsTemplates() {
  return {
    name: 'handlebars-templates',
    async load(id) {
      if (!id.endsWith('.md')) return null;
      const source = await readFile(id, 'utf8');
      const specification = Handlebars.precompile(source, { noEscape: true, strict: true });
      return { code: `export const specification = ${specification};`, moduleType: 'js' };
    },
  };
}
