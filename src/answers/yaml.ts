import { type Document, parseDocument } from 'yaml';
import { orUndefined } from '../or-undefined.ts';

/** The keys of a text of YAML as JSON, and what is wrong with it; undefined where it stands for nothing. */
export function yamlOf(text: string): { json: unknown; errors: Document['errors'] } {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return { json: orUndefined(() => document.toJS() as unknown), errors: document.errors };
}
