import { RootCommand } from '@bomb.sh/tab';
import { type KnownNames, knownNames } from '../../commands/known-names.ts';
import type { Environment } from '../../environment.ts';
import type { Command } from '../command.ts';
import type { Flag } from '../flags.ts';

type AllNames = KnownNames & { commands: readonly Completion[] };

interface Completion {
  value: string;
  description: string;
}

/**
 * Possible completions of typed words, the last of which may be incomplete; and the same as lines for scripts.
 * An unreadable folder is ignored: completion does not report errors.
 */
export async function completionsFor(
  words: readonly string[],
  commands: readonly Command[],
  environment: Environment,
): Promise<{ completions: Completion[]; lines: string[] }> {
  const called = commands
    .filter(({ isHidden }) => !isHidden)
    .map(({ words: own }) => own.join(' '));
  const names = {
    ...(await knownNames(environment)),
    commands: called.filter(Boolean).map(undescribed),
  };
  const root = new RootCommand();
  for (const command of commands) addCommand(root, command, names);
  const lines = printedBy(() => root.parse([...words]));
  const completions = lines.flatMap((line) => {
    const [value = '', description = ''] = line.split('\t');
    return /^:\d+$/.test(line) ? [] : [{ value, description }];
  });
  return { completions, lines };
}

function addCommand(root: RootCommand, command: Command, names: AllNames): void {
  const { words, calledBy, summary, operands, groups, isHidden = false } = command;
  if (isHidden) return;
  const own = words.length === 0 ? root : root.command(words.join(' '), summary);
  const flags = groups.flatMap((group) => group.flags);
  for (const flag of flags) addFlag(own, flag, names);
  if (calledBy !== undefined || words.length === 0) return;
  for (const [, name = '', more] of operands.matchAll(/[<[]([a-z]+)(\.\.\.)?[>\]]/g)) {
    const known = namesFor(name, names);
    own.argument(name, (complete) => suggest(known, complete), more !== undefined);
  }
}

function addFlag(own: ReturnType<RootCommand['command']>, flag: Flag, names: AllNames): void {
  const { flag: name, argument, help, short } = flag;
  if (argument === undefined) {
    own.option(name.slice(2), help, short?.slice(1));
    return;
  }
  const known = namesFor(argument, names);
  own.option(name.slice(2), help, (complete) => suggest(known, complete), short?.slice(1));
}

/** Possible values of an operand or flag argument, by its name. */
function namesFor(argument: string, names: AllNames): readonly Completion[] {
  const kinds: Readonly<Record<string, readonly Completion[]>> = {
    proposal: names.proposals,
    old: names.proposals,
    section: names.sections,
    sections: names.sections,
    name: names.sections,
    new: names.statuses,
    values: names.statuses,
    code: names.codes,
    template: names.templates,
    shell: SHELL_NAMES,
    format: FORMAT_NAMES,
    by: SORT_NAMES,
    command: names.commands,
  };
  return kinds[argument] ?? [];
}

const SHELL_NAMES = ['bash', 'zsh', 'fish', 'powershell'].map(undescribed);
const SORT_NAMES = ['number', 'status', 'changed', 'title'].map(undescribed);
const FORMAT_NAMES = ['text', 'github', 'gitlab', 'sarif'].map(undescribed);

function undescribed(value: string): Completion {
  return { value, description: '' };
}

function suggest(
  known: readonly Completion[],
  complete: (value: string, description: string) => void,
): void {
  // Each line is one completion, which ends at the first tab.
  const line = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  for (const { value, description } of known) complete(line(value), line(description));
}

/** The lines that the library prints, its only way to return them. */
function printedBy(work: () => void): string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: unknown) => lines.push(...String(text).split('\n'));
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines;
}
