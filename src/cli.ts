import { Command, CommanderError, Option } from 'commander';
import { QUESTIONS, type Question } from './answers/questions.ts';
import { Failure } from './failure.ts';

/** What a call asks for. */
export type Call = ({ command: 'create' } & CreateCall) | { command: 'text'; text: string };

/** A call that creates a proposal, as given: nothing is checked but the form of the flags. */
export interface CreateCall {
  /** Answers by their key in an answers file. */
  answers: Readonly<Record<string, unknown>>;
  from?: string;
  directory?: string;
  template?: string;
  yes: boolean;
  dryRun: boolean;
  json: boolean;
  open: boolean;
}

const WIDTH = 80;

/**
 * Reads the arguments after the program's name.
 *
 * @throws Failure for anything that is not a call: an unknown flag, a missing or wrong value
 */
export function parseCall(args: readonly string[], version: string): Call {
  let text = '';
  const program = createProgram(version).configureOutput({
    writeOut: (written) => {
      text += written;
    },
    writeErr: () => undefined,
    getOutHelpWidth: () => WIDTH,
    getOutHasColors: () => false,
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'text', text };
    throw usage(error.message);
  }
  return { command: 'create', ...createCall(program) };
}

function createProgram(version: string): Command {
  const program = new Command('create-enhancement')
    .description('Guides you from an idea to a written, numbered enhancement proposal.')
    .usage('[title] [options]')
    .argument('[title]', 'title of the proposal')
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .version(version, '-V, --version', 'show the version')
    .addHelpText('after', EXAMPLES);
  program.optionsGroup('Answers (a question is asked for each one missing):');
  for (const question of QUESTIONS) program.addOption(answerOption(question));
  program.option('--from <file>', 'read answers from a YAML or JSON file, or - for standard input');
  program.optionsGroup('Where and how:');
  return program
    .option('--dir <directory>', 'directory of the proposals (default: enhancements)')
    .option('--template <file>', 'Handlebars Markdown template instead of the built-in one')
    .option('--yes', 'ask nothing; what is missing, but for the title, takes its default')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--json', 'print one JSON object on standard output')
    .option('--open', 'open the proposal in $VISUAL or $EDITOR')
    .optionsGroup('Help:');
}

const EXAMPLES = `
Examples:
  create-enhancement
  create-enhancement "Faster startup" --yes
  create-enhancement --from answers.yaml --dry-run

Exit codes: 0 done; 1 refused, nothing written; 2 wrong call or missing answers;
130 cancelled, nothing written.`;

function answerOption({ flag, argument, repeated, key, help }: Question): Option {
  const option = new Option(argument ? `${flag} <${argument}>` : flag, help);
  if (key === 'number') return option.argParser(wholeNumber);
  return repeated ? option.argParser(collect) : option;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw usage(`--number takes a whole number, found "${value}"`);
}

function createCall(program: Command): CreateCall {
  const options = program.opts<Record<string, unknown>>();
  const [title] = program.args;
  if (title !== undefined && options.title !== undefined) {
    throw usage('there are two titles: one by --title and one without a flag');
  }
  const flags = QUESTIONS.flatMap(({ key, flag }) => {
    const value = options[optionName(flag)];
    return value === undefined ? [] : [[key, key === 'sections' ? texts(value) : value]];
  });
  const text = (name: string) => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [from, directory, template] = [text('from'), text('dir'), text('template')];
  return {
    answers: { ...(title !== undefined && { title }), ...Object.fromEntries(flags) },
    ...(from !== undefined && { from }),
    ...(directory !== undefined && { directory }),
    ...(template !== undefined && { template }),
    yes: options.yes === true,
    dryRun: options.dryRun === true,
    json: options.json === true,
    open: options.open === true,
  };
}

function optionName(flag: string): string {
  return flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function texts(values: unknown): Record<string, string> {
  const pairs = (Array.isArray(values) ? values : []).map((value): [string, string] => {
    const [, section, text] = /^([^=]+)=([\s\S]*)$/.exec(String(value)) ?? [];
    if (section !== undefined && text !== undefined) return [section, text];
    throw usage(`--text takes section=text, found "${String(value)}"`);
  });
  return Object.fromEntries(pairs);
}

function usage(message: string): Failure {
  const lines = message.replace(/^error: /, '').split('\n');
  const hint = /too many arguments/.test(message) ? 'Put a title of several words in quotes' : HELP;
  return Failure.usage('usage', lines.join(' '), { hint });
}

const HELP = 'create-enhancement --help lists the flags';
