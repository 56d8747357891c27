import { foldedSpace } from '../folded-space.ts';

/** What a marker says, in brackets, emphasised, or set off from the title. */
const OPTIONAL = 'optional(?:[,;:][^[\\])}]*)?';
const APPLICABLE = '(?:if|when|where|as) (?:applicable|needed|relevant|necessary|required|any)';
const SET_OFF = `optional|${APPLICABLE}`;
/** The same in other languages, as translations of MADR and in-house templates have them; only in brackets. */
const OPTIONAL_ABROAD =
  'opcional|facultati(?:f|ve|vo|va|v)|optionn?el(?:le|les?|s)?|optionale?[sr]?|opzionale|optioneel|opcjonaln[aey]|необязательно|опционально|необов.язково|任意|省略可|オプション|可选|可選|选填|選填|선택(?: ?사항)?|isteğe bağlı';
const APPLICABLE_ABROAD =
  'falls (?:zutreffend|nötig|erforderlich)|bei bedarf|si (?:procede|aplica|es necesario|nécessaire)|le cas échéant|se (?:aplicável|necessário|necessario|applicabile)|если (?:применимо|нужно)|если необходимо|如适用|如適用|如有需要|該当する場合|必要に応じて|해당되는 경우';
/** With `*` and not `{0,n}`, which compiles to several times the code and costs every run a millisecond. */
const MARKER = new RegExp(
  [
    `[*_]*[[({<][ \\t*_]*(?:${OPTIONAL}|${APPLICABLE}|required|mandatory)[ \\t*_]*[\\])}>][*_]*`,
    `[[({（［【〔][ \\t]*(?:${OPTIONAL_ABROAD}|${APPLICABLE_ABROAD})[ \\t]*[\\])}）］】〕]`,
    `<!--[ \\t]*(?:${OPTIONAL}|${APPLICABLE}|${OPTIONAL_ABROAD}|${APPLICABLE_ABROAD})[ \\t.]*-->`,
    `[*_]+(?:${SET_OFF})[*_]+`,
    `(?:(?<=[ \\t])[-–—]+|[,:])[ \\t]+(?:${SET_OFF})(?=[ \\t#]*$)`,
    '(?<=^[ \\t#]*)optional:[ \\t]+',
  ].join('|'),
  'gim',
);

const WORD = new RegExp(
  `optional|if |when |where |as |required|mandatory|${OPTIONAL_ABROAD}|${APPLICABLE_ABROAD}`,
  'i',
);
const IS_OPTIONAL = new RegExp(`optional|${OPTIONAL_ABROAD}`, 'i');

/** Whether a template section is written: `optional` unless asked for, `applicable` unless dropped. */
export type Marker = 'always' | 'applicable' | 'optional';

/** The marker in a template heading: `[optional]`, `(optional)`, `[if applicable]` and the like, or none. */
export function markerOf(title: string): Marker {
  const [marker] = mayBeMarked(title) ? (title.match(MARKER) ?? []) : [];
  if (marker === undefined || /required|mandatory/i.test(marker)) return 'always';
  return IS_OPTIONAL.test(marker) ? 'optional' : 'applicable';
}

/** The title without its marker. */
export function withoutMarker(title: string): string {
  const text = mayBeMarked(title) ? title.replace(MARKER, '') : title;
  return foldedSpace(text);
}

/** The section id: the lower-case words of the title, without its marker, joined by hyphens. */
export function sectionId(title: string): string {
  // Most titles are plain words, and to compile the other expressions takes a run a millisecond.
  if (/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/i.test(title)) {
    return title.toLowerCase().replaceAll(' ', '-');
  }
  const text = withoutMarker(title.replace(/\{#[^{}]*\}[ \t]*$/, '')).toLowerCase();
  const words = /^[ -~]*$/.test(text) ? text.match(/[a-z0-9]+/g) : text.match(/[\p{L}\p{N}]+/gu);
  return words?.join('-') ?? '';
}

/** A heading line without its marker and the white space before it; all else stays. */
export function stripMarker(line: string): string {
  if (!mayBeMarked(line)) return line;
  let stripped = '';
  let from = 0;
  for (const { index, 0: marker } of line.matchAll(MARKER)) {
    const before = line.slice(from, index).trimEnd();
    // A marker that begins a title leaves the space after the hashes.
    const isFirst = /#$/.test(stripped + before) && /\s$/.test(marker);
    stripped += isFirst ? `${before} ` : before;
    from = index + marker.length;
  }
  return stripped + line.slice(from);
}

const LONGEST_HEADING = 1000;

function mayBeMarked(line: string): boolean {
  return line.length <= LONGEST_HEADING && WORD.test(line);
}
