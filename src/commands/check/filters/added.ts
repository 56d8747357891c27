import path from 'node:path';
import { numberIn } from '../../../convention/entry-name.ts';
import { numberPrefix } from '../../../convention/parse-entry-name.ts';
import { subjectOf } from '../../../document/findings/finding.ts';
import { Failure } from '../../../failure.ts';
import { defaultBranch } from '../../../git/default-branch.ts';
import { filesAt } from '../../../git/history/files-at.ts';
import { git } from '../../../git/run.ts';
import { textOnDisk } from '../../../proposals/state/read-proposal.ts';
import type { ListedProposal } from '../../../workspace/find-proposal.ts';
import { pathFromRoot, shownPath } from '../../../workspace/location.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import type { CheckedProposal } from '../check-snapshot.ts';
import type { Snapshot } from '../snapshot.ts';
import { proposalsNamed } from './proposals-named.ts';

/** The proposals as they were where a branch began, and under which names they are there now. */
export interface Before {
  snapshot: Snapshot;
  /** The file that a file has become, absolute. */
  present(file: string): string;
  isTouched(file: string): boolean;
  /** What the branch is compared with, as it was called, and the commit where it began. */
  base: string;
  commit: string;
}

/**
 * The proposals where the branch that is checked out began.
 * @param ref what it began from; the default branch where nothing is said
 * @throws Failure when git knows no such beginning
 */
export async function beforeBranch(
  ref: string | undefined,
  workspace: Workspace,
  now: readonly ListedProposal[],
): Promise<Before> {
  const { repository, root, isGitSilent } = workspace.survey;
  if (!repository || isGitSilent) throw noGitError();
  const base = ref ?? (await defaultBranch(repository));
  if (base === undefined) throw noBaseError();
  const isKnown = await git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${base}^{commit}`,
  ]);
  if (isKnown === undefined) throw noSuchBaseError(base);
  const commit = await git(root, ['merge-base', '--end-of-options', base, 'HEAD']);
  if (commit === undefined) throw unknownBaseError(base);
  const files = await filesAt(root, commit);
  const relative = (file: string) => pathFromRoot(root, file);
  const snapshot: Snapshot = {
    proposals: [...stillThere(now, files, workspace), ...gone(now, files, workspace)],
    read: (file) => {
      const name = relative(file);
      if (files.changed.has(name)) return files.changed.get(name);
      return files.names.has(name) ? textOnDisk(file) : undefined;
    },
    isThere: (file) => files.names.has(relative(file)) || files.directories.has(relative(file)),
  };
  return {
    base,
    commit,
    snapshot,
    present: (file) => path.join(root, files.renamed.get(relative(file)) ?? relative(file)),
    isTouched: (file) => {
      const name = relative(file);
      return files.changed.has(name) || !files.names.has(name);
    },
  };
}

/** Whether the base that a branch is compared with is the commit that is checked out. */
export async function isBaseCheckedOut(
  ref: string | undefined,
  { survey: { repository, root } }: Workspace,
): Promise<boolean> {
  const base = ref ?? (repository && (await defaultBranch(repository)));
  if (base === undefined) return false;
  const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options'];
  const [one, other] = await Promise.all(
    [`${base}^{commit}`, 'HEAD'].map((each) => git(root, [...ask, each])),
  );
  return one !== undefined && one === other;
}

/** Findings that were not there before, each as often as it has been added. */
export function addedFindings(
  now: readonly CheckedProposal[],
  before: readonly CheckedProposal[],
  { present, isTouched }: Before,
): CheckedProposal[] {
  const counts = new Map<string, number>();
  for (const { proposal, found } of before) {
    for (const each of found) {
      const key = keyOfFound(present(proposal.file), each);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return now.map((checked) => ({
    ...checked,
    found: checked.found.filter((each) => {
      const key = keyOfFound(checked.proposal.file, each);
      const left = counts.get(key) ?? 0;
      counts.set(key, left - 1);
      return left <= 0 && (isTouched(checked.proposal.file) || !('other' in each.finding));
    }),
  }));
}

function keyOfFound(file: string, { finding, under }: CheckedProposal['found'][number]): string {
  return [path.normalize(file), finding.code, under, subjectOf(finding)].join('\0');
}

type FilesAt = Awaited<ReturnType<typeof filesAt>>;

function stillThere(
  now: readonly ListedProposal[],
  { names, renamed }: FilesAt,
  { survey, convention }: Workspace,
): ListedProposal[] {
  const { root, cwd } = survey;
  const oldNames = new Map([...renamed].map(([old, name]) => [name, old]));
  return now.flatMap((proposal) => {
    const name = pathFromRoot(root, proposal.file);
    const old = oldNames.get(name);
    if (old === undefined) return names.has(name) ? [proposal] : [];
    const file = path.join(root, old);
    const entry = path.basename(proposal.isFile ? old : path.dirname(old));
    const number = numberIn(entry, numberPrefix(convention));
    return [{ ...proposal, file, shown: shownPath(cwd, file), name: entry, number }];
  });
}

/** Those that the branch has taken away. */
function gone(
  now: readonly ListedProposal[],
  { removed }: FilesAt,
  workspace: Workspace,
): ListedProposal[] {
  const there = new Set(now.map(({ file }) => file));
  return proposalsNamed(removed, workspace).filter(({ file }) => !there.has(file));
}

function noGitError(): Failure {
  return Failure.usage('environment', '--changed needs git, which does not work here', {
    hint: 'Leave out --changed to check everything',
  });
}

function noBaseError(): Failure {
  return Failure.usage('usage', 'The base of this branch is unknown', {
    hint: 'Pass --base <branch or commit>',
  });
}

function noSuchBaseError(base: string): Failure {
  return Failure.usage('usage', `git cannot find the branch or commit ${base}`, {
    hint: `Fetch it (in actions/checkout with fetch-depth: 0), or pass another --base`,
  });
}

function unknownBaseError(base: string): Failure {
  return Failure.usage('usage', `git cannot find a common commit of ${base} and this branch`, {
    hint: 'In a shallow clone, fetch more (fetch-depth: 0 in actions/checkout); otherwise, pass another --base',
  });
}
