import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS, callOf, flagsOf } from '../../src/cli/command-table.ts';
import { helpText } from '../../src/cli/help.ts';
import { commandFor, parseCall } from '../../src/cli/parse.ts';
import { Failure } from '../../src/failure.ts';

/** What an attempt ended with: the command's name, or what is wrong and what to type instead. */
function called(...args: string[]): string[] {
  try {
    const chosen = commandFor(args, 'posix');
    parseCall(chosen);
    return [chosen.command.name];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error).toMatchObject({ code: 'usage', exitCode: 2 });
    return [error.message, error.hint ?? ''];
  }
}

/** The least that a command can be called with. */
const LEAST: Record<string, string[]> = {
  '': ['T'],
  '--section': ['--section', 'x'],
  '--remove': ['--remove', 'x'],
  renumber: ['renumber', '1'],
  number: ['number', '1'],
  reservations: ['reservations'],
  'reservations release': ['reservations', 'release', '1'],
  init: ['init'],
  templates: ['templates'],
  upgrade: ['upgrade', '1'],
  list: ['list'],
  check: ['check'],
  explain: ['explain', 'behind'],
  show: ['show', '1'],
  status: ['status', '1'],
  completion: ['completion', 'bash'],
  complete: ['complete'],
  schema: ['schema'],
  supersede: ['supersede', '1', '--by', '2'],
};

const flags = new Map(
  COMMANDS.flatMap(flagsOf).map((flag) => [
    flag.flag,
    flag.argument === undefined ? [flag.flag] : [`${flag.flag}=x=1`],
  ]),
);

describe('a command', () => {
  it.each(COMMANDS.map((command) => [callOf(command), command] as const))(
    '"%s" takes its own flags, and says so of every other',
    (call, command) => {
      const own = new Set<string>(flagsOf(command).map(({ flag }) => flag));
      expect(called(...(LEAST[call] ?? []))).toEqual([command.name]);
      const calling = COMMANDS.map(({ calledBy }) => calledBy);
      for (const [flag, words] of flags) {
        // These call another command by themselves.
        if (call === '' && calling.some((each) => each === flag)) continue;
        const [first = ''] = called(...(LEAST[call] ?? []), ...words);
        const isRefused = /cannot be used with|is only for/.test(first);
        expect({ flag, isRefused }).toEqual({ flag, isRefused: !own.has(flag) && flag !== call });
        if (isRefused) expect(first).toContain(flag);
      }
    },
  );

  it.each(COMMANDS.map((command) => [callOf(command), command] as const))(
    '"%s" has help of its own, with its flags, an example and its JSON',
    (call, command: Command) => {
      const lines = helpText(command);
      const help = lines.join('\n');
      expect(help).toMatch(/^Usage: create-enhancement/);
      expect(lines[0]).toContain(call);
      const shown = flagsOf(command).filter(({ hidden }) => !hidden);
      for (const { flag } of shown) expect(help).toMatch(new RegExp(`^ {2}${flag}\\b`, 'm'));
      for (const example of command.examples) expect(help).toContain(`  ${example}\n`);
      const json = command.json.split(' ').slice(0, 3).join(' ');
      if (call !== '') expect(help).toContain(json);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(help).not.toContain('--list-templates');
    },
  );

  it('is listed in the main help, a line each', () => {
    const help = helpText(COMMANDS[0] ?? expect.unreachable()).join('\n');
    for (const command of COMMANDS) {
      const call = `${callOf(command)} ${command.operands}`.trim();
      if (command.isHidden) expect(help).not.toContain(call);
      else
        expect(help).toMatch(
          new RegExp(`^ {2}${call.replace(/[.*[\]]/g, '\\$&')} +${command.summary}$`, 'm'),
        );
    }
  });

  it.each<[args: string[], message: string]>([
    [['init', '--section', 'drawbacks'], '--section cannot be used with init'],
    [['T', '--in', '3'], '--in is only for --section and --remove'],
    [
      ['T', '--force'],
      '--force is only for upgrade, status, renumber, number and reservations release',
    ],
    [['reservations', '--dry-run'], '--dry-run cannot be used with reservations'],
    [['renumber', '3', '--list-templates'], '--list-templates cannot be used with renumber'],
    [['--list-templates', '--goal', 'x'], '--goal cannot be used with --list-templates'],
    [['--section', 'x', '--draft'], '--draft cannot be used with --section'],
    [['--section', 'x', '--remove', 'y'], '--remove cannot be used with --section'],
    [['A title', '--section', 'x'], '"A title" cannot be used with --section'],
    [
      ['--section', 'x', '--before', 'a', '--after', 'b'],
      '--before and --after cannot be used together',
    ],
    [['T', '--online', '--offline'], '--online and --offline cannot be used together'],
    [['T', '--reserve', '--offline'], '--reserve and --offline cannot be used together'],
    [['T', '--draft', '--reserve'], '--draft and --reserve cannot be used together'],
    [['renumber', '3', '--online', '--offline'], '--online and --offline cannot be used together'],
    [['T', '--yes=no'], '--yes takes no value, found "no"'],
    [['T', '--dri'], 'Unknown option --dri; did you mean --dir?'],
    [['--sectoin', 'x'], 'Unknown option --sectoin; did you mean --section?'],
    [['list', '--sectoin'], 'Unknown option --sectoin'],
    [['T', '-x'], 'Unknown option -x'],
    [['T', '--title'], '--title needs a value: <text>'],
    [['T', '--title', 'U'], 'The title is given twice: with --title and without a flag'],
    [['T', '--slug', 'a', '--slug', 'b'], '--slug is given twice'],
    [
      ['renumber', '1', '2', '3'],
      'renumber takes a proposal and optionally a number, found "1 2 3"',
    ],
    [['number', 'a', 'b'], 'number takes a proposal and optionally a number, found "a b"'],
    [
      ['renumber', '1', '2', '3'],
      'renumber takes a proposal and optionally a number, found "1 2 3"',
    ],
    [['reservations', 'x'], 'reservations takes only "release" and a number, found "x"'],
    [
      ['reservations', 'release'],
      'reservations takes only "release" and a number, found "release"',
    ],
    [['T', '--goal', '--dry-run', '--yes'], '--goal needs a value, found the flag --dry-run'],
    [['T', '--dir', '--json'], '--dir needs a value, found the flag --json'],
    [['--title', '--goal=a'], '--title needs a value, found the flag --goal=a'],
    [['T', '--dir', ''], '--dir needs a value, found nothing'],
    [['T', '--template='], '--template needs a value, found nothing'],
    [['T', '--from', ''], '--from needs a value, found nothing'],
    [['--section', 'x', '--in', ''], '--in needs a value, found nothing'],
    [['init', 'x'], 'init takes no arguments, found "x"'],
    [['templates', 'x'], 'templates takes no arguments, found "x"'],
  ])('called as %j says: %s', (args, message) => {
    expect(called(...args)[0]).toBe(message);
  });

  it.each<[args: string[], hint: string]>([
    [
      ['init', '--goal', 'x'],
      '--goal is only for a new proposal; npx create-enhancement init --help lists the flags of init',
    ],
    [['renumber', '1', '--forse'], 'npx create-enhancement renumber --help lists the flags'],
    [['init', 'x'], 'npx create-enhancement init --help lists the flags'],
    [['T', '--goal', '--yes'], 'If that is the value, write --goal=--yes'],
  ])('called as %j, says what to do: %s', (args, hint) => {
    expect(called(...args)[1]).toBe(hint);
  });

  it.each([
    ['T', '--goal', '- a'],
    ['T', '--goal', '-a'],
    ['T', '--goal', '--no flag of ours'],
    ['T', '--goal=--yes'],
    ['T', '--summary', ''],
  ])('takes %j %s %s', (...args) => {
    expect(called(...args)).toEqual(['create']);
  });
});

