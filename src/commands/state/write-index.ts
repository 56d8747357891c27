import path from 'node:path';
import { relativePath } from '../../disk/inside.ts';
import { spliced } from '../../document/markdown/edits.ts';
import { lineEnding } from '../../document/markdown/lines.ts';
import type { Environment } from '../../environment.ts';
import { Failure } from '../../failure.ts';
import {
  editing,
  journalOfDocument,
  readDocument,
  rewriteDocument,
} from '../../proposals/document-file.ts';
import { isThereOnDisk } from '../../proposals/state/link-target.ts';
import { INDEX_OF_SOME, type ListedState, markdownTable } from '../../report/state/list.ts';
import { INDEX_BEGIN, INDEX_END } from '../../words/list-marks.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indexRange, statesOfList } from './index-range.ts';

interface ListToWrite {
  proposals: readonly ListedState[];
  /** Whether others were left out on purpose. */
  isOfSome: boolean;
}

/**
 * Keeps a table of proposals between two markers of a file, and touches nothing else in it.
 * @returns whether it has changed
 * @throws Failure when the file is not there, or has no markers
 */
export async function writeIndex(
  name: string,
  { proposals, isOfSome }: ListToWrite,
  { workspace, environment }: { workspace: Workspace; environment: Environment },
): Promise<boolean> {
  const file = path.resolve(environment.cwd, name);
  if (!isThereOnDisk(file)) throw noFileError(name);
  const document = readDocument(file, name, workspace.survey.root);
  const { text } = document;
  const next = indexText(text, name, { proposals, isOfSome }, environment.cwd);
  if (next === text) return false;
  const journal = journalOfDocument(document.path, workspace.survey);
  await editing(name, journal, async () => rewriteDocument(document, next, journal));
  return true;
}

/** As {@link indexText}, of all proposals: a list that shows some of them goes on showing those. */
export function refreshedIndex(
  text: string,
  name: string,
  all: readonly ListedState[],
  cwd: string,
): string {
  const range = indexRange(text);
  const table = range ? text.slice(range.start, range.end) : '';
  const isOfSome = table.includes(INDEX_OF_SOME);
  const proposals = isOfSome ? statesOfList(table, all, addressFrom(name, cwd)) : all;
  return indexText(text, name, { proposals, isOfSome }, cwd);
}

/**
 * A text with the table between its markers brought up to date.
 * @param name its path, as a call from `cwd` names it
 * @throws Failure when it has no markers
 */
function indexText(
  text: string,
  name: string,
  { proposals, isOfSome }: ListToWrite,
  cwd: string,
): string {
  const range = indexRange(text);
  if (!range) throw noMarkersError(name);
  const eol = lineEnding(text);
  const rows = markdownTable(proposals, addressFrom(name, cwd));
  const table = [...(isOfSome ? [INDEX_OF_SOME, ''] : []), ...rows].join(eol);
  return spliced(text, [{ ...range, text: `${eol}${table}${eol}` }]);
}

function addressFrom(name: string, cwd: string): (shown: string) => string {
  const from = path.dirname(path.resolve(cwd, name));
  return (shown) => relativePath(from, path.resolve(cwd, shown));
}

function noFileError(name: string): Failure {
  return Failure.usage('not-found', `${name} does not exist`, {
    hint: `Create it with two lines: ${INDEX_BEGIN} and, below it, ${INDEX_END}`,
  });
}

function noMarkersError(name: string): Failure {
  return Failure.refusal('not-written', `${name} does not mark where the list goes`, {
    hint: `Add ${INDEX_BEGIN} and, below it, ${INDEX_END} where the list should go`,
  });
}
