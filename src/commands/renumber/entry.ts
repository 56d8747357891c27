import { type Convention, isNumbered } from '../../convention/convention.ts';
import { padded } from '../../convention/entry-name.ts';
import { numberPrefix, parseEntryName } from '../../convention/parse-entry-name.ts';
import { Failure } from '../../failure.ts';
import { withoutExtension } from '../../file-names.ts';
import { chooseNumber } from '../../proposals/choose-number.ts';
import type { TakenEntry } from '../../workspace/entries.ts';
import type { ListedProposal } from '../../workspace/find-proposal.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { RenumberCall } from './renumber-call.ts';

/** The directory or file that is a proposal, with its number as its name has it. */
export interface NumberedEntry extends ListedProposal {
  /** Such as `0007`; of a draft, `XXXX`. */
  writtenNumber: string;
  at: number;
}

export interface NewName {
  number: number;
  writtenNumber: string;
  name: string;
}

/**
 * A proposal with its number as it is written.
 * @throws Failure where proposals have no numbers
 */
export function numberedEntry(
  proposal: ListedProposal,
  { location, convention }: Workspace,
): NumberedEntry {
  if (!isNumbered(convention)) {
    throw Failure.usage(
      'usage',
      `Proposals in ${location.shown} have no numbers (${convention.name})`,
    );
  }
  const at = numberAt(proposal.name, convention);
  const [writtenNumber = ''] = /^(?:\d+|X+)/.exec(proposal.name.slice(at)) ?? [];
  return { ...proposal, writtenNumber, at };
}

/** Whether a proposal is a draft, which has no number yet: `XXXX`, or zeros where numbers come from requests. */
export function isDraft({ writtenNumber }: NumberedEntry): boolean {
  return !/[1-9]/.test(writtenNumber);
}

/** Whether another proposal has the number too. */
export function sharesNumber(entry: NumberedEntry, taken: readonly TakenEntry[]): boolean {
  // Every draft has the same.
  if (isDraft(entry)) return true;
  return taken.some(({ number, name }) => number === entry.number && name !== entry.name);
}

/** The name without its number, as proposals are known by on the remote. */
export function slugIn({ name, writtenNumber, at }: NumberedEntry): string {
  const rest = name.slice(at + writtenNumber.length).replace(/^[-_.]/, '');
  return withoutExtension(rest);
}

/**
 * The number that a proposal moves to, and its name under it.
 * @param lowest the lowest number to choose where none was asked for
 * @throws Failure when nobody says which, or it is taken
 */
export function newName(
  entry: NumberedEntry,
  { number: wanted, proposal }: RenumberCall,
  {
    workspace,
    taken,
    lowest,
  }: { workspace: Workspace; taken: readonly TakenEntry[]; lowest: number },
): NewName {
  const { convention } = workspace;
  const { name, writtenNumber, at } = entry;
  if (wanted === undefined && convention.numbering === 'assigned') {
    throw Failure.usage(
      'missing-answers',
      'Pass the number of its issue or pull request, which proposals here use',
      { hint: `Add it to the call, behind ${proposal}` },
    );
  }
  if (wanted !== undefined && wanted === entry.number) {
    throw Failure.usage('usage', `${name} already has the number ${wanted}`);
  }
  const written = (number = 0) => padded(number, convention.width);
  const nameFor = (number?: number) =>
    name.slice(0, at) + written(number) + name.slice(at + writtenNumber.length);
  const asked = wanted === undefined ? {} : { number: wanted };
  const number = chooseNumber({ ...asked, lowest, nameFor }, taken, convention) ?? lowest;
  return { number, writtenNumber: written(number), name: nameFor(number) };
}

function numberAt(name: string, convention: Convention): number {
  const form = parseEntryName(name, numberPrefix(convention));
  return form.kind === 'number' || form.kind === 'draft' ? form.prefix.length : 0;
}
