import path from 'node:path';
import fs from 'fs-extra';
import { isInside } from '../../disk/inside.ts';
import { pathOfAddress } from '../../document/references/link-address.ts';

/** Whether there is a file or directory. */
export function isThereOnDisk(file: string): boolean {
  return fs.pathExistsSync(file);
}

/**
 * Whether a link of a document leads to something that is there.
 * @param root what an address that begins with a slash is from
 */
export function isLinkThere(
  target: string,
  file: string,
  root: string,
  isThere: (file: string) => boolean = isThereOnDisk,
): boolean {
  const place = linkPath(target, file, root);
  // Above the repository, a host has pages of it, such as `../../../issues/12`.
  if (!isInside(root, place)) return true;
  return isThere(place) || isThere(pathOfAddress(place));
}

/** Where a link of a document leads, absolute, as it is written. */
export function linkPath(target: string, file: string, root: string): string {
  const bare = target.replace(/[?#].*$/, '');
  return bare.startsWith('/') ? path.join(root, bare) : path.resolve(path.dirname(file), bare);
}
