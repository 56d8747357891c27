/** Of a generated table of contents. */
export function staleContentsNote(path: string, line: number): string {
  return `the generated table of contents at ${path}:${line} is out of date: run its generator again`;
}

/** Of a link to a heading that was renamed. */
export function staleLinkNote(
  path: string,
  line: number,
  { old, now }: { old: string; now: string },
): string {
  return `${path}:${line} links to #${old}, which is now #${now}`;
}

/** Of a section that was asked for. */
export function notGainedNote(title: string): string {
  return `the template has not gained ${title} since: add it with --section`;
}
