import { parseArgs } from 'node:util';
import { COMMANDS, flagsOf } from './command-table.ts';
import type { Flag } from './flags.ts';
import { usageError } from './usage.ts';

export interface GivenFlag {
  flag: string;
  /** Its values: after `=`, or as the next words. */
  values: string[];
}

export interface Arguments {
  /** The words that are not flags or their values. */
  operands: string[];
  flags: GivenFlag[];
}

/** The flags of all commands: a flag that takes a value in one takes one in all. */
const FLAGS: ReadonlyMap<string, Flag> = new Map(
  COMMANDS.flatMap((command) => flagsOf(command).map((flag) => [flag.flag, flag] as const)),
);

/** Whether some command has a flag. */
export function isKnownFlag(flag: string): boolean {
  return FLAGS.has(flag);
}

/**
 * Sorts the arguments after the program's name into flags, their values, and the rest.
 * @throws Failure if a flag is found instead of the value of another one
 */
export function readArguments(args: readonly string[]): Arguments {
  const options = [...FLAGS].map(
    ([name, flag]) => [name.slice(2), { type: typeOf(flag) }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...Object.fromEntries(options), help: HELP, version: VERSION },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const found: Arguments = { operands: [], flags: [] };
  // A flag that takes any number of words takes those right after it.
  let open: GivenFlag | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') (open?.values ?? found.operands).push(token.value);
    else open = undefined;
    if (token.kind !== 'option') continue;
    // `-h` and `-V` stand for their long forms, any other letter for itself.
    const flag = token.name.length > 1 ? `--${token.name}` : token.rawName;
    if (token.inlineValue === false) refuseFlagAsValue(flag, token.value);
    const given = { flag, values: token.value === undefined ? [] : [token.value] };
    found.flags.push(given);
    if (FLAGS.get(flag)?.takesAny && given.values.length === 0) open = given;
  }
  return found;
}

function refuseFlagAsValue(flag: string, value: string): void {
  const [name = ''] = value.split('=');
  if (!isKnownFlag(name) && !['--help', '--version'].includes(name)) return;
  throw usageError(
    `${flag} needs a value, found the flag ${value}`,
    `If that is the value, write ${flag}=${value}`,
  );
}

const HELP = { type: 'boolean', short: 'h' } as const;
const VERSION = { type: 'boolean', short: 'V' } as const;

function typeOf({ argument, takesAny }: Flag): 'string' | 'boolean' {
  return argument === undefined || takesAny ? 'boolean' : 'string';
}
