/** The preset that decision records have the form of, by their headings; undefined where they have none that is known. */
export function presetForDecisions(
  texts: readonly string[],
): 'nygard' | 'madr' | 'madr-minimal' | undefined {
  const text = texts.join('\n');
  const has = (heading: RegExp) => heading.test(text);
  if (
    has(/^#{1,4}[ \t]+(?:context and problem statement|decision outcome|considered options)\b/im)
  ) {
    const isFull = has(/^#{1,4}[ \t]+(?:decision drivers|pros and cons of the options)\b/im);
    return isFull ? 'madr' : 'madr-minimal';
  }
  if (has(/^#{1,4}[ \t]+consequences\b/im) && has(/^#{1,4}[ \t]+decision\b/im)) return 'nygard';
  return undefined;
}
