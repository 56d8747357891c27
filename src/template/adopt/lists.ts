import { type Edit, orElse } from './handlebars.ts';
import { isPlaceholder } from './placeholders.ts';

/** A list of people under a label such as `**Authors:**`, all of whom are stand-ins: the author takes their place. */
export function authorListEdits(document: string): Edit[] {
  const lists = document.matchAll(
    /^(?:\*\*|__)?(?:authors?(?:\(s\))?|proposers?):?(?:\*\*|__)?:?[ \t]*\r?\n(?:[ \t]*\r?\n)?((?:[ \t]*[-*+][ \t]+[^\r\n]+(?:\r?\n|$))+)/gim,
  );
  return [...lists].flatMap(({ index, 0: whole, 1: items = '' }) => {
    const people = items.trimEnd().split(/\r?\n/);
    const [bullet = ''] = /^[ \t]*[-*+][ \t]+/.exec(items) ?? [];
    if (!people.every((each) => isPlaceholder(each.replace(/^[ \t]*[-*+][ \t]+/, '')))) return [];
    const start = index + whole.length - items.length;
    const original = items.trimEnd();
    return {
      start,
      end: start + original.length,
      parts: orElse('author', `${bullet}{{author}}`, original),
    };
  });
}
