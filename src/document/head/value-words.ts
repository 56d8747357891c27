/**
 * The words of a value: without marks of emphasis and code, the addresses of its links, and what is struck out, which
 * does not count any more.
 */
export function valueWords(value: string): string {
  if (value.length > LONGEST_VALUE || !/[*_`[~<]/.test(value)) return value;
  const words = value
    .replace(STRUCK_OUT, '')
    // A badge that does not say what it shows says nothing here.
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, (_, shown: string) =>
      /^[\p{L} -]{1,24}$/u.test(shown) ? shown : '',
    )
    .replace(/!?\[((?:\\.|[^[\]\\])*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/!?\[((?:\\.|[^[\]\\])*)\]\([^()]*\)/g, '$1')
    .replace(
      /<\/?(?:a|b|i|u|em|strong|code|span|br|sup|sub|kbd|font|mark|small|big|tt|p|div)\b[^<>]*>/gi,
      '',
    )
    .replace(/(\*{1,3}|`+)(?=\S)((?:(?!\1).)*[^\s*`])\1/g, '$2')
    .replace(/(?<![\p{L}\d_])(_{1,3})(?=\S)([^_]*[^\s_])\1(?![\p{L}\d_])/gu, '$2');
  return words === value
    ? value
    : words.replace(/[ \t]{2,}/g, ' ').replace(/^[ \t|]+|(?<![ \t|])[ \t|]+$/g, '');
}

const STRUCK_OUT =
  /(?<![ \t])[ \t]*[|/,][ \t]*~~(?=\S)[^~]*~~(?=[ \t]*$)|~~(?=\S)[^~]*~~(?:[ \t]*(?:[|/,→]|[-=]>)(?=[ \t]))?/g;

/** A text of the same length in which what is struck out is spaces. */
export function struckOut(text: string): string {
  return text.replace(STRUCK_OUT, (struck) => ' '.repeat(struck.length));
}

/** Nobody reads more in one line, and expressions that go back take too long over it. */
const LONGEST_VALUE = 1000;
