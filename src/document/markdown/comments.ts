/**
 * A text with other words for its HTML comments; one that never ends is no comment. An expression would look for the
 * end of each of those through all of the text.
 * @param change what stands for a comment with these words
 */
export function replaceComments(text: string, change: (words: string) => string): string {
  let result = '';
  let from = 0;
  for (let start = text.indexOf(OPEN); start >= 0; start = text.indexOf(OPEN, from)) {
    const end = text.indexOf(CLOSE, start + OPEN.length);
    if (end < 0) break;
    result += text.slice(from, start) + change(text.slice(start + OPEN.length, end));
    from = end + CLOSE.length;
  }
  return result + text.slice(from);
}

const [OPEN, CLOSE] = ['<!--', '-->'] as const;
