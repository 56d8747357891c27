import { distance } from 'fastest-levenshtein';
import { isSwapped } from '../words/did-you-mean.ts';
import { COMMANDS } from './command-table.ts';
import { usageError } from './usage.ts';

/**
 * Words that are clearly meant as a command, although no command has that name, with the words to use instead.
 * They never become a title.
 */
const MEANT: Readonly<
  Record<string, ((rest: readonly string[]) => readonly string[] | undefined) | undefined>
> = {
  help: (rest) => [...rest, '--help'],
  new: (rest) => rest,
  create: (rest) => rest,
  add: (rest) => ['--section', ...rest],
  section: (rest) => ['--section', ...rest],
  remove: withoutSection,
  delete: withoutSection,
  rm: withoutSection,
  open: (rest) => ['show', ...rest],
  find: (rest) => ['list', ...rest],
  rename: (rest) => ['renumber', ...rest],
  move: (rest) => ['renumber', ...rest],
  accept: (rest) => ['status', ...rest, 'accepted'],
  release: (rest) => ['reservations', 'release', ...rest],
  ls: (rest) => ['list', ...rest],
  lint: (rest) => ['check', ...rest],
  validate: (rest) => ['check', ...rest],
  verify: (rest) => ['check', ...rest],
  fix: (rest) => ['check', '--fix', ...rest],
  config: (rest) => ['init', ...rest],
  setup: (rest) => ['init', ...rest],
  version: () => ['--version'],
  search: undefined,
  index: undefined,
  view: undefined,
  edit: undefined,
};

const ONE_SLIP = 5;
const TWO_SLIPS = 8;

/**
 * Refuses to use a word as a title if it is clearly meant as a command.
 * @param args everything that was typed
 * @param operands the words that are not flags; the first one counts
 * @param commandLine quotes words for the user's shell
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
  const asTitle = `to use it as a title: ${call(['--title', word])}`;
  const other = Object.keys(MEANT).find((each) => each === word || isSlip(word, each));
  if (other !== undefined && !COMMANDS_BY_WORD.some((known) => isSlip(word, known))) {
    const instead = MEANT[other]?.(rest);
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

/** A proposal, which a number stands for, is removed with git. */
function withoutSection(rest: readonly string[]): readonly string[] | undefined {
  return /^\d+$/.test(rest[0] ?? '') ? undefined : ['--remove', ...rest];
}

const COMMANDS_BY_WORD = [...new Set(COMMANDS.flatMap(({ words }) => words.slice(0, 1)))];

function isSlip(word: string, known: string): boolean {
  const allowed = known.length >= TWO_SLIPS ? 2 : Number(known.length >= ONE_SLIP);
  const off = distance(word, known);
  if (off <= allowed) return true;
  // In a shorter word, a letter instead of another one makes a word of its own: `lint`, `last`.
  const isMissed = off === 1 && word.length !== known.length && /^[a-z]+$/.test(word);
  return known.length >= SHORTEST && (isMissed || isSwapped(word, known));
}

const SHORTEST = 4;
