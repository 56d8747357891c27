import { orUndefined } from '../../../or-undefined.ts';
import { type Field, partsOf, trimmedSpan } from '../field.ts';

/** A value without quotes and comment; `at` is where it begins in its line, and `length` how much it takes up. */
interface Scalar {
  text: string;
  at: number;
  length: number;
}

/** A value without quotes and without the comment behind it. */
export function scalarOf(raw: string, form: 'yaml' | 'toml'): Scalar {
  const skipped = form === 'yaml' ? (PROPERTIES.exec(raw)?.[0].length ?? 0) : 0;
  const { text, at, length } = plainScalar(raw.slice(skipped), form);
  const isNull = form === 'yaml' && NULL.test(text) && raw.slice(skipped).startsWith(text);
  return { text: isNull ? '' : text, at: skipped + at, length };
}

/** Anchors and tags before a value (YAML 1.2.2, section 6.9). */
const PROPERTIES = /^(?:[&!][^\s,[\]{}]+[ \t]+)+/;

/** What YAML reads as nothing (YAML 1.2.2, section 10.3.2). */
const NULL = /^(?:~|null|Null|NULL)$/;

/** The items of a list in one line, or the parts of a value. */
export function listItems(text: string): Field['items'] {
  const inside = /^\[(?!.*\]\()(.*)\]$/.exec(text)?.[1];
  return partsOf(inside ?? text);
}

/** A list that is closed in a later line, in one line, with a space for each line ending. */
export function wholeList(
  raw: string,
  lines: readonly string[],
  { line, to }: { line: number; to: number },
): string {
  if (!/^\[[^\]]*$/.test(raw)) return raw;
  const end = lines.findIndex((each, at) => at > line && at < to && each.includes(']'));
  const bare = (text: string) => text.replace(/(?<![ \t])[ \t]+#.*$/, '').trim();
  const list = [raw, ...lines.slice(line + 1, end + 1)].map(bare).join(' ');
  return end < 0 ? raw : `[${list.slice(1, list.indexOf(']')).trim().replace(/,$/, '')}]`;
}

function plainScalar(raw: string, form: 'yaml' | 'toml'): Scalar {
  const long = form === 'toml' ? /^("""|''')((?:(?!\1).)*)\1/.exec(raw)?.[2] : undefined;
  if (long !== undefined) return { text: long, at: 3, length: long.length };
  const inDouble = /^"((?:\\.|[^"\\])*)"(?!")/.exec(raw)?.[1];
  if (inDouble !== undefined) return { text: unescaped(inDouble), at: 1, length: inDouble.length };
  const single = form === 'yaml' ? /^'((?:''|[^'])*)'(?!')/ : /^'([^']*)'(?!')/;
  const inSingle = single.exec(raw)?.[1];
  if (inSingle !== undefined) {
    return { text: inSingle.replaceAll("''", "'"), at: 1, length: inSingle.length };
  }
  const { text } = trimmedSpan({ text: raw.replace(/(?:^|(?<![ \t])[ \t]+)#.*$/, ''), start: 0 });
  return { text, at: 0, length: text.length };
}

/** The text that escapes stand for; as written where they are none of JSON's, which YAML and TOML share. */
function unescaped(text: string): string {
  return orUndefined(() => String(JSON.parse(`"${text}"`))) ?? text;
}
