const MARKER = /[[(]\s*(optional|if applicable)\s*[\])]/giu;

/** Whether a template section is written: `optional` unless asked for, `applicable` unless dropped. */
export type Marker = 'always' | 'applicable' | 'optional';

/** The marker in a template heading: `[optional]` or `(optional)`, `[if applicable]`, or none. */
export function markerOf(title: string): Marker {
  const word = [...title.matchAll(MARKER)][0]?.[1]?.toLowerCase();
  if (word === undefined) return 'always';
  return word === 'optional' ? 'optional' : 'applicable';
}

/** The title without its marker. */
export function withoutMarker(title: string): string {
  return title.replace(MARKER, '').replace(/\s+/gu, ' ').trim();
}

/** The section id: the lower-case words of the title, without its marker, joined by hyphens. */
export function sectionId(title: string): string {
  const text = withoutMarker(title).toLowerCase();
  // Compiling the Unicode properties takes a millisecond that most titles need not spend.
  const words = /^[ -~]*$/.test(text) ? text.match(/[a-z0-9]+/g) : text.match(/[\p{L}\p{N}]+/gu);
  return words?.join('-') ?? '';
}

/** A heading line without its marker and the white space before it; all else stays. */
export function stripMarker(line: string): string {
  return line.replace(/[ \t]*[[(]\s*(?:optional|if applicable)\s*[\])]/giu, '');
}
