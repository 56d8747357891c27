/** `{a..b}` counts up with leading zeros as `a` has them, and `{a,b}` takes each. */
export function expand(pattern: string): string[] {
  const found = /\{([^{}]+)\}/.exec(pattern);
  if (!found) return [pattern];
  const [whole, inner = ''] = found;
  const [from = '', to] = inner.split('..');
  const width = from.startsWith('0') ? from.length : 1;
  const count = Number(to) - Number(from) + 1;
  const values =
    to === undefined
      ? inner.split(',')
      : Array.from({ length: count }, (_, index) =>
          String(Number(from) + index).padStart(width, '0'),
        );
  return values.flatMap((value) => expand(pattern.replace(whole, () => value)));
}
