/** What a marker says, in brackets, emphasised, or set off from the title. */
const OPTIONAL = 'optional(?:[,;:][^\\])}]*)?';
const APPLICABLE = '(?:if|when|where|as) (?:applicable|needed|relevant|necessary|required|any)';
const ALWAYS = 'required|mandatory';
const MARKER = new RegExp(
  [
    `[*_]{0,2}[[({<]\\s*[*_]{0,2}(?:${OPTIONAL}|${APPLICABLE}|${ALWAYS})[*_]{0,2}\\s*[\\])}>][*_]{0,2}`,
    `[*_]{1,2}(?:${OPTIONAL}|${APPLICABLE})[*_]{1,2}`,
    `(?:[ \\t]+[-–—]+|[,:])[ \\t]+(?:optional|${APPLICABLE})(?=[ \\t]*(?:#*[ \\t]*)?$)`,
    '(?<=^[ \\t#]*)optional:[ \\t]+',
  ].join('|'),
  'gim',
);

/** A word of a marker; looked for first, since most titles have none. */
const WORD = /optional|if |when |where |as |required|mandatory/i;

const MARKER_WITH_GAP = new RegExp(`[ \\t]*(?:${MARKER.source})`, 'gim');

/** Whether a template section is written: `optional` unless asked for, `applicable` unless dropped. */
export type Marker = 'always' | 'applicable' | 'optional';

/** The marker in a template heading: `[optional]`, `(optional)`, `[if applicable]` and the like, or none. */
export function markerOf(title: string): Marker {
  const [marker] = WORD.test(title) ? (title.match(MARKER) ?? []) : [];
  if (marker === undefined || /required|mandatory/i.test(marker)) return 'always';
  return /optional/i.test(marker) ? 'optional' : 'applicable';
}

/** The title without its marker. */
export function withoutMarker(title: string): string {
  const text = WORD.test(title) ? title.replace(MARKER, '') : title;
  return text.replace(/\s+/g, ' ').trim();
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
  if (!WORD.test(line)) return line;
  return line.replace(MARKER_WITH_GAP, (marker: string, at: number) =>
    // A marker that begins a title leaves the space behind the hashes.
    /#$/.test(line.slice(0, at)) && /\s$/.test(marker) ? ' ' : '',
  );
}
