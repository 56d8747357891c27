/** A bullet or number before an item (CommonMark 0.31.2, "List items", and what is pasted). */
const BULLET = /^([ \t]*)(?:[-*+•‣–]|\d{1,3}[.)])[ \t]+(?=\S)/;

/**
 * The items of a text: if its first line begins with a bullet, each line with one is an item, without the bullet;
 * indented lines below it belong to it. Any other text is one item, whatever it contains.
 */
export function itemsIn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const first = BULLET.exec(lines[start] ?? '');
  if (!first) return [text];
  const outermost = indentOf(first[1] ?? '');
  const items: { lines: string[]; indent: number }[] = [];
  for (const line of lines.slice(start)) {
    const bullet = BULLET.exec(line);
    if (bullet && indentOf(bullet[1] ?? '') <= outermost) {
      items.push({ lines: [line.slice(bullet[0].length)], indent: bullet[0].length });
    } else {
      const item = items.at(-1);
      item?.lines.push(dedented(line, item.indent));
    }
  }
  return items.map((item) => item.lines.join('\n').trimEnd()).filter((item) => item !== '');
}

function indentOf(indentation: string): number {
  return indentation.replaceAll('\t', '    ').length;
}

function dedented(line: string, indent: number): string {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(spaces, indent));
}
