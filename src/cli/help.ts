import { wrapped } from '../report/wrap.ts';
import type { Command } from './command.ts';
import { COMMANDS, callOf } from './command-table.ts';
import { argumentOf, type Flag, type FlagGroup } from './flags.ts';

const WIDTH = 80;

const PROGRAM_NAME = 'create-enhancement';

const ABOUT_ITSELF: FlagGroup = {
  heading: 'Help:',
  flags: [
    { flag: '--version', short: '-V', help: 'show the version' },
    { flag: '--help', short: '-h', help: 'show this help' },
  ],
};

const EXIT_CODES = [
  'Exit codes: 0 success; 1 refused, nothing written (unless the message says',
  '"was written, but"); 2 usage error or missing answers; 130 cancelled.',
];

/** The help of a command; that of the default command also lists the others. */
export function helpText(command: Command): string[] {
  const isMain = command === COMMANDS[0];
  return [
    ...(isMain ? MAIN_USAGE : [`Usage: ${PROGRAM_NAME} ${usageOf(command)} [options]`]),
    '',
    ...wrapped(command.about, WIDTH),
    ...(isMain ? ['', ...commandList()] : []),
    ...[...command.groups, ABOUT_ITSELF].flatMap((group) => ['', ...groupLines(group, command)]),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
    ...(isMain ? EXIT_CODES : ['With --json:', ...indented(command.json)]),
  ];
}

const MAIN_USAGE = [
  `Usage: ${PROGRAM_NAME} [title] [options]`,
  `       ${PROGRAM_NAME} <command> [options]`,
];

function usageOf(command: Command): string {
  return `${callOf(command)} ${command.operands}`.trim();
}

function commandList(): string[] {
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  const width = Math.max(...shown.map((command) => usageOf(command).length));
  const lines = shown.map((command) => `  ${usageOf(command).padEnd(width)}  ${command.summary}`);
  return [
    'Commands:',
    ...lines,
    '',
    `${PROGRAM_NAME} <command> --help shows the help of a command.`,
  ];
}

function groupLines({ heading, flags }: FlagGroup, { groups }: Command): string[] {
  const all = [...groups, ABOUT_ITSELF].flatMap((group) => group.flags);
  const width = Math.max(...all.map((flag) => term(flag).length));
  const lines = flags
    .filter(({ hidden }) => !hidden)
    .flatMap((flag) => {
      const [first = '', ...others] = wrapped(flag.help, WIDTH - width - 4);
      const indent = ' '.repeat(width + 4);
      return [`  ${term(flag).padEnd(width)}  ${first}`, ...others.map((line) => indent + line)];
    });
  return [heading, ...lines];
}

function term(flag: Flag): string {
  const names = flag.short === undefined ? flag.flag : `${flag.short}, ${flag.flag}`;
  return `${names} ${argumentOf(flag)}`.trim();
}

function indented(text: string): string[] {
  return wrapped(text, WIDTH - 2).map((line) => `  ${line}`);
}
