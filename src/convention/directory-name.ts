/** Names of directories and how much they say. */
const NAMES: readonly (readonly [RegExp, number])[] = [
  [/^(?!(?:deps|steps|reps|seps)$)[a-z]{1,3}eps?$/i, 6],
  [/^(?!(?:tips|zips|clips|chips|ships|trips)$)[a-z]{1,2}ips?$/i, 6],
  [/^(?:[a-z]+[-_]?)?enhancements?(?:[-_]?proposals?)?$/i, 6],
  [
    /^(?:(?:enhancement|design|change|feature|improvement|accepted|active)[-_]?)?proposals?(?:[-_]accepted)?$/i,
    6,
  ],
  [/^(?:[a-z]+[-_])?(?:rfcs?|rfds?|cfps?)$/i, 6],
  [/^(?:adrs?|(?:architecture[-_])?decisions?(?:[-_]records?)?|decision[-_]log)$/i, 4],
  [/^designs?(?:[-_]?(?:docs?|documents?))?$/i, 3.5],
  [/^text$/i, 3],
];

/** A name of this weight is one that only proposals have. */
export const STRONG = 5;

/** How much the name of a directory says that proposals lie there; 0 for any other. */
export function nameWeight(name: string): number {
  if (!/^[a-z]/i.test(name)) return 0;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}
