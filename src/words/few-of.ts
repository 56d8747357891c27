/** The first of some names, and how many more there are. */
export function fewOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED_IN_NOTE;
  return [...names.slice(0, MOST_NAMED_IN_NOTE), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const MOST_NAMED_IN_NOTE = 3;
