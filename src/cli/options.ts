import { usageError } from './usage.ts';

/** The flags of a call: a switch is true, any other flag has one text, or the texts of all its uses. */
export type Options = ReadonlyMap<string, true | string | readonly string[]>;

type FlagName = `--${string}`;

/** Whether a switch was given. */
export function isSet(options: Options, flag: FlagName): boolean {
  return options.get(flag) === true;
}

/** The text of a flag that takes one. */
export function textOf(options: Options, flag: FlagName): string | undefined {
  const value = options.get(flag);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a flag that takes several; none when it was not given. */
export function listOf(options: Options, flag: FlagName): readonly string[] {
  const value = options.get(flag);
  return typeof value === 'object' ? value : [];
}

/** The texts of flags under their names in the call; flags that were not given are absent. */
export function textsOf<Key extends string>(
  options: Options,
  flags: Readonly<Record<Key, FlagName>>,
): { [key in Key]?: string } {
  const found: { [key in Key]?: string } = {};
  for (const key in flags) {
    const text = textOf(options, flags[key]);
    if (text !== undefined) found[key] = text;
  }
  return found;
}

/** @throws Failure when two flags were given that contradict each other */
export function refuseTogether(
  options: Options,
  [one, other]: readonly [FlagName, FlagName],
): void {
  if (options.has(one) && options.has(other)) {
    throw usageError(`${one} and ${other} cannot be used together`);
  }
}
