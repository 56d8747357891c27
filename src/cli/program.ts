import { Command, Option } from 'commander';
import { QUESTIONS, type Question } from '../answers/questions.ts';
import { Failure } from '../failure.ts';

/** Columns. */
export const HELP_WIDTH = 80;

/** The flags and their help. Parsing throws for anything that is not a call. */
export function createProgram(version: string): Command {
  const program = new Command('create-enhancement')
    .description('Guides you from an idea to a written, numbered enhancement proposal.')
    .usage(
      '[title] [options]\n       create-enhancement --section [name...] [--in <proposal>]\n       create-enhancement renumber <proposal> [n]\n       create-enhancement reservations [release <n>]\n       create-enhancement init',
    )
    .argument('[title]', 'title of the proposal')
    .argument('[rest...]')
    .configureHelp({
      visibleArguments: ({ registeredArguments }) => registeredArguments.slice(0, 1),
    })
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .version(version, '-V, --version', 'show the version')
    .addHelpText('after', EXAMPLES);
  program.optionsGroup('Answers (a question is asked for each one missing):');
  for (const question of QUESTIONS) program.addOption(answerOption(question));
  return program
    .option(
      '--from <file>',
      'read answers from a YAML or JSON file, or - for standard input',
      onceOnly('--from'),
    )
    .optionsGroup('Sections of a proposal that is there already:')
    .option('--section [name...]', 'add sections of the template; all: every missing required one')
    .option('--remove [name...]', 'take sections out whose text is still the template’s')
    .option(
      '--in <proposal>',
      'the proposal: its number, path or name (default: the current one)',
      onceOnly('--in'),
    )
    .option('--before <heading>', 'put the section before this heading', onceOnly('--before'))
    .option(
      '--after <heading>',
      'put the section after this heading and its sub-sections',
      onceOnly('--after'),
    )
    .option('--accept-doubts', 'take the proposed place also where it is doubtful')
    .optionsGroup('Where and how:')
    .option(
      '--dir <directory>',
      'directory of the proposals (default: as found, else enhancements)',
      onceOnly('--dir'),
    )
    .option(
      '--template <template>',
      'a file, a directory or a name (default: the repository’s)',
      onceOnly('--template'),
    )
    .option('--draft', 'write XXXX for the number; renumber gives it its number later')
    .option('--online', 'also see branches and open pull requests of the remote')
    .option('--reserve', 'hold the number on the remote before anything is written')
    .option('--offline', 'ask nothing of the remote')
    .option('--force', 'renumber although something is not committed')
    .option('--list-templates', 'show the templates that have a name')
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
  create-enhancement --section drawbacks alternatives --in 7
  create-enhancement renumber 7
  create-enhancement init

Exit codes: 0 done; 1 refused, nothing written; 2 wrong call or missing answers;
130 cancelled, nothing written.`;

function answerOption({ flag, argument, repeated, help }: Question): Option {
  const option = new Option(argument ? `${flag} <${argument}>` : flag, help);
  if (argument === undefined) return option;
  return repeated ? option.argParser(collect) : option.argParser(onceOnly(flag));
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** The last of several would win, and the others be lost. */
function onceOnly(flag: string) {
  return (value: string, before: string | undefined): string => {
    if (before === undefined) return value;
    throw usage(`${flag} is there twice`);
  };
}

/** A wrong call, in words. */
export function usage(message: string): Failure {
  const lines = message.replace(/^error: /, '').split('\n');
  const hint = /too many arguments/.test(message) ? 'Put a title of several words in quotes' : HELP;
  return Failure.usage('usage', lines.join(' '), { hint });
}

const HELP = 'create-enhancement --help lists the flags';
