import { type Edit, orElse } from './handlebars.ts';

/** `{{title}}` and `{{date:YYYY-MM-DD}}` as note-taking programs write them, in a template whose braces are words. */
export function braceEdits(prose: string, front: number): Edit[] {
  return [...prose.matchAll(/\{\{ ?(title|date)(?::([YMD./-]{2,12}))? ?\}\}/g)].flatMap(
    ({ index, 0: whole, 1: name = '', 2: form }) => {
      if (index < front) return [];
      const code = form === undefined ? `{{${name}}}` : `{{date "${form}"}}`;
      return { start: index, end: index + whole.length, parts: orElse(name, code, whole) };
    },
  );
}
