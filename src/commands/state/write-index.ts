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
import { type ListedState, markdownTable } from '../../report/state/list.ts';
import { INDEX_BEGIN, INDEX_END } from '../../words/list-marks.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { indexRange } from './index-range.ts';
import {
  choosesSome,
  filterMark,
  filterOfList,
  isAskedFor,
  type ListFilter,
} from './list-filter.ts';
import { surveyProposals } from './survey-proposals.ts';

export interface ListToWrite {
  proposals: readonly ListedState[];
  /** By which they were chosen; undefined for all. */
  filter: ListFilter | undefined;
}

/**
 * Keeps a table of proposals between two markers of a file, and touches nothing else in it.
 * @returns whether it has changed
 * @throws Failure when the file is not there, or has no markers
 */
export async function writeIndex(
  name: string,
  list: ListToWrite,
  { workspace, environment }: { workspace: Workspace; environment: Environment },
): Promise<boolean> {
  const file = path.resolve(environment.cwd, name);
  if (!isThereOnDisk(file)) throw noFileError(name);
  const document = readDocument(file, name, workspace.survey.root);
  const { text } = document;
  const next = indexText(text, name, list, environment.cwd);
  if (next === text) return false;
  const journal = journalOfDocument(document.path, workspace.survey);
  await editing(name, journal, async () => rewriteDocument(document, next, journal));
  return true;
}

/** Tells of texts which proposals the list in each is to have, and by which filter; they are read once for all. */
export function listsToWrite(
  workspace: Workspace,
  today: string,
): (text: string) => Promise<ListToWrite> {
  const surveyed = new Map<string, ReturnType<typeof surveyProposals>>();
  return async (text) => {
    const range = indexRange(text);
    const filter = filterOfList(range ? text.slice(range.start, range.end) : '');
    const key = JSON.stringify(filter?.words ?? []);
    const survey = surveyed.get(key) ?? surveyProposals(workspace, filter?.words);
    surveyed.set(key, survey);
    const { states } = await survey;
    const isListed = (each: ListedState) => !filter || isAskedFor(each, filter, today);
    return { proposals: states.filter(isListed), filter };
  };
}

/**
 * A text with the table between its markers brought up to date.
 * @param name its path, as a call from `cwd` names it
 * @throws Failure when it has no markers
 */
export function indexText(
  text: string,
  name: string,
  { proposals, filter }: ListToWrite,
  cwd: string,
): string {
  const range = indexRange(text);
  if (!range) throw noMarkersError(name);
  const eol = lineEnding(text);
  const rows = markdownTable(proposals, addressFrom(name, cwd));
  const mark = filter && choosesSome(filter) ? [filterMark(filter), ''] : [];
  const table = [...mark, ...rows].join(eol);
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
