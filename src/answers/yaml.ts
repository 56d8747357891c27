import { type Document, parseDocument } from 'yaml';
import { orUndefined } from '../or-undefined.ts';

/** The keys of a YAML text as JSON, and its errors; undefined if it has no value. */
export function yamlOf(text: string): { json: unknown; errors: Document['errors'] } {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  return { json: orUndefined(() => document.toJS() as unknown), errors: document.errors };
}
