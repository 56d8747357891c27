export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

export type TextRange = Omit<TextEdit, 'text'>;

/** A text with edits made. They may come in any order, and may not overlap. */
export function spliced(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Whether two ranges have a character in common. */
export function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
