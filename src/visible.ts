/** All but tabs; Unicode's `Bidi_Control`; and line separators with the byte order mark. Joiners are none of them. */
const CONTROL_CODES = String.raw`\0-\x08\x0A-\x1F\x7F-\x9F`;
const DIRECTIONS = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const SEPARATORS = String.raw`\u2028\u2029\uFEFF`;

const UNSEEN = new RegExp(`[${CONTROL_CODES}${DIRECTIONS}${SEPARATORS}]`, 'g');

/** A text on one line in which everything can be seen: what could not is written as JSON would escape it. */
export function visible(text: string): string {
  return withEscapes(text, escapeOf);
}

/** A text with what could not be seen in it written another way. */
export function withEscapes(text: string, write: (character: string) => string): string {
  return text.replace(UNSEEN, (character) => write(character));
}

/** JSON in which everything can be seen, that means the same. What lies around its texts is not touched. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) => (character === '\n' ? character : unicode(character)));
}

/** Whether everything in a text can be seen. */
export function isVisible(text: string): boolean {
  return text.search(UNSEEN) < 0;
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

function escapeOf(character: string): string {
  return SHORT[character] ?? unicode(character);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
