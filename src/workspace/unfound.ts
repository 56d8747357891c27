import path from 'node:path';
import fs from 'fs-extra';
import { Failure, type NextCall } from '../failure.ts';
import { isMarkdown } from '../file-names.ts';
import type { Workspace } from './workspace.ts';

const MOST_LISTED = 10;

/**
 * The error for a word that no proposal is called by.
 * @param flag what is told which proposal is meant, as the user knows it
 */
export function noProposalError(
  word: string,
  proposals: readonly { shown: string }[],
  { workspace, flag }: { workspace: Pick<Workspace, 'location'>; flag: string },
): Failure {
  const known = proposals.length > 0 ? ':' : '';
  return Failure.usage(
    'not-found',
    `There is no proposal "${word}" in ${workspace.location.shown}${known}`,
    { list: listed(proposals), hint: howToSay(flag) },
  );
}

/**
 * The error for when nobody said which proposal, and nobody can be asked.
 * @param flag what is told which one is meant, or the command that it follows
 */
export function missingProposalError(
  proposals: readonly { shown: string }[],
  { location }: Pick<Workspace, 'location'>,
  flag = '--in',
): Failure {
  const message =
    proposals.length > 0
      ? `Choose a proposal with ${flag} <number|path>:`
      : `There is no proposal in ${location.shown} yet`;
  const [only, ...others] = proposals;
  return Failure.usage('missing-answers', message, {
    list: listed(proposals),
    ...(!only && { hint: 'Run npx create-enhancement to write the first one' }),
    ...(only && others.length === 0 && { next: callAbout(only.shown, flag) }),
  });
}

/** @throws Failure when a directory was named that is not there: nothing in it is behind, but that says nothing */
export function refuseMissingDirectory(directory: string | undefined, cwd: string): void {
  if (directory === undefined || fs.pathExistsSync(path.resolve(cwd, directory))) return;
  throw Failure.usage('not-found', `There is no directory ${directory}`, {
    hint: '--dir takes the directory of the proposals',
  });
}

/** How a proposal is named to a flag. */
export function howToSay(flag: string): string {
  return `${flag} takes the number, the path of the document, or the directory of a proposal`;
}

/** @throws Failure when a file that is named is plainly no document */
export function refuseOtherFile({ file, shown }: { file: string; shown: string }): void {
  if (isMarkdown(file) || !/\.(?:json|ya?ml|toml|html?|rst|adoc|png|svg|jpe?g|pdf)$/i.test(file))
    return;
  throw Failure.usage('usage', `${shown} is not Markdown`, {
    hint: 'Name the document of a proposal, its directory, number or name',
  });
}

/** Where proposals are, the last of them: more than these are no help to read. */
export function listed(proposals: readonly { shown: string }[]): string[] {
  const shown = proposals.slice(-MOST_LISTED).map((each) => each.shown);
  const left = proposals.length - shown.length;
  return left > 0 ? [`… and ${left} more`, ...shown] : shown;
}

function callAbout(shown: string, flag: string): NextCall {
  return flag === '--in' ? { flag, value: shown } : { add: [shown] };
}
