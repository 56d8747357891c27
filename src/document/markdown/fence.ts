/** The marks of the fence that a line opens, such as three backticks; undefined where it opens none (CommonMark 0.31, section 4.5). */
export function openingFence(line: string): string | undefined {
  const [, marks, info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  return marks?.startsWith('`') && info.includes('`') ? undefined : marks;
}

/** Whether a line closes the fence that has been opened with some marks: by as many of them, or more. */
export function closesFence(line: string, marks: string): boolean {
  const own = /^ {0,3}(`{3,}|~{3,})[ \t]*\r?$/.exec(line)?.[1] ?? '';
  return own.length >= marks.length && own.startsWith(marks.charAt(0));
}
