import { messageOf } from '../failure.ts';
import { ExpressionError, type Expressions, readExpressions } from './expressions.ts';
import { helpersFor } from './helpers.ts';
import type { HiddenWords } from './hidden-words.ts';
import { invalidTemplateError } from './read-file.ts';
import { EMPTY_VALUES, type TemplateValues } from './values.ts';

export type Fill = (values: TemplateValues, words: HiddenWords) => string;

export interface Compiled {
  fill: Fill;
  expressions: Expressions;
}

/**
 * Compiles the Handlebars of a template: values, the helpers, `if`, `unless` and `each`, and nothing that could
 * read a file, run code or reach a prototype.
 * @param keepsLines whether lines that hold nothing but a block's braces are written as they stand
 * @throws Failure with line and column of what is wrong
 */
export async function compileTemplate(
  source: string,
  name: string,
  keepsLines = false,
): Promise<Compiled> {
  const { default: library } = await import('handlebars');
  const Handlebars = library.create();
  // They would print, or look names up that nobody checked.
  Handlebars.unregisterHelper('log');
  Handlebars.unregisterHelper('lookup');
  try {
    const expressions = readExpressions(Handlebars.parse(source));
    const compiled = Handlebars.compile(source, {
      noEscape: true,
      strict: true,
      ignoreStandalone: keepsLines,
    });
    const empty = {
      ...EMPTY_VALUES,
      ...Object.fromEntries(expressions.own.map(({ name: own, kind }) => [own, NOTHING[kind]])),
    };
    return {
      expressions,
      fill: (values, words) => {
        const all = { ...empty, ...values };
        return compiled(all, { helpers: helpersFor(all, words) });
      },
    };
  } catch (error) {
    throw invalidTemplateError(placed(name, source, error), error);
  }
}

const NOTHING = { text: '', list: [], flag: false } as const;

function placed(name: string, source: string, error: unknown): string {
  if (error instanceof ExpressionError)
    return `${name}:${error.line}:${error.column}: ${error.message}`;
  const message = messageOf(error);
  const [, what = '', line = '', column = ''] = /^(.*) - (\d+):(\d+)$/s.exec(message) ?? [];
  if (line) return `${name}:${line}:${Number(column) + 1}: ${what}`;
  return parseError(name, source, message) ?? `${name}: ${message}`;
}

function parseError(name: string, source: string, message: string): string | undefined {
  const [, line = '', excerpt = '', arrow = '', expected = ''] =
    /^(?:Parse|Lexical) error on line (\d+)[:.].*?\n(.*)\n(-*)\^\n?(.*)$/s.exec(message) ?? [];
  if (!line) return undefined;
  const text = source.split('\n')[Number(line) - 1] ?? '';
  const before = excerpt.slice(0, arrow.length).replace(/^\.\.\./, '');
  const column = columnAfter(text, before);
  const found = /got '(\w+)'/.exec(expected)?.[1];
  const what =
    found === 'EOF' ? 'a block is not closed' : 'these braces do not contain an expression';
  return `${name}:${line}:${column}: ${what}: ${text.trim().slice(0, 60)}`;
}

function columnAfter(line: string, before: string): number {
  for (let length = before.length; length > 0; length--) {
    const at = line.indexOf(before.slice(-length));
    if (at >= 0) return at + length + 1;
  }
  return 1;
}
