import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Handlebars from 'handlebars';
import { rolldown } from 'rolldown';
import { importBundled } from './import-bundled.js';

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
 * specification, so that the built-in template needs no compiler at run time, its text without
 * answers, for which nothing of Handlebars is needed, and the sections of that, which take 3 ms to find.
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
      // What a section explains stands in the text.
      const sections = (await sectionsOf(text)).map(({ guidance: _, ...section }) => section);
      const code = [
        `export const specification = ${specification};`,
        `export const text = ${JSON.stringify(text)};`,
        `export const sections = ${JSON.stringify(sections)};`,
      ].join('\n');
      return { code, moduleType: 'js' };
    },
  };
}

/** The sections of a template, as the program itself finds them. */
async function sectionsOf(text) {
  const input = path.join(import.meta.dirname, '../src/document/sections/template-sections.ts');
  const { templateSections } = await importBundled(rolldown({ input, platform: 'node' }));
  return templateSections(text);
}
