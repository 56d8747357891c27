import { isNumbered } from '../../convention/convention.ts';
import { copied } from '../../document/copied.ts';
import { withoutOwnNumber } from '../../document/head/title/title-number.ts';
import { completenessOf } from '../../document/sections/completeness.ts';
import type { TemplateSection } from '../../document/sections/template-sections.ts';
import { namesOfSections } from '../../document/upgrade/fit.ts';
import { knownBranches } from '../../git/default-branch.ts';
import { hasCommits } from '../../git/history/ask.ts';
import { type LastChange, lastChanges } from '../../git/history/last-changes.ts';
import { git } from '../../git/run.ts';
import { numberSaid } from '../../proposals/state/number-said.ts';
import { type ReadProposal, readListed, statusSaid } from '../../proposals/state/read-proposal.ts';
import type { ListedState } from '../../report/state/list.ts';
import { sectionsOfTemplate } from '../../template/load-template.ts';
import { isCounted, type ListedProposal, listDocuments } from '../../workspace/find-proposal.ts';
import { pathFromRoot, shownPath } from '../../workspace/location.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { TemplatesHere } from '../templates-here.ts';

/**
 * Everything that is known of the proposals of a workspace, in the order of their numbers.
 * @param words only those with all of these in their title or text, in small or capital letters
 */
export async function surveyProposals(
  workspace: Workspace,
  words: readonly string[] = [],
): Promise<SurveyedProposals> {
  // Git answers while the files are read.
  const asked = gitKnows(workspace);
  asked.catch(() => undefined);
  const templates = await TemplatesHere.of(workspace, sectionsOfTemplate, namesOfSections);
  const read: { proposal: ListedProposal; state: ListedState | 'left out' | undefined }[] = [];
  for (const [index, proposal] of listDocuments(workspace).entries()) {
    const state = stateOfProposal(proposal, { workspace, templates, words });
    // A document without a number is a proposal if it has a status.
    const isOther = !isCounted(proposal, workspace);
    const isLeftOut = isOther && (state === undefined || state === 'left out' || !state.status);
    read.push({ proposal, state: isLeftOut ? 'left out' : state });
    // What git says is taken in between, or it would wait to say more.
    if (index % READ_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const known = await asked;
  const states = read.flatMap(({ proposal, state }) =>
    state === undefined || state === 'left out'
      ? []
      : withGit(state, proposal, { workspace, known }),
  );
  // Numbers that stand in texts alone are in no order yet.
  const of = ({ number }: ListedState) => number ?? Number.MAX_SAFE_INTEGER;
  return {
    states: isNumbered(workspace.convention) ? states : states.toSorted((a, b) => of(a) - of(b)),
    unread: read.flatMap(({ proposal, state }) => (state ? [] : proposal.shown)),
  };
}

const READ_AT_ONCE = 32;

export interface SurveyedProposals {
  states: ListedState[];
  /** The paths of those that are no text. */
  unread: string[];
}

interface GitKnows {
  changes: ReadonlyMap<string, LastChange>;
  /** What is not on the default branch yet is on this one. */
  branch: string | undefined;
  merged: ReadonlySet<string> | undefined;
}

const NOTHING_KNOWN: GitKnows = { changes: new Map(), branch: undefined, merged: undefined };

function withGit(
  state: ListedState,
  { file }: ListedProposal,
  { workspace, known }: { workspace: Workspace; known: GitKnows },
): ListedState {
  const relative = pathFromRoot(workspace.survey.root, file);
  const { changed = null, author = null } = known.changes.get(relative) ?? {};
  const isMerged = known.merged?.has(relative) ?? true;
  return { ...state, branch: isMerged ? null : (known.branch ?? null), changed, author };
}

interface StateContext {
  workspace: Workspace;
  templates: TemplatesHere<readonly TemplateSection[]>;
  words: readonly string[];
}

function hasWords({ title = '', text }: ReadProposal, words: readonly string[]): boolean {
  const all = words.length === 0 ? '' : `${title}\n${text}`.toLowerCase();
  return words.every((word) => all.includes(word.toLowerCase()));
}

function stateOfProposal(
  proposal: ListedProposal,
  { workspace, templates, words }: StateContext,
): ListedState | 'left out' | undefined {
  const { survey, location } = workspace;
  const read = readListed(proposal, survey.root);
  if (!read) return undefined;
  if (!hasWords(read, words)) return 'left out';
  const { status } = read;
  // Copies: a part of the text would keep all of it.
  const { value, title, relations } = copied({
    value: statusSaid(read),
    title: withoutOwnNumber(read.title ?? proposal.slug, proposal.number),
    relations: read.relations.map(({ kind, to }) => ({ kind, to })),
  });
  return {
    number: workspace.detection?.unknownNumbers
      ? null
      : (proposal.number ?? numberSaid(read) ?? null),
    title,
    slug: proposal.slug,
    path: proposal.shown,
    status:
      value === undefined || !status
        ? null
        : { value, file: shownFile(status.file, proposal, survey), line: status.field.line },
    relations,
    sections: completenessOf(read.text, templates.for(read.text)),
    area: areaOf(proposal.directory, location.numberRoot),
    branch: null,
    changed: null,
    author: null,
  };
}

function shownFile(file: string, proposal: ListedProposal, { cwd }: Workspace['survey']): string {
  return file === proposal.file ? proposal.shown : shownPath(cwd, file);
}

function areaOf(directory: string, numberRoot: string): string | null {
  const area = directory === numberRoot ? '.' : shownPath(numberRoot, directory);
  return area === '.' || area.startsWith('..') ? null : area;
}

/** A few questions, however many proposals there are, asked at once. */
async function gitKnows({ survey, location }: Workspace): Promise<GitKnows> {
  const { repository } = survey;
  if (!repository) return NOTHING_KNOWN;
  const { root } = repository;
  const directories = location.numbered.map((each) => pathFromRoot(root, each));
  const [changes, { usual, current }] = await Promise.all([
    lastChangesIfAny(root, directories),
    knownBranches(repository),
  ]);
  if (!changes) return NOTHING_KNOWN;
  const isUsual = usual === current || usual?.replace(/^[^/]+\//, '') === current;
  if (usual === undefined || current === undefined || isUsual) {
    return { ...NOTHING_KNOWN, changes };
  }
  const names = await git(root, ['ls-tree', '-r', '-z', '--name-only', usual]);
  const merged = names === undefined ? undefined : new Set(names.split('\0'));
  return { changes, branch: current, merged };
}

/** Undefined where there is no commit yet. */
async function lastChangesIfAny(root: string, directories: readonly string[]) {
  try {
    return await lastChanges(root, directories);
  } catch (error) {
    if (await hasCommits(root)) throw error;
    return undefined;
  }
}
