import path from 'node:path';
import type { RenumberCall } from '../../cli/parse.ts';
import { type Convention, isNumbered } from '../../convention/convention.ts';
import { numberPrefix } from '../../convention/name-pattern.ts';
import { nextNumber, padded } from '../../convention/numbers.ts';
import { Failure } from '../../failure.ts';
import { chooseNumber, takenEntries } from '../../proposals/choose-number.ts';
import { type FoundProposal, proposalsIn, type Where } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';

/** The directory or file that is a proposal. */
export interface Entry {
  /** Where it lies, absolute. */
  directory: string;
  name: string;
  isFile: boolean;
  /** Its number as it is written, and where in the name; of a draft, `XXXX`. */
  number: string;
  at: number;
}

/**
 * The entry that is a proposal, for its main document.
 *
 * @throws Failure when the document is none of a numbered proposal
 */
export function entryOf({ file, shown }: FoundProposal, where: Where): Entry {
  const { location, convention } = where;
  if (!isNumbered(convention)) {
    throw Failure.usage(
      'usage',
      `Proposals in ${location.shown} have no numbers (${convention.name})`,
    );
  }
  const isProposal = proposalsIn(where).some((each) => each.file === path.normalize(file));
  const directory = location.numbered
    .filter((each) => file.startsWith(each + path.sep))
    .sort((a, b) => b.length - a.length)[0];
  if (!isProposal || directory === undefined) {
    throw Failure.usage('usage', `${shown} is no numbered proposal of this repository`);
  }
  const name = path.relative(directory, file).split(path.sep)[0] ?? '';
  const from = prefixLength(name, convention);
  const number = /\d+|X{3,}/.exec(name.slice(from))?.[0] ?? '';
  const isFile = path.join(directory, name) === file;
  return { directory, name, isFile, number, at: name.indexOf(number, from) };
}

/** How much of a name is the prefix that numbers have here. */
function prefixLength(name: string, { name: pattern }: Convention): number {
  const prefix = numberPrefix(pattern).toLowerCase();
  return name.toLowerCase().startsWith(prefix) ? prefix.length : 0;
}

/** Whether another proposal has the number too. */
export function sharesNumber({ name, number }: Entry, { location, convention }: Home): boolean {
  // Every draft has the same.
  if (!/\d/.test(number)) return true;
  return takenEntries(location, convention).some(
    (entry) => entry.number === Number(number) && entry.name !== name,
  );
}

/**
 * The number that a proposal moves to, and its name under it.
 *
 * @throws Failure when nobody says which, or it is taken
 */
export function newNameOf(call: RenumberCall, home: Home, entry: Entry & { lowest: number }) {
  const { name, number: fromNumber, at, lowest } = entry;
  const written = (number = 0) => padded(number, home.convention.width);
  const nameWith = (number?: number) =>
    name.slice(0, at) + written(number) + name.slice(at + fromNumber.length);
  const number = numberFor(call, home, { name, own: Number(fromNumber), nameWith, lowest });
  return { number, fromNumber, toNumber: written(number), to: nameWith(number) };
}

/** What a number is chosen from. */
interface Naming {
  name: string;
  own: number;
  lowest: number;
  nameWith(number?: number): string;
}

function numberFor(
  call: RenumberCall,
  { location, convention }: Home,
  { name, own, nameWith, lowest }: Naming,
): number {
  const taken = takenEntries(location, convention).filter((entry) => entry.name !== name);
  if (call.number === undefined && convention.numbering === 'assigned') {
    throw Failure.usage(
      'missing-answers',
      'Say the number of its issue or pull request: numbers come from those here',
      { hint: `create-enhancement renumber ${call.proposal} <n>` },
    );
  }
  if (call.number === own) throw Failure.usage('usage', `${name} has the number ${own} already`);
  const inUse = taken.flatMap(({ number }) => number ?? []);
  const next = Math.max(
    lowest,
    nextNumber([...inUse, ...(Number.isSafeInteger(own) ? [own] : [])]),
  );
  const naming = { slug: '', number: call.number ?? next, next, name: nameWith };
  return chooseNumber(naming, taken, { ...convention, name: '{number}' }) ?? next;
}
