import path from 'node:path';
import fs from 'fs-extra';
import { adoptMarkdown, adoptYaml } from './adopt/adopt.ts';
import { compileTemplate, type Fill } from './compile.ts';
import { hasExpressions } from './detect-expressions.ts';
import {
  attempted,
  decoded,
  readBytes,
  readText,
  type TemplateSource,
  unusable,
} from './read-file.ts';
import type { Template } from './template.ts';
import { PLACES, type Place } from './values.ts';

/** A file of a template that comes along with the main document. */
export interface Companion {
  /** From the template's directory, with `/`; placeholders included. */
  path: string;
  /** Its text; bytes are copied as they are. */
  content: { fill: Fill } | { bytes: Buffer };
  /** As it is in the template; empty for what is no text. */
  text: string;
  mode: number;
}

/** Files; what has more is not a template but a project. */
const MOST_COMPANIONS = 100;

const MAIN_DOCUMENTS = /^(?:readme|_?index)\.(?:md|markdown|mdx)(?:\.hbs)?$/i;
const MARKDOWN = /\.(?:md|markdown|mdx)(?:\.(?:hbs|template|tmpl))?$|\.hbs$/i;

/**
 * Loads the template of a file or directory.
 *
 * @throws Failure when it cannot be read, is no text, or lies outside
 */
export async function loadSource(source: TemplateSource): Promise<Template> {
  const main = mainDocument(source);
  const text = readText(main);
  const isHandlebars = /\.hbs$/i.test(main.path) || hasExpressions(text);
  const companions =
    main.directory === undefined
      ? []
      : await companionsIn({ ...source, path: main.directory }, main.path, isHandlebars);
  const usesAuthor = [text, ...companions.map((each) => each.text)].some((each) =>
    /author|proposer|decider/i.test(each),
  );
  const common = {
    source: source.isPreset ? source.name : main.name,
    text,
    companions,
    usesAuthor,
  };
  if (isHandlebars) {
    const { fill, expressions } = await compileTemplate(text, main.name);
    const places = PLACES.filter((place) => expressions.known.has(NAMES[place]));
    return { ...common, fill, own: expressions.own, places: new Set(places), isAdopted: false };
  }
  const { source: adopted, places } = adoptMarkdown(text, source.isAssigned ?? false);
  const { fill } = await compileTemplate(adopted, main.name, true);
  return { ...common, fill, own: [], places, isAdopted: true };
}

/** How expressions name the answers. */
const NAMES: Readonly<Record<Place, string>> = {
  summary: 'summary',
  goals: 'goals',
  'non-goals': 'nonGoals',
  stories: 'stories',
};

interface MainDocument extends TemplateSource {
  /** The template's own directory, whose other files come along. */
  directory?: string;
}

function mainDocument(source: TemplateSource): MainDocument {
  const stat = attempted(source, () => fs.statSync(source.path));
  if (!stat.isDirectory()) {
    const directory = source.hasCompanions ? { directory: path.dirname(source.path) } : {};
    return { ...source, ...directory };
  }
  const documents = attempted(source, () => fs.readdirSync(source.path))
    .filter((name) => MARKDOWN.test(name))
    .sort();
  const main = documents.find((name) => MAIN_DOCUMENTS.test(name)) ?? documents[0];
  if (main === undefined) throw unusable(source.name, 'there is no Markdown file in it');
  return {
    ...source,
    path: path.join(source.path, main),
    name: `${source.name.replace(/[/\\]+$/, '')}/${main}`,
    directory: source.path,
  };
}

/** @param isHandlebars whether the main document has expressions; where it has none, braces are text */
async function companionsIn(
  directory: TemplateSource,
  main: string,
  isHandlebars: boolean,
): Promise<Companion[]> {
  const entries = attempted(directory, () =>
    fs.readdirSync(directory.path, { recursive: true, withFileTypes: true }),
  );
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== main)
    .sort();
  if (files.length > MOST_COMPANIONS) {
    throw unusable(directory.name, `it has ${files.length} files beside the main document`);
  }
  const companions: Companion[] = [];
  for (const file of files) {
    const relative = path.relative(directory.path, file).split(path.sep).join('/');
    const name = `${shownDirectory(directory)}/${relative}`;
    const companion = { ...directory, path: file, name };
    const bytes = readBytes(companion);
    const text = /\.(?:ya?ml|md|markdown|json|txt)$/i.test(file) ? decoded(bytes) : undefined;
    const content =
      text === undefined ? { bytes } : await contentOf({ ...companion, text }, isHandlebars);
    companions.push({ path: relative, content, text: text ?? '', mode: fs.statSync(file).mode });
  }
  return companions;
}

async function contentOf(
  { text, path: file, name }: TemplateSource & { text: string },
  isHandlebars: boolean,
): Promise<Companion['content']> {
  const asItIs = { bytes: Buffer.from(text) };
  if (isHandlebars) {
    return hasExpressions(text) ? { fill: (await compileTemplate(text, name)).fill } : asItIs;
  }
  if (!/\.ya?ml$/i.test(file)) return asItIs;
  return { fill: (await compileTemplate(adoptYaml(text), name, true)).fill };
}

/** The template's directory as the user knows it: the name is that of the directory, or of its main document. */
function shownDirectory({ name, hasCompanions }: TemplateSource): string {
  return hasCompanions ? path.posix.dirname(name) : name.replace(/[/\\]+$/, '');
}
