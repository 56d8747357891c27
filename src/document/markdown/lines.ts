/** A line ends with `\n`, `\r\n` or `\r` (CommonMark 0.31.2, section 2.1). */
const LINE_ENDING = /\r\n|\n|\r/g;

/** Offsets, in UTF-16 units, at which the lines of a text start; the first is 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: ending } of text.matchAll(LINE_ENDING))
      starts.push(index + ending.length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The lines of a text without their endings. */
export function linesOf(text: string): string[] {
  return text.split(text.includes('\r') ? LINE_ENDING : '\n');
}

/** Where the line ends that an offset stands in, before its ending. */
export function endOfLine(text: string, from: number): number {
  return from + text.slice(from).search(/[\r\n]|$/);
}

/** The line ending that most lines of a text have; `\n` when there is none. */
export function lineEnding(text: string): '\n' | '\r\n' | '\r' {
  if (!text.includes('\r')) return '\n';
  const carriageReturns = text.match(/\r\n/g)?.length ?? 0;
  const lineFeeds = (text.match(/\n/g)?.length ?? 0) - carriageReturns;
  if (carriageReturns + lineFeeds === 0) return '\r';
  return carriageReturns > lineFeeds ? '\r\n' : '\n';
}

/** Tells the line, counted from 1, of an offset; lines end with `\n`. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