describe('a word', () => {
  const words =
    'help new add section remove delete lint validate fix config version search index view edit serach valdate';

  it.each(words.split(' '))('%s never becomes a title', (word) => {
    const [message, hint] = called(word, '--yes');
    expect(message).toBe(`There is no command "${word}"`);
    expect(hint).toContain(`to use it as a title: npx create-enhancement --title ${word}`);
  });

  it.each<[args: string[], hint: string]>([
    [['help'], 'Type npx create-enhancement --help;'],
    [['help', 'renumber'], 'Type npx create-enhancement renumber --help;'],
    [['new', 'T', '--goal', 'a b'], "Type npx create-enhancement T --goal 'a b';"],
    [['--json', 'add', 'x', '--in', '1'], 'Type npx create-enhancement --section --json x --in 1;'],
    [['new', "Foo's bar"], "Type npx create-enhancement 'Foo'\\''s bar';"],
    [['add', 'drawbacks'], 'Type npx create-enhancement --section drawbacks;'],
    [['section', 'a', 'b'], 'Type npx create-enhancement --section a b;'],
    [['delete', 'drawbacks'], 'Type npx create-enhancement --remove drawbacks;'],
    [['delete', '3'], 'npx create-enhancement --help lists the commands;'],
    [['version'], 'Type npx create-enhancement --version;'],
    [['search'], 'npx create-enhancement --help lists the commands;'],
    [['renumbr', '7', '9'], 'Type npx create-enhancement renumber 7 9;'],
  ])('%j: %s', (args, hint) => {
    expect(called(...args)[1]).toContain(hint);
  });

  it.each<[word: string, meant: string | undefined]>([
    ['renumbr', 'renumber'],
    ['renumbre', 'renumber'],
    ['numbr', 'number'],
    ['umbrr', undefined],
    ['template', 'templates'],
    ['reservation', 'reservations'],
    ['resrvation', 'reservations'],
    ['rservation', 'reservations'],
    ['inti', 'init'],
    ['stauts', 'status'],
    ['lits', 'list'],
    ['lst', 'list'],
    ['initt', 'init'],
    ['lisp', undefined],
    ['init2', undefined],
    ['Test', undefined],
    ['New', undefined],
    ['Check quotas at admission', undefined],
    ['new things', undefined],
    ['Numberless', undefined],
  ])('%s is taken for %s', (word, meant) => {
    const [message = ''] = called(word, '--yes');
    expect(message).toBe(
      meant === undefined ? 'create' : `There is no command "${word}"; did you mean ${meant}?`,
    );
  });

  it('is a title for those who mean it', () => {
    expect(called('--title', 'list', '--yes')).toEqual(['create']);
  });

  it.each<[args: string[], name: string]>([
    [['--json', 'renumber', '7'], 'renumber'],
    [['--dir', 'renumber', 'T'], 'create'],
    [['--goal', 'init', 'T'], 'create'],
    [['--section', 'renumber'], 'section'],
    [['--list-templates'], 'templates'],
    [['--', 'T'], 'create'],
  ])('%j calls %s', (args, name) => {
    expect(called(...args)).toEqual([name]);
  });
});
