/** A text in one line, with one space for all white space in it, and none around it. */
export function foldedSpace(text: string): string {
  // To see that there is nothing to fold is several times faster than to fold it.
  return /^\s|\s\s|[^\S ]|\s$/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
