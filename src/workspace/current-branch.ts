import path from 'node:path';
import fs from 'fs-extra';
import { isInside } from '../disk/inside.ts';
import type { GitRepository } from '../git/repository.ts';
import { orUndefined } from '../or-undefined.ts';
import { USUAL_BRANCHES } from '../words/branch-names.ts';

/** Whether nothing, or a branch that many share, is checked out: by git's own file, which saves a process. */
export function isOnUsualBranch(repository: Pick<GitRepository, 'directory'> | undefined): boolean {
  if (!repository) return true;
  const head = orUndefined(() => fs.readFileSync(path.join(repository.directory, 'HEAD'), 'utf8'));
  const branch = /^ref: refs\/heads\/(.+)/.exec(head ?? '')?.[1];
  return branch === undefined || USUAL_BRANCHES.includes(branch);
}

/** Whether commands of git that are run here are about the repository that the proposal is in. */
export function isInRepository({
  repository,
  cwd,
}: {
  repository: Pick<GitRepository, 'root'> | undefined;
  cwd: string;
}): boolean {
  return repository !== undefined && isInside(repository.root, cwd);
}
