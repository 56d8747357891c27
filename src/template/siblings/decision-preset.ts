/** The preset that decision records have the form of, by their headings; that of plain records where there are none. */
export function presetForDecisions(
  texts: readonly string[],
): 'nygard' | 'madr' | 'madr-minimal' | 'adr' {
  const text = texts.join('\n');
  const has = (heading: RegExp) => heading.test(text);
  if (
    has(/^#{1,4}[ \t]+(?:context and problem statement|decision outcome|considered options)\b/im)
  ) {
    const isFull = has(/^#{1,4}[ \t]+(?:decision drivers|pros and cons of the options)\b/im);
    return isFull ? 'madr' : 'madr-minimal';
  }
  if (has(/^#{1,4}[ \t]+consequences\b/im) && has(/^#{1,4}[ \t]+decision\b/im)) return 'nygard';
  return 'adr';
}
