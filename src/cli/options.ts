import { usageError } from './usage.ts';

/** The flags of a call by their names in camel case, as Commander gives them. */
export type Options = Readonly<Record<string, unknown>>;

/** The name that a flag's value is found under. */
export function optionName(flag: string): string {
  return flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a switch was given. */
export function isSet(options: Options, flag: `--${string}`): boolean {
  return options[optionName(flag)] === true;
}

/** The text of a flag that takes one. */
export function textOf(options: Options, flag: `--${string}`): string | undefined {
  const value = options[optionName(flag)];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a flag, under the names that calls have for them; those that were not given are absent. */
export function textsOf<Key extends string>(
  options: Options,
  flags: Readonly<Record<Key, `--${string}`>>,
): { [key in Key]?: string } {
  const found: { [key in Key]?: string } = {};
  for (const key of keysOf(flags)) {
    const text = textOf(options, flags[key]);
    if (text !== undefined) found[key] = text;
  }
  return found;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** @throws Failure when two flags were given that contradict each other */
export function refuseTogether(
  options: Options,
  [one, other]: readonly [`--${string}`, `--${string}`],
): void {
  const isGiven = (flag: string) => options[optionName(flag)] !== undefined;
  if (isGiven(one) && isGiven(other)) throw usageError(`${one} and ${other} do not go together`);
}
