import type { Heading } from '../../document/markdown/heading.ts';
import { type Edit, unless } from './handlebars.ts';

/** What explains the title right below its heading, which goes when there is a title. */
export function explanations(document: string, { bodyStart }: Heading): Edit[] {
  const edits: Edit[] = [];
  for (let from = bodyStart; ; ) {
    const block = blockAt(document, from);
    if (!block || !isAboutTitle(block.text)) return edits;
    edits.push({
      start: block.start,
      end: block.next,
      parts: unless('title', document.slice(block.start, block.next)),
    });
    from = block.next;
  }
}

function isAboutTitle(text: string): boolean {
  const [first = ''] = text
    .replace(/<!--/g, '')
    .trim()
    .split(/(?<=[.!?])\s/);
  // Lines with labels, and tables, say something of the proposal; links, people and what is in bold are for readers.
  if (/^<(?!!--)|\{\{/.test(text)) return false;
  if (!text.startsWith('<!--') && /^(?:\*\*|__)|\[[^[\]]*\]|@\w/.test(text)) return false;
  if (/^[ \t]*(?:[-*+][ \t]+|\|)?\W{0,4}[A-Z][\w ()/-]{0,30}\W{0,4}[:|]/m.test(text)) return false;
  if (/\b(?:copy|rename|file)\b/i.test(first)) return false;
  const isList = /^[-*] /.test(text);
  return /\btitle`?\b/i.test(isList ? text : first) && !text.startsWith('#');
}

function blockAt(document: string, from: number) {
  const rest = document.slice(from);
  const [blank = ''] = /^(?:[ \t]*\r?\n)*/.exec(rest) ?? [];
  const body = rest.slice(blank.length);
  const [text = ''] =
    (body.startsWith('<!--')
      ? /^<!--[\s\S]*?-->[^\n]*(?:\n|$)/
      : /^(?:(?!#)[^\n]*\S[^\n]*(?:\n|$))+/
    ).exec(body) ?? [];
  if (text === '') return undefined;
  const start = from + blank.length;
  const [after = ''] = /^(?:[ \t]*\r?\n)*/.exec(body.slice(text.length)) ?? [];
  return { text, start, next: start + text.length + after.length };
}
