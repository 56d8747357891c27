import { readFile } from 'node:fs/promises';
import Handlebars from 'handlebars';

/** A template without answers: it then says what it says for the author. */
const EMPTY = {
  title: '',
  number: '',
  slug: '',
  date: '',
  summary: '',
  goals: [],
  nonGoals: [],
  stories: [],
};

/**
 * Rolldown and Vite plugin: importing a Markdown template gives its precompiled Handlebars
 * specification, so that the built-in template needs no compiler at run time, and its text without
 * answers, for which nothing of Handlebars is needed.
 */
export function handlebarsTemplates() {
  return {
    name: 'handlebars-templates',
    async load(id) {
      if (!id.endsWith('.md')) return null;
      const source = await readFile(id, 'utf8');
      const options = { noEscape: true, strict: true };
      const specification = Handlebars.precompile(source, options);
      const text = Handlebars.compile(source, options)(EMPTY);
      const code = `export const specification = ${specification};\nexport const text = ${JSON.stringify(text)};`;
      return { code, moduleType: 'js' };
    },
  };
}
