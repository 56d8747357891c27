import fs from 'fs-extra';
import { text as builtInText, specification } from '../../templates/enhancement.md';
import { Failure, messageOf } from '../failure.ts';

/** A proposal template, ready to be filled. */
export interface Template {
  /** `built-in`, or the path as the user gave it. */
  source: string;
  /** Fills the template. Every value a template may name has to be there. */
  fill(values: TemplateValues): string;
}

/** What the expressions of a template can name. */
export interface TemplateValues {
  title: string;
  /** The number, zero padded. */
  number: string;
  slug: string;
  /** The day, as `YYYY-MM-DD`. */
  date: string;
  summary: string;
  goals: readonly string[];
  nonGoals: readonly string[];
  stories: readonly { title: string; text: string }[];
}

/** Bytes; the largest proposal known has 447 KB. */
const LARGEST_TEMPLATE = 2_000_000;

/**
 * Loads the built-in template, or a Handlebars Markdown file.
 *
 * @param file where the file lies, and what the user called it
 * @throws Failure when the file cannot be read or is not a Handlebars template
 */
export async function loadTemplate(file?: { path: string; name: string }): Promise<Template> {
  if (!file) {
    const { default: Runtime } = await import('handlebars/runtime.js');
    return { source: 'built-in', fill: filler('built-in', Runtime.template(specification)) };
  }
  const source = await readTemplate(file);
  const { default: library } = await import('handlebars');
  const Handlebars = library.create();
  // It would print to standard output.
  Handlebars.unregisterHelper('log');
  try {
    // Compiling is lazy: only precompiling finds a syntax error now.
    Handlebars.precompile(source, { strict: true });
  } catch (error) {
    throw invalid(file.name, error);
  }
  const compiled = Handlebars.compile(source, { noEscape: true, strict: true });
  return { source: file.name, fill: filler(file.name, compiled) };
}

/**
 * What a template says for the author when there are no answers, with its markers.
 *
 * @throws Failure when the file cannot be read or is not a Handlebars template
 */
export async function loadTemplateText(file?: { path: string; name: string }): Promise<string> {
  if (!file) return builtInText;
  const { fill } = await loadTemplate(file);
  const empty = { title: '', number: '', slug: '', date: '', summary: '' };
  return fill({ ...empty, goals: [], nonGoals: [], stories: [] });
}

function filler(name: string, fill: (values: TemplateValues) => string): Template['fill'] {
  return (values) => {
    try {
      return fill(values);
    } catch (error) {
      throw invalid(name, error);
    }
  };
}

async function readTemplate({ path, name }: { path: string; name: string }): Promise<string> {
  try {
    const { size } = await fs.stat(path);
    if (size > LARGEST_TEMPLATE) throw new Error(`${size} bytes are more than a template has`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await fs.readFile(path),
    );
  } catch (error) {
    throw Failure.usage('invalid-template', `${name}: ${messageOf(error)}`, {
      hint: '--template takes a Markdown file with Handlebars expressions',
      cause: error,
    });
  }
}

function invalid(name: string, error: unknown): Failure {
  const message = messageOf(error);
  return Failure.usage('invalid-template', `${name}: ${message}`, {
    hint: 'A template can name: title, number, slug, date, summary, goals, nonGoals, stories',
    cause: error,
  });
}
