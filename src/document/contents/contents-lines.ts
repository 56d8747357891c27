import { type Anchored, labelOf } from './table-of-contents.ts';

/** An entry of a table of contents as it stands, and the heading that it leads to. */
export interface ContentsEntry {
  line: string;
  indent: string;
  bullet: string;
  label: string;
  heading: Anchored | undefined;
}

/** The lines of a table of contents that has all headings that are wanted; entries that lead somewhere stay as they are. */
export function contentsLines(
  wanted: readonly Anchored[],
  entries: readonly ContentsEntry[],
): string[] {
  const known = entries.filter(({ heading }) => heading);
  const lines = new Map(known.map(({ heading, line }) => [heading, line]));
  const indents = new Map(known.map(({ heading, indent }) => [heading?.level, indent]));
  const kept = known.flatMap(({ heading }) => heading ?? []);
  const all = [...new Set([...kept, ...wanted])].toSorted((a, b) => a.line - b.line);
  const bullets = new Map(known.map(({ heading, bullet }) => [heading?.level, bullet]));
  const list = all.map((heading) => {
    const [indent, bullet] = [indents.get(heading.level) ?? '', bullets.get(heading.level) ?? '- '];
    return lines.get(heading) ?? `${indent}${bullet}[${labelOf(heading)}](#${heading.anchor})`;
  });
  return isCounted(known) ? inCount(list) : list;
}

/** Whether numbers count the entries, and are not the same for all. */
function isCounted(entries: readonly ContentsEntry[]): boolean {
  const numbers = entries.flatMap(({ bullet }) => /\d+/.exec(bullet)?.[0] ?? []);
  return numbers.some((each) => each !== numbers[0]);
}

/** Entries with numbers that count those beside each other from the first one on. */
function inCount(list: readonly string[]): string[] {
  const open: { indent: number; next: number }[] = [];
  return list.map((line) => {
    const [all = '', indent = '', number = ''] = /^([ \t]*)(\d*)/.exec(line) ?? [];
    while ((open.at(-1)?.indent ?? -1) > indent.length) open.pop();
    if (number === '') return line;
    if (open.at(-1)?.indent !== indent.length)
      open.push({ indent: indent.length, next: Number(number) });
    const level = open.at(-1);
    return `${indent}${level ? level.next++ : number}${line.slice(all.length)}`;
  });
}
