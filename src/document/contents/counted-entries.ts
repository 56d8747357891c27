/** What an entry of a list begins with. */
interface Marked {
  indent: string;
  bullet: string;
}

/**
 * Lines of a list, some of which are new, with numbers that count those beside each other; where the list had the same
 * number for all, or none, they stay as they are.
 * @param entries those that the list had
 */
export function recounted(lines: readonly string[], entries: readonly Marked[]): string[] {
  const counted = countedIndents(entries);
  if (counted.size === 0) return [...lines];
  const first = numberOf(entries[0]?.bullet ?? '');
  const open: { indent: number; next: number; wider: number }[] = [];
  return lines.map((line) => {
    const [all = '', indent = '', number = ''] = /^([ \t]*)(\d*)/.exec(line) ?? [];
    if (line.trim() === '') return line;
    const isFirst = open.length === 0;
    while ((open.at(-1)?.indent ?? -1) > indent.length) open.pop();
    if (open.at(-1)?.indent !== indent.length) {
      open.push({ indent: indent.length, next: isFirst ? first : Math.min(first, 1), wider: 0 });
    }
    const level = open.at(-1);
    // What stands below a number that has become longer has to stand as much further in.
    const inset = ' '.repeat(open.slice(0, -1).reduce((sum, { wider }) => sum + wider, 0));
    if (!level || number === '' || !counted.has(indent.length)) return inset + line;
    const own = String(level.next++);
    level.wider = Math.max(0, own.length - number.length);
    return inset + indent + own + line.slice(all.length);
  });
}

/** The indents at which numbers count the entries, and are not the same for all. */
function countedIndents(entries: readonly Marked[]): ReadonlySet<number> {
  const counted = entries.filter(({ indent, bullet }) => {
    const first = entries.find((each) => each.indent === indent);
    return numberOf(bullet) !== numberOf(first?.bullet ?? '');
  });
  return new Set(counted.map(({ indent }) => indent.length));
}

function numberOf(bullet: string): number {
  return Number(/\d+/.exec(bullet)?.[0] ?? 1);
}
