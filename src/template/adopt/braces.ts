import { replaceComments } from '../../document/markdown/comments.ts';
import type { Heading } from '../../document/markdown/heading.ts';
import { type Edit, orElse } from './handlebars.ts';

const NAMED = /\{\{ ?(title|date|author|number)(?::([YMD./-]{2,12}))? ?\}\}/gi;

/**
 * `{{title}}` and `{{date:YYYY-MM-DD}}` as note-taking programs write them, in a template whose braces are words, and the
 * branch that a specification is written on.
 */
export function braceEdits(prose: string, front: number): Edit[] {
  const named = [...prose.matchAll(NAMED)].flatMap(({ index, 0: whole, 1: word = '', 2: form }) => {
    if (index < front) return [];
    const name = word.toLowerCase();
    const code = form === undefined ? `{{${name}}}` : `{{date "${form}"}}`;
    return { start: index, end: index + whole.length, parts: orElse(name, code, whole) };
  });
  const branches = [...prose.matchAll(/\[###-feature-name\]/g)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    parts: orElse('number', '{{number}}-{{slug}}', whole),
  }));
  return [...named, ...branches];
}

/** The title in sentences such as `This RFC proposes [title].`, where the same stands for it in the heading. */
export function namedTitleEdits(prose: string, { title, bodyStart }: Heading): Edit[] {
  const [held] = /[[<{](?:[a-z]+ )?title[\]>}]/i.exec(title) ?? [];
  if (held === undefined) return [];
  const shown = replaceComments(prose, (words) => ' '.repeat(`<!--${words}-->`.length));
  const word = held.slice(1, -1);
  // Before an address, or beside another bracket, it is a link or of another tool.
  const holes = shown.matchAll(
    new RegExp(`(?<![[{<\\\\])\\${held.charAt(0)}${word}\\${held.slice(-1)}(?![([:\\]}>])`, 'gi'),
  );
  return [...holes].flatMap(({ index, 0: hole }) =>
    index < bodyStart
      ? []
      : { start: index, end: index + hole.length, parts: orElse('title', '{{title}}', hole) },
  );
}
