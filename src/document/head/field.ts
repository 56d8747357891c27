/** A label and its value, where a proposal says something of itself. Offsets are UTF-16 units from the start of its file. */
export interface Field {
  label: string;
  /** As written, without markup, quotes and comments. */
  value: string;
  start: number;
  end: number;
  /** Counted from 1. */
  line: number;
  /** What has to stand between the label and a value where there is none yet. */
  lead: string;
  form: 'yaml' | 'toml' | 'json' | 'text';
  /** The items of a list, or the parts of a value with links; the value itself where it is one. */
  items: readonly FieldItem[];
  /** Whether the value is the last of several steps below the label that has been reached. */
  isStep?: boolean;
  /** The end of an emphasis that began before the label, which stays where the value is replaced. */
  closing?: string;
  /** Whether it is the latest entry of a history, which stays as it is. */
  isLatest?: boolean;
}

export interface FieldItem {
  /** Without markup. */
  text: string;
  /** Where it links to. */
  target: string | undefined;
}

/** A part of a line, and where in the file it begins. */
export interface Span {
  text: string;
  start: number;
}

/** A span without white space around it. */
export function trimmedSpan({ text, start }: Span): Span {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  return { text: text.trim(), start: start + lead };
}

/** A value without comments around it, emphasis, code marks and the address of a link. */
export function bareSpan(span: Span): Span {
  let { text, start } = trimmedSpan({ ...span, text: withoutComments(span.text) });
  if (text.length > LONGEST_MARKED) return { text, start };
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/(?<![ \t])[ \t]*(?:\\|<br ?\/?>)?$/, '');
    const link = /^\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])$/.exec(text);
    const mark = /^(\*{1,3}|_{1,3}|`+|==)(?=\S)((?:(?!\1)[\s\S]|(?<=\w)_(?=\w))*\S)\1$/.exec(text);
    const inside = link?.[1] ?? mark?.[2];
    if (inside === undefined) continue;
    start += text.indexOf(inside);
    text = inside;
    ({ text, start } = trimmedSpan({ text, start }));
  }
  return { text, start };
}

/** Characters; no value with markup around it is longer. */
const LONGEST_MARKED = 2000;

/** A text of the same length in which comments are spaces. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return text.replace(/<!--.*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
}

/** A comma, or a word or sign between two that have numbers or links. */
const PART_ENDS =
  /[,;、，；]|(?<=[\d\uFFFC][)\]]?)(?: (?:and|und|et|y|e|и|en|i|och|&|\/|\+) | ?(?:和|及|与|と|및) ?)(?=(?:\p{Lu}{2,8}[- ]?)?#?\S{0,12}[\d\uFFFC])/u;

/** The parts of a value that are set apart by commas, each with its link. */
export function partsOf(text: string): FieldItem[] {
  const links = [...text.matchAll(/\[((?:\\.|[^[\]\\])*)\]\(([^()\s]*)[^()]*\)/g)];
  const rest = text.replace(/\[(?:\\.|[^[\]\\])*\]\([^()]*\)/g, '\uFFFC');
  let next = 0;
  return rest.split(PART_ENDS).flatMap((part): FieldItem[] => {
    const own = part.includes('\uFFFC') ? links[next++] : undefined;
    if (own) return [{ text: own[1] ?? '', target: own[2] }];
    const plain = bareSpan({
      text: part.replace(/^["'\s]+|(?<!["'\s])["'\s]+$/g, ''),
      start: 0,
    }).text;
    return plain === '' ? [] : [{ text: plain, target: undefined }];
  });
}
