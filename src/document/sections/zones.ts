import { blockAround, type Outline } from '../markdown/heading.ts';

/** Lines, counted from 0, that open and close a zone of a document which belongs together. */
interface Zone {
  from: number;
  to: number;
}

/** What opens and closes a zone: of generators and linters, of containers, shortcodes and conditions. */
const ZONE_MARKS: readonly { opens: RegExp; closes: RegExp }[] = [
  {
    opens: /^[ \t]*<!--.*?(?<![\w])(?:begin|start)\b/i,
    closes: /^[ \t]*<!--.*?(?<![\w])(?:end|stop)\b/i,
  },
  { opens: /^[ \t]*:{3,}[ \t]*[\w{]/, closes: /^[ \t]*:{3,}[ \t]*$/ },
  { opens: /^[ \t]*\{\{[<%] *\w/, closes: /^[ \t]*\{\{[<%] *\/ *\w/ },
  { opens: /^[ \t]*\{%-? *(?!end)\w/, closes: /^[ \t]*\{%-? *end\w/ },
];

/** The line, counted from 0, that opens a zone in which a place lies, and which is closed behind it. */
export function openZone(outline: Outline, offset: number): number | undefined {
  const { lines, starts } = outline;
  const isCode = (line: number) => blockAround(outline, line)?.type === 'fence';
  const zones = ZONE_MARKS.flatMap(({ opens, closes }) => {
    const found: Zone[] = [];
    const open: number[] = [];
    lines.forEach((text, line) => {
      if (!MAY_BE_MARK.test(text) || isCode(line)) return;
      if (closes.test(text)) {
        const from = open.pop();
        if (from !== undefined) found.push({ from, to: line });
      } else if (opens.test(text)) open.push(line);
    });
    return found;
  });
  const inside = zones.filter(
    ({ from, to }) => (starts[from] ?? 0) < offset && offset <= (starts[to] ?? 0),
  );
  return inside.toSorted((a, b) => b.from - a.from)[0]?.from;
}

const MAY_BE_MARK = /^[ \t]*(?:<!--|:::|\{[{%])/;
