import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * What tells a clone from every other, and nothing else about it: two people, or two machines of a build
 * service, may go by one name.
 * @param commonDirectory of the clone, absolute
 */
export function cloneId(commonDirectory: string): string {
  const { ino, birthtimeMs, ctimeMs } = statSync(commonDirectory);
  // Where no creation time is kept, the last change is given instead, which would not stay the same.
  const born = birthtimeMs === ctimeMs ? 0 : birthtimeMs;
  const facts = [hostname(), commonDirectory, ino, born].join('\0');
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}
