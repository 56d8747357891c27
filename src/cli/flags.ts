import { QUESTIONS, type Question } from '../answers/questions.ts';

export interface Flag {
  flag: `--${string}`;
  /** Its short form. */
  short?: `-${string}`;
  /** What follows it; none for a switch. */
  argument?: string;
  /** Whether the argument is optional, or may be several words. */
  takesAny?: boolean;
  /** Whether it can be repeated for several items. */
  repeated?: boolean;
  help: string;
  hidden?: boolean;
}

/** What follows a flag, as the help shows it; empty for a switch. */
export function argumentOf({ argument, takesAny }: Flag): string {
  if (argument === undefined) return '';
  return takesAny ? `[${argument}...]` : `<${argument}>`;
}

export interface FlagGroup {
  heading: string;
  flags: readonly Flag[];
}

/** The flags of answers, by their key in an answers file. */
export const answerFlag = (key: Question['key']): Flag => {
  const found = QUESTIONS.find((question) => question.key === key);
  if (!found) throw new Error(`there is no question ${key}`);
  return found;
};

export const ANSWER_FLAGS: readonly Flag[] = QUESTIONS;

export const FROM: Flag = {
  flag: '--from',
  argument: 'file',
  help: 'read answers from a YAML or JSON file, or - for standard input',
};

export const RESUME: Flag = {
  flag: '--resume',
  help: 'continue an unfinished run where it stopped',
};

export const FRESH: Flag = {
  flag: '--fresh',
  help: 'start a new proposal and keep the unfinished one',
};

export const SHOW_COMMAND: Flag = {
  flag: '--show-command',
  help: 'show the command that does the same without questions',
};

export const DIRECTORY: Flag = {
  flag: '--dir',
  argument: 'directory',
  help: 'directory of the proposals (default: detected, else enhancements)',
};

export const TEMPLATE: Flag = {
  flag: '--template',
  argument: 'template',
  help: 'a file, a directory or a name (default: the repository’s)',
};

export const DOCUMENT: Flag = {
  flag: '--document',
  argument: 'file',
  help: 'main document of a directory (default: detected, else README.md)',
};

export const SUPERSEDES: Flag = {
  flag: '--supersedes',
  argument: 'proposal',
  help: 'the proposal it supersedes; both are updated',
};

export const DRAFT: Flag = {
  flag: '--draft',
  help: 'write XXXX for the number; "number" assigns it later',
};

/** Flags for the remote. */
export const REMOTE: readonly Flag[] = [
  { flag: '--online', help: 'also check branches and open pull requests of the remote' },
  { flag: '--reserve', help: 'reserve the number on the remote before writing' },
  { flag: '--offline', help: 'do not contact the remote, whatever the configuration says' },
];

export const YES: Flag = {
  flag: '--yes',
  help: 'do not ask; use defaults for everything except the title',
};

export const DRY_RUN: Flag = {
  flag: '--dry-run',
  help: 'show what would be written without writing it',
};

export const JSON_OUTPUT: Flag = {
  flag: '--json',
  help: 'print one JSON object on standard output',
};

export const OPEN: Flag = { flag: '--open', help: 'open the proposal in $VISUAL or $EDITOR' };
