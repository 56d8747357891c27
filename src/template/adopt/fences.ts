/**
 * The template that a page shows in a fence which is called Markdown; undefined for a page that is the template
 * itself.
 */
export function shownTemplate(document: string): string | undefined {
  // Two fences or more are examples, and are not gone through.
  if ((document.match(/^(?:`{3,}|~{3,})[ \t]*(?:markdown|md)\b/gim)?.length ?? 0) !== 1)
    return undefined;
  const fences = [
    ...document.matchAll(/^(`{3,}|~{3,})[ \t]*(?:markdown|md)\b[^\n]*\n([\s\S]*?)\n\1[ \t]*$/gim),
  ];
  const [fence, ...others] = fences;
  const [whole = '', , inside = ''] = fence ?? [];
  if (!fence || others.length > 0) return undefined;
  const headings = (text: string) => text.match(/^#{1,6}[ \t]+\S/gm)?.length ?? 0;
  const outside = document.slice(0, fence.index) + document.slice(fence.index + whole.length);
  return headings(inside) >= 2 && headings(outside) <= headings(inside)
    ? `${inside.trimEnd()}\n`
    : undefined;
}

/**
 * The range of a fence without a language near the top, or of indented lines at the top or right below the title, in
 * which every line has a label: metadata in a preamble. Offsets are UTF-16 units.
 */
export function preamble(document: string): { start: number; end: number } | undefined {
  const top = document.slice(0, LONGEST_PREAMBLE).replace(/\r\n/g, ' \n');
  const [whole, title = '', indented = ''] =
    /^((?:#[ \t][^\n]*\n(?:[ \t]*\n)+)?)((?: {4}[A-Za-z][\w -]{0,30}:[^\n]*\n){2,})/.exec(top) ??
    [];
  if (whole !== undefined) return { start: title.length, end: title.length + indented.length };
  const found = /^(`{3,}|~{3,})[ \t]*\n((?:[A-Za-z][\w -]{0,30}:[^\n]*\n)+)\1[ \t]*$/m.exec(top);
  if (!found) return undefined;
  const [fence, , lines = ''] = found;
  const start = found.index + fence.indexOf(lines);
  return { start, end: start + lines.length };
}

const LONGEST_PREAMBLE = 4000;
