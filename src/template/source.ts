import path from 'node:path';
import fs from 'fs-extra';
import { Failure, messageOf } from '../failure.ts';
import { adoptMarkdown, adoptYaml } from './adopt/adopt.ts';
import { compileTemplate, type Fill } from './compile.ts';
import { hasExpressions } from './literal.ts';
import type { Template } from './template.ts';
import { PLACES, type Place } from './values.ts';

/** Where a template lies. */
export interface TemplateSource {
  /** Absolute; a file, or a directory with a main document. */
  path: string;
  /** How the user knows it. */
  name: string;
  /** The directory that it may not lie outside of, links followed, unless the user named it. */
  within?: string;
  /** Whether the number is that of an issue or pull request. */
  isAssigned?: boolean;
  /** Whether what lies beside the main document comes along. */
  hasCompanions?: boolean;
  /** Whether it ships with the program, and is known by its name alone. */
  isPreset?: boolean;
}

/** A file of a template that comes along with the main document. */
export interface Companion {
  /** From the template's directory, with `/`; placeholders included. */
  path: string;
  /** Its text; bytes are copied as they are. */
  content: { fill: Fill } | { bytes: Buffer };
}

/** Bytes; the largest proposal known has 447 KB. */
const LARGEST_TEMPLATE = 2_000_000;

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
  const common = { source: source.isPreset ? source.name : main.name, text, companions };
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
    const name = `${path.posix.dirname(directory.name)}/${relative}`;
    const content = await contentOf({ ...directory, path: file, name }, isHandlebars);
    companions.push({ path: relative, content });
  }
  return companions;
}

async function contentOf(
  file: TemplateSource,
  isHandlebars: boolean,
): Promise<Companion['content']> {
  const bytes = readBytes(file);
  const text = /\.(?:ya?ml|md|markdown|json|txt)$/i.test(file.path) ? decoded(bytes) : undefined;
  if (text === undefined) return { bytes };
  if (isHandlebars) {
    return hasExpressions(text)
      ? { fill: (await compileTemplate(text, file.name)).fill }
      : { bytes };
  }
  if (!/\.ya?ml$/i.test(file.path)) return { bytes };
  return { fill: (await compileTemplate(adoptYaml(text), file.name, true)).fill };
}

function readText(file: TemplateSource): string {
  const text = decoded(readBytes(file));
  if (text === undefined) throw unusable(file.name, 'it is not UTF-8 text');
  return text;
}

function readBytes(file: TemplateSource): Buffer {
  const target = attempted(file, () => fs.realpathSync(file.path));
  refuseOutside(file, target);
  const { size } = attempted(file, () => fs.statSync(target));
  if (size > LARGEST_TEMPLATE)
    throw unusable(file.name, `${size} bytes are more than a template has`);
  return attempted(file, () => fs.readFileSync(target));
}

function refuseOutside({ name, path: file, within }: TemplateSource, target: string): void {
  if (within === undefined) return;
  const relative = path.relative(fs.realpathSync(within), target);
  if (!relative.startsWith('..') && !path.isAbsolute(relative)) return;
  throw Failure.usage(
    'invalid-template',
    `${name}: the template lies outside the repository: ${target}`,
    {
      hint: `To use it all the same, pass --template ${file}`,
    },
  );
}

function decoded(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function attempted<T>({ name }: TemplateSource, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Failure ? error : unusable(name, messageOf(error), error);
  }
}

function unusable(name: string, reason: string, cause?: unknown): Failure {
  return Failure.usage('invalid-template', `${name}: ${reason}`, {
    hint: '--template takes a Markdown file, a directory with one, or a name of --list-templates',
    cause,
  });
}
