import path from 'node:path';
import { completenessOf } from '../../document/sections/completeness.ts';
import { templateSections } from '../../document/sections/template-sections.ts';
import { defaultBranch } from '../../git/default-branch.ts';
import { hasCommits } from '../../git/history/ask.ts';
import { type LastChange, lastChanges } from '../../git/history/last-changes.ts';
import { git } from '../../git/run.ts';
import { readProposal, statusSaid } from '../../proposals/state/read-proposal.ts';
import type { ListedState } from '../../report/state/list.ts';
import { loadTemplateText } from '../../template/load-template.ts';
import { type ListedProposal, listProposals } from '../../workspace/find-proposal.ts';
import type { Home } from '../../workspace/home.ts';
import { shownPath } from '../../workspace/location.ts';

/** Everything that is known of the proposals of a home, in the order of their numbers. */
export async function surveyProposals(home: Home): Promise<SurveyedProposals> {
  const sections = templateSections(await loadTemplateText(home.template));
  const proposals = listProposals(home);
  const known = await gitKnows(home);
  const all = proposals.map((proposal) => ({
    proposal,
    state: stateOfProposal(proposal, { home, sections, known }),
  }));
  return {
    states: all.flatMap(({ state }) => state ?? []),
    unread: all.flatMap(({ proposal, state }) => (state ? [] : [proposal.shown])),
  };
}

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

function stateOfProposal(
  proposal: ListedProposal,
  of: { home: Home; sections: ReturnType<typeof templateSections>; known: GitKnows },
): ListedState | undefined {
  const { home, sections, known } = of;
  const { survey, location } = home;
  const read = readProposal(proposal.file, !proposal.isFile);
  if (!read) return undefined;
  const relative = path.relative(survey.root, proposal.file).split(path.sep).join('/');
  const { changed = null, author = null } = known.changes.get(relative) ?? {};
  const isMerged = known.merged?.has(relative) ?? true;
  const value = statusSaid(read);
  const area = path.relative(location.numberRoot, proposal.directory).split(path.sep).join('/');
  return {
    number: proposal.number ?? null,
    title: read.title ?? proposal.slug,
    slug: proposal.slug,
    path: proposal.shown,
    status:
      value === undefined || !read.status
        ? null
        : { value, file: shownPath(survey.cwd, read.status.file), line: read.status.field.line },
    relations: read.relations.map(({ kind, to }) => ({ kind, to })),
    sections: completenessOf(read.text, sections),
    area: area === '' || area.startsWith('..') ? null : area,
    branch: isMerged ? null : (known.branch ?? null),
    changed,
    author,
  };
}

/** A few questions, however many proposals there are. */
async function gitKnows({ survey, location }: Home): Promise<GitKnows> {
  const { repository } = survey;
  if (!repository || !(await hasCommits(repository.root))) return NOTHING_KNOWN;
  const { root } = repository;
  const directories = location.numbered.map((each) =>
    path.relative(root, each).split(path.sep).join('/'),
  );
  const [changes, usual, current] = await Promise.all([
    lastChanges(root, directories),
    defaultBranch(repository),
    git(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
  ]);
  if (usual === undefined || current === undefined || usual.endsWith(current)) {
    return { ...NOTHING_KNOWN, changes };
  }
  const names = await git(root, ['ls-tree', '-r', '-z', '--name-only', usual]);
  const merged = names === undefined ? undefined : new Set(names.split('\0'));
  return { changes, branch: current, merged };
}
