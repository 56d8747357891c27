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
