import path from 'node:path';
import type { Workspace } from './workspace.ts';

const MOST_HAVE = 0.6;

/** The names of files that most proposals have beside their main document, such as `kep.yaml`. */
export function usualCompanions({ survey, detection, convention }: Workspace): string[] {
  const mains = new Set(detection?.siblings ?? []);
  if (convention.layout !== 'directory' || mains.size < 3) return [];
  const directories = new Set([...mains].map((main) => path.posix.dirname(main)));
  const counts = new Map<string, number>();
  for (const file of survey.paths) {
    if (mains.has(file) || !directories.has(path.posix.dirname(file))) continue;
    const name = path.posix.basename(file);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= mains.size * MOST_HAVE).map(([name]) => name);
}
