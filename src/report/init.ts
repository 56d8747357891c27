import type { Configuration } from '../convention/configuration/configuration.ts';
import type { Recovery } from '../proposals/leftovers.ts';
import { leftoverNotes } from './leftovers.ts';
import { dryRunLines, paint, type Style } from './style.ts';

interface InitResult {
  command: 'init';
  dryRun: boolean;
  /** The path of the configuration, relative to the working directory. */
  path: string;
  configuration: Configuration;
  /** What was or would be written; the content is included only in a dry run. */
  files: { path: string; content?: string }[];
}

/** A written configuration, with notes for the user. */
export interface Initialisation extends Recovery {
  result: InitResult;
  /** How many proposals the convention was learned from. */
  learnedFrom: number;
}

/** A configuration as text. */
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
    `It records the conventions for proposals here, ${from}. Settings that you remove`,
    'are detected again.',
  ];
}

export function initNotes(made: Initialisation): string[] {
  return leftoverNotes(made);
}
