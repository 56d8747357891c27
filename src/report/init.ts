import type { Configuration } from '../convention/configuration/configuration.ts';
import type { Recovery } from '../proposals/leftovers.ts';
import { leftoverNotes } from './leftovers.ts';
import { dryRunLines, noteLines, paint, type Style } from './style.ts';

interface InitResult {
  command: 'init';
  dryRun: boolean;
  /** The configuration, relative to where the program runs. */
  path: string;
  configuration: Configuration;
  /** What was or would be written; the content is there in a dry run only. */
  files: { path: string; content?: string }[];
}

/** A configuration that was written, with what a person is told beside the result. */
export interface Initialisation extends Recovery {
  result: InitResult;
  /** How many proposals the convention was learned from. */
  learnedFrom: number;
}

/** A configuration in words. */
export function initText({ result, learnedFrom }: Initialisation, style: Style): string[] {
  if (result.dryRun) {
    return dryRunLines(result.files, style);
  }
  const lines = result.files.map(({ path }) => `${paint(style, 'green', 'Created')} ${path}`);
  const from =
    learnedFrom === 0
      ? 'with the defaults'
      : `as found in ${learnedFrom} ${learnedFrom === 1 ? 'proposal' : 'proposals'}`;
  return [
    ...lines,
    '',
    `It says how proposals are filed here, ${from}. What you take out of it is detected again`,
    'in the repository.',
  ];
}

export function initNotes(made: Initialisation, style: Style): string[] {
  return noteLines(leftoverNotes(made), style);
}
