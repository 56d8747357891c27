import { Option, Command as Program } from 'commander';
import type { Command } from './command.ts';
import { COMMANDS, callOf } from './command-table.ts';
import type { Flag } from './flags.ts';
import { usageError } from './usage.ts';

/** Columns. */
const HELP_WIDTH = 80;

const NAME = 'create-enhancement';

/** A command's flags and help, for Commander to parse and to print. Parsing throws for anything else. */
export function programFor(command: Command, version: string): Program {
  const isFirst = command === COMMANDS[0];
  const program = new Program(NAME)
    .usage(usageLines(command, isFirst).join('\n       '))
    .description(isFirst ? `${command.about}\n\n${commandList()}` : command.about)
    .argument('[operands...]')
    .configureHelp({ visibleArguments: () => [] })
    .configureOutput({
      writeErr: () => undefined,
      getOutHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', afterFlags(command, isFirst));
  for (const { heading, flags } of command.groups) {
    program.optionsGroup(heading);
    for (const flag of flags) program.addOption(optionFor(flag));
  }
  return program
    .optionsGroup('Help:')
    .version(version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help');
}

function usageLines(command: Command, isFirst: boolean): string[] {
  if (isFirst) return ['[title] [options]', `${NAME} <command> [options]`];
  return [`${callOf(command)} ${command.operands}`.trim().concat(' [options]')];
}

/** A line for each command; Commander leaves indented lines as they are. */
function commandList(): string {
  const calls = COMMANDS.map((command) => [
    `${callOf(command)} ${command.operands}`.trim(),
    command.summary,
  ]);
  const width = Math.max(...calls.map(([call = '']) => call.length));
  const lines = calls.map(([call = '', summary = '']) => `  ${call.padEnd(width)}  ${summary}`);
  return ['Commands:', ...lines, '', `${NAME} <command> --help says more about one of them.`].join(
    '\n',
  );
}

function afterFlags({ examples, json }: Command, isFirst: boolean): string {
  return [
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    ...(isFirst ? EXIT_CODES : ['With --json:', ...wrapped(json).map((line) => `  ${line}`), '']),
  ].join('\n');
}

const EXIT_CODES = [
  'Exit codes: 0 done; 1 refused, nothing written; 2 wrong call or missing answers;',
  '130 cancelled, nothing written.',
  '',
];

/** A text in lines that fit the help with their indent, broken at spaces. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= HELP_WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function optionFor({ flag, argument, takesAny, repeated, help, hidden = false }: Flag): Option {
  if (argument === undefined) return new Option(flag, help).hideHelp(hidden);
  if (takesAny) return new Option(`${flag} [${argument}...]`, help);
  const option = new Option(`${flag} <${argument}>`, help);
  return repeated ? option.argParser(collect) : option.argParser(onceOnly(flag));
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** The last of several would win, and the others be lost. */
function onceOnly(flag: string) {
  return (value: string, before: string | undefined): string => {
    if (before === undefined) return value;
    throw usageError(`${flag} is given twice`);
  };
}
