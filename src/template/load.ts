import path from 'node:path';
import fs from 'fs-extra';
import { decoded } from '../disk/decoded.ts';
import { relativePath } from '../disk/inside.ts';
import { isYamlFile, MARKDOWN_EXTENSIONS } from '../file-names.ts';
import { adoptMarkdown, adoptYaml } from './adopt/adopt.ts';
import { shownTemplate } from './adopt/fences.ts';
import { compileTemplate } from './compile.ts';
import { hasExpressions } from './detect-expressions.ts';
import {
  readBytes,
  readingTemplate,
  readText,
  type TemplateLocation,
  unusableError,
} from './read-file.ts';
import type { Companion, Template } from './template.ts';
import { ANSWER_NAMES, PLACES } from './values.ts';

const MOST_COMPANIONS = 100;

const MAIN_DOCUMENTS = new RegExp(`^(?:readme|_?index)${MARKDOWN_EXTENSIONS}(?:\\.hbs)?$`, 'i');
const MARKDOWN = new RegExp(`${MARKDOWN_EXTENSIONS}(?:\\.(?:hbs|template|tmpl))?$|\\.hbs$`, 'i');

/**
 * Loads the template of a file or directory.
 * @throws Failure when it cannot be read, is no text, or lies outside
 */
export async function loadFrom(location: TemplateLocation): Promise<Template> {
  const main: MainDocument = location.text === undefined ? locateMain(location) : location;
  const text = location.text ?? readText(main);
  const isHandlebars =
    location.text === undefined && (/\.hbs$/i.test(main.path) || hasExpressions(text));
  const companions =
    main.directory === undefined
      ? []
      : await companionsIn({ ...location, path: main.directory }, main.path, isHandlebars);
  const front = location.siblings?.front ?? '';
  const usesAuthor = [text, front, ...companions.map((each) => each.text)].some((each) =>
    /author|propos(?:er|ed by)|(?:submitted|written) by|creator|your (?:full )?name|<you>|decider|autor|auteur|verfasser|автор|[作著]者|[提起作][案出成]者|提案人|[작제][성안]자|yazar/iu.test(
      each,
    ),
  );
  const common = {
    label: location.isPreset ? location.name : main.name,
    text,
    companions,
    usesAuthor,
  };
  if (isHandlebars) {
    const { fill, expressions } = await compileTemplate(text, main.name);
    const places = PLACES.filter((place) => expressions.known.has(ANSWER_NAMES[place]));
    return {
      ...common,
      fill,
      own: expressions.own,
      places: new Set(places),
      added: new Set(),
      isAdopted: false,
    };
  }
  const { handlebars, places, added } = adoptMarkdown(shownTemplate(text) ?? text, location);
  const { fill } = await compileTemplate(handlebars, main.name, true);
  return { ...common, fill, own: [], places, added, isAdopted: true };
}

/**
 * The file of a template's main document.
 * @throws Failure when there is none
 */
export function mainDocumentOf(location: TemplateLocation): string {
  return locateMain(location).path;
}

interface MainDocument extends TemplateLocation {
  directory?: string;
}

function locateMain(location: TemplateLocation): MainDocument {
  const stat = readingTemplate(location, () => fs.statSync(location.path));
  if (!stat.isDirectory()) {
    if (/\.(?:ya?ml|json|toml)$/i.test(location.path))
      throw unusableError(
        location.name,
        'it is not Markdown (a file of answers is read by --from)',
      );
    const directory = location.hasCompanions ? { directory: path.dirname(location.path) } : {};
    return { ...location, ...directory };
  }
  const documents = readingTemplate(location, () => fs.readdirSync(location.path))
    .filter((name) => MARKDOWN.test(name))
    .sort();
  const main = documents.find((name) => MAIN_DOCUMENTS.test(name)) ?? documents[0];
  if (main === undefined) throw unusableError(location.name, 'it contains no Markdown file');
  return {
    ...location,
    path: path.join(location.path, main),
    name: `${location.name.replace(/(?<![/\\])[/\\]+$/, '')}/${main}`,
    directory: location.path,
  };
}

/** @param isHandlebars whether the main document has expressions; where it has none, braces are text */
async function companionsIn(
  directory: TemplateLocation,
  main: string,
  isHandlebars: boolean,
): Promise<Companion[]> {
  const entries = readingTemplate(directory, () =>
    fs.readdirSync(directory.path, { recursive: true, withFileTypes: true }),
  );
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file !== main)
    .sort();
  if (files.length > MOST_COMPANIONS) {
    throw unusableError(directory.name, `it has ${files.length} files beside the main document`);
  }
  const companions: Companion[] = [];
  for (const file of files) {
    const relative = relativePath(directory.path, file);
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
  { text, path: file, name }: TemplateLocation & { text: string },
  isHandlebars: boolean,
): Promise<Companion['content']> {
  const asItIs = { bytes: Buffer.from(text) };
  if (isHandlebars) {
    return hasExpressions(text) ? { fill: (await compileTemplate(text, name)).fill } : asItIs;
  }
  if (!isYamlFile(file)) return asItIs;
  return { fill: (await compileTemplate(adoptYaml(text), name, true)).fill };
}

function shownDirectory({ name, hasCompanions }: TemplateLocation): string {
  return hasCompanions ? path.posix.dirname(name) : name.replace(/(?<![/\\])[/\\]+$/, '');
}
