import { orUndefined } from '../../or-undefined.ts';

/** The address of a heading within its page, as GitHub makes it: lower case, spaces to hyphens, no punctuation. */
export function anchorOf(title: string): string {
  const lower = title.toLowerCase();
  const kept = /^[\w -]*$/.test(lower) ? lower : lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '');
  return kept.replaceAll(' ', '-');
}

/** What GitHub makes an address of: a title without the addresses of its links, emphasis, HTML and its characters. */
export function anchorWords(title: string): string {
  if (/^[\w -]*$/.test(title) && !title.includes('_')) return title;
  return title
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])|<[^<>]*>/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/&(?:amp|lt|gt|quot);/g, '');
}

/** The addresses of headings in their order; one that is there again gets a number. */
export function anchorsOf(titles: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return titles.map((title) => {
    const anchor = anchorOf(title);
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** The address of a heading as a link writes it, which may escape letters, and may have what GitHub puts before it. */
export function decodedAnchor(text: string): string {
  const bare = text.replace(/^user-content-/, '');
  return (orUndefined(() => decodeURIComponent(bare)) ?? bare).toLowerCase();
}
