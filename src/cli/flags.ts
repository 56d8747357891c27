import { QUESTIONS, type Question } from '../answers/questions.ts';

export interface Flag {
  flag: `--${string}`;
  /** A letter that stands for it. */
  short?: `-${string}`;
  /** What follows it; none for a switch. */
  argument?: string;
  /** Whether it can be left without the argument, or takes several. */
  takesAny?: boolean;
  /** Whether it is given once for each item. */
  repeated?: boolean;
  help: string;
  /** Whether the help is silent about it. */
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
  help: 'go on with the questions of a run that was not finished',
};

export const FRESH: Flag = {
  flag: '--fresh',
  help: 'begin without them, and keep them for later',
};

export const SHOW_COMMAND: Flag = {
  flag: '--show-command',
  help: 'show the command that would do the same without questions',
};

export const DIRECTORY: Flag = {
  flag: '--dir',
  argument: 'directory',
  help: 'directory of the proposals (default: as found, else enhancements)',
};

export const TEMPLATE: Flag = {
  flag: '--template',
  argument: 'template',
  help: 'a file, a directory or a name (default: the repository’s)',
};

export const DOCUMENT: Flag = {
  flag: '--document',
  argument: 'file',
  help: 'main document of a directory (default: as found, else README.md)',
};

export const SUPERSEDES: Flag = {
  flag: '--supersedes',
  argument: 'proposal',
  help: 'the proposal whose place it takes; both then say so',
};

export const DRAFT: Flag = {
  flag: '--draft',
  help: 'write XXXX for the number; the number command fills it in later',
};

/** What is asked of the remote. */
export const REMOTE: readonly Flag[] = [
  { flag: '--online', help: 'also see branches and open pull requests of the remote' },
  { flag: '--reserve', help: 'hold the number on the remote before anything is written' },
  { flag: '--offline', help: 'ask nothing of the remote, whatever the configuration says' },
];

export const YES: Flag = {
  flag: '--yes',
  help: 'ask nothing; what is missing, but for the title, takes its default',
};

export const DRY_RUN: Flag = {
  flag: '--dry-run',
  help: 'show what would be written, and write nothing',
};

export const JSON_OUTPUT: Flag = {
  flag: '--json',
  help: 'print one JSON object on standard output',
};

export const OPEN: Flag = { flag: '--open', help: 'open the proposal in $VISUAL or $EDITOR' };
