import path from 'node:path';
import fs from 'fs-extra';
import { orUndefined } from '../../or-undefined.ts';
import type { GitRepository } from '../repository.ts';

/** Whether a work tree has only some of the tracked files (git-sparse-checkout(1)). */
export function isSparse({ directory, commonDirectory }: GitRepository): boolean {
  if (!fs.pathExistsSync(path.join(directory, 'info', 'sparse-checkout'))) return false;
  const settings = [path.join(directory, 'config.worktree'), path.join(commonDirectory, 'config')];
  return settings.some((file) =>
    /^[ \t]*sparsecheckout[ \t]*(?:=[ \t]*"?(?:true|yes|on|1)\b|$)/im.test(
      orUndefined(() => fs.readFileSync(file, 'utf8')) ?? '',
    ),
  );
}
