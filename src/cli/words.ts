import { distance } from 'fastest-levenshtein';
import { COMMANDS } from './command-table.ts';
import { usageError } from './usage.ts';

/**
 * Words that are plainly meant as a command, although there is none of that name, and what does what they ask
 * for, with what was typed after them. They never become a title.
 */
const MEANT: Readonly<
  Record<string, ((rest: readonly string[]) => readonly string[]) | undefined>
> = {
  help: (rest) => [...rest, '--help'],
  new: (rest) => rest,
  create: (rest) => rest,
  add: (rest) => ['--section', ...rest],
  section: (rest) => ['--section', ...rest],
  remove: (rest) => ['--remove', ...rest],
  delete: (rest) => ['--remove', ...rest],
  list: undefined,
  check: undefined,
  show: undefined,
  status: undefined,
  upgrade: undefined,
  lint: undefined,
  search: undefined,
  index: undefined,
  view: undefined,
  edit: undefined,
};

const ONE_SLIP = 5;
const TWO_SLIPS = 8;

/**
 * Refuses to take a word for a title that is plainly meant as a command.
 * @param args everything that was typed
 * @param operands what was typed beside flags; the first one counts
 * @param commandLine puts words together as the user's shell takes them
 * @throws Failure that says what to type instead, and how to use the word as a title
 */
export function refuseMeantWord(
  args: readonly string[],
  [word]: readonly string[],
  commandLine: (words: readonly string[]) => string,
): void {
  if (word === undefined || /\s/.test(word)) return;
  const at = args.indexOf(word);
  const rest = [...args.slice(0, at), ...args.slice(at + 1)];
  const call = (words: readonly string[]) => commandLine(['npx', 'create-enhancement', ...words]);
  const asTitle = `for a proposal of that title: ${call(['--title', word])}`;
  if (Object.hasOwn(MEANT, word)) {
    const instead = MEANT[word]?.(rest);
    const hint = instead
      ? `Type ${call(instead)}`
      : 'npx create-enhancement --help lists the commands';
    throw usageError(`There is no command "${word}"`, `${hint}; ${asTitle}`);
  }
  const meant = COMMANDS_BY_WORD.find((known) => isSlip(word, known));
  if (meant === undefined) return;
  const hint = `Type ${call([meant, ...rest])}; ${asTitle}`;
  throw usageError(`There is no command "${word}"; did you mean ${meant}?`, hint);
}

const COMMANDS_BY_WORD = [...new Set(COMMANDS.flatMap(({ words }) => words.slice(0, 1)))];

function isSlip(word: string, known: string): boolean {
  const allowed = known.length >= TWO_SLIPS ? 2 : Number(known.length >= ONE_SLIP);
  return distance(word, known) <= allowed;
}
