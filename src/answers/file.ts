import { LineCounter, parseDocument } from 'yaml';
import { Failure, messageOf } from '../failure.ts';
import { type Answers, parseAnswers } from './answers.ts';

/**
 * Reads the text of an answers file, YAML or JSON.
 * @throws Failure with the line and column of a syntax error, or with every wrong key and type
 */
export function parseAnswersFile(text: string, name: string): Answers {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const value = json(text);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const [error] = document.errors;
  const twice = document.errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (value !== undefined && twice) throw invalid(at(twice.pos[0]), twice.message);
  if (value === undefined && error) {
    throw invalid(at(error.pos[0]), error.message);
  }
  return parseAnswers(value ?? plain(document, name), (path) => {
    const offset = offsetOf(document, path);
    return [offset === undefined ? name : at(offset), pathText(path)].filter(Boolean).join(': ');
  });
}

function invalid(place: string, message: string): Failure {
  return Failure.usage('invalid-answers', `${place}: ${message}`, {
    hint: 'An answers file is YAML or JSON, for example: title: "My proposal"',
  });
}

/** YAML forbids the tabs that JSON is often indented with. */
function json(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function plain(document: ReturnType<typeof parseDocument>, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw Failure.usage('invalid-answers', `${name}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]) {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return node.range[0];
  }
  return undefined;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );
}
