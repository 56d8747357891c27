import path from 'node:path';
import fs from 'fs-extra';
import { orUndefined } from '../../or-undefined.ts';

/**
 * Whether a link of a document leads to something that is there.
 * @param root what an address that begins with a slash is from
 */
export function isLinkThere(target: string, file: string, root: string): boolean {
  const bare = target.replace(/[?#].*$/, '');
  const place = bare.startsWith('/')
    ? path.join(root, bare)
    : path.resolve(path.dirname(file), bare);
  return fs.pathExistsSync(place) || fs.pathExistsSync(decodedPath(place));
}

/** An address as a path; as written where its escapes stand for nothing. */
export function decodedPath(place: string): string {
  return orUndefined(() => decodeURI(place)) ?? place;
}
