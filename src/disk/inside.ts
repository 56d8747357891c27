import path from 'node:path';
import fs from 'fs-extra';
import { isMissing } from '../system-error.ts';

/** Whether a path is a directory or lies below it, by their names alone. */
export function isInside(directory: string, target: string): boolean {
  const relative = path.relative(directory, target);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** A path from a directory, with `/` on every system; empty for the directory itself. */
export function relativePath(directory: string, target: string): string {
  return path.relative(directory, target).split(path.sep).join('/');
}

/**
 * Where a path leads, links followed: what is not there yet lies behind the nearest directory that is.
 * @throws what the system says, when it cannot be found out
 */
export function realPlace(target: string): string {
  try {
    return fs.realpathSync(target);
  } catch (error) {
    const parent = path.dirname(target);
    if (!isMissing(error) || parent === target) throw error;
    return path.join(realPlace(parent), path.basename(target));
  }
}

export interface Whereabouts {
  where: 'inside' | 'outside' | 'git';
  /** Where it leads. */
  real: string;
}

/**
 * Whether a path lies inside a directory by where it leads, and not in what belongs to git.
 * @param real where it leads, when that is known
 * @throws what the system says, when it cannot be found out
 */
export function whereabouts(
  root: string,
  target: string,
  real: string = realPlace(target),
): Whereabouts {
  const realRoot = realPlace(root);
  const parts = path.relative(realRoot, real).split(path.sep);
  if (!isInside(realRoot, real)) return { where: 'outside', real };
  return { where: parts.some(isGitName) ? 'git' : 'inside', real };
}

/**
 * Whether a name stands for git's own directory on some file system: in any case, with characters that HFS+
 * ignores, with dots and spaces that Windows does, or as its short name there (git's `verify_path`).
 */
export function isGitName(name: string): boolean {
  return /^(?:\.git|git~\d+)[. ]*$/i.test(name.replace(/[\p{Cf}\uFEFF]/gu, '').split(':')[0] ?? '');
}
