import { type Command, CommanderError } from 'commander';
import { QUESTIONS } from '../answers/questions.ts';
import type { Beside } from '../document/sections/add-section-result.ts';
import { answersInFlags, refuseFlags, text } from './answer-flags.ts';
import { isMoveWord, moveCall, releaseCall } from './positionals.ts';
import { createProgram, HELP_WIDTH, usage } from './program.ts';
import { sectionCall } from './section-flags.ts';

/** What a call asks for. */
export type Call =
  | ({ command: 'create' } & CreateCall)
  | ({ command: 'section' } & SectionCall)
  | ({ command: 'renumber' } & RenumberCall)
  | ({ command: 'reservations' } & ReservationsCall)
  | ({ command: 'init' } & InitCall)
  | ({ command: 'list-templates' } & TemplatesCall)
  | { command: 'text'; text: string };

/** What every command can be told. Nothing is checked but the form of the flags. */
interface CommonCall {
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

/** What is asked of the remote. */
interface RemoteCall {
  /** Whether its branches and requests are asked for. */
  online: boolean;
  /** Whether a number is held there. */
  reserve: boolean;
  /** Whether nothing is asked of it, whatever else was said. */
  offline: boolean;
}

/** A call that creates a proposal. */
export interface CreateCall extends CommonCall, RemoteCall {
  /** Whether it gets its number later. */
  draft: boolean;
}

/** A call that lists the numbers held on the remote, or gives one back. */
export interface ReservationsCall extends CommonCall {
  release?: number;
  force: boolean;
}

/** A call that moves a proposal to another number, or gives a draft its number. */
export interface RenumberCall extends CommonCall, RemoteCall {
  proposal: string;
  /** Otherwise the next one. */
  number?: number;
  /** Whether it is to get its first number, and no other. */
  isFirst: boolean;
  /** Whether uncommitted changes may be in the way. */
  force: boolean;
}

/** A call that writes a configuration. */
export type InitCall = Pick<CommonCall, 'directory' | 'template' | 'yes' | 'dryRun' | 'json'>;

/** A call that lists the templates. */
export type TemplatesCall = Pick<CommonCall, 'directory' | 'json'>;

/** A call that adds sections to a proposal, or takes them out. */
export interface SectionCall extends CommonCall {
  action: 'add' | 'remove';
  /** Sections as named; none to be asked. */
  names: readonly string[];
  /** Which proposal: a number, a path or a name. */
  proposal?: string;
  beside?: Beside;
  acceptDoubts: boolean;
}

/**
 * Reads the arguments after the program's name.
 *
 * @throws Failure for anything that is not a call: an unknown flag, a missing or wrong value
 */
export function parseCall(args: readonly string[], version: string): Call {
  let output = '';
  const program = createProgram(version).configureOutput({
    writeOut: (written) => {
      output += written;
    },
    writeErr: () => undefined,
    getOutHelpWidth: () => HELP_WIDTH,
    getOutHasColors: () => false,
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { command: 'text', text: output };
    throw usage(error.message);
  }
  return callOf(program);
}

function callOf(program: Command): Call {
  const options = program.opts<Record<string, unknown>>();
  const [title, ...rest] = program.args;
  const isMove = isMoveWord(title);
  if (rest.length > (isMove || title === 'reservations' ? 2 : 0))
    throw usage(`too many arguments: ${rest.join(' ')}`);
  if (title !== undefined && options.title !== undefined) {
    throw usage('there are two titles: one by --title and one without a flag');
  }
  const common = commonCall(options, title);
  if (options.section !== undefined || options.remove !== undefined) {
    return { command: 'section', ...common, ...sectionCall(options, Object.keys(common.answers)) };
  }
  refuseFlags(options, ['in', 'before', 'after', 'acceptDoubts'], 'goes with --section');
  if (options.listTemplates === true) return { command: 'list-templates', ...common };
  if (title === 'init') {
    refuseAnswers(options, common, 'init');
    return { command: 'init', ...common };
  }
  if (isMove) {
    refuseAnswers(options, common, title);
    const force = options.force === true;
    return {
      command: 'renumber',
      ...common,
      ...moveCall(title, rest),
      ...remoteCall(options),
      force,
    };
  }
  if (title === 'reservations') {
    refuseAnswers(options, common, title);
    return {
      command: 'reservations',
      ...common,
      ...releaseCall(rest),
      force: options.force === true,
    };
  }
  refuseFlags(options, ['force'], 'goes with renumber and reservations');
  return { command: 'create', ...common, draft: options.draft === true, ...remoteCall(options) };
}

function remoteCall(options: Record<string, unknown>): RemoteCall {
  const isSet = (name: string) => options[name] === true;
  return { online: isSet('online'), reserve: isSet('reserve'), offline: isSet('offline') };
}

/** Commands that are words take no answers. */
function refuseAnswers(options: Record<string, unknown>, common: CommonCall, word: string): void {
  const { title: _, ...answers } = common.answers;
  const question = QUESTIONS.find(({ key }) => key === Object.keys(answers)[0]);
  if (question) throw usage(`${question.flag} does not go with ${word}`);
  refuseFlags(
    options,
    ['from', 'open', 'draft', ...(isMoveWord(word) ? [] : ['online', 'reserve', 'offline'])],
    `does not go with ${word}`,
  );
}

function commonCall(options: Record<string, unknown>, title: string | undefined): CommonCall {
  const [from, directory, template] = [
    text(options.from),
    text(options.dir),
    text(options.template),
  ];
  return {
    answers: { ...(title !== undefined && { title }), ...answersInFlags(options) },
    ...(from !== undefined && { from }),
    ...(directory !== undefined && { directory }),
    ...(template !== undefined && { template }),
    yes: options.yes === true,
    dryRun: options.dryRun === true,
    json: options.json === true,
    open: options.open === true,
  };
}
