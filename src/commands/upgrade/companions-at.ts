import path from 'node:path';
import { blobsNamed, blobTexts } from '../../git/history/objects.ts';
import type { TemplateSource } from './template-source.ts';

/**
 * What files beside a template said in some commits, by commit and name.
 * @throws Failure when git does not say
 */
export async function companionsAt(
  commits: readonly string[],
  root: string,
  { companions, path: file }: TemplateSource,
): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  if (companions.size === 0 || file === undefined) return found;
  const asked = commits.flatMap((commit) =>
    [...companions.keys()].map((name) => ({ commit, name })),
  );
  const folder = path.posix.dirname(file);
  const blobs = await blobsNamed(
    root,
    asked.map(({ commit, name }) => `${commit}:${path.posix.join(folder, name)}`),
  );
  const texts = await blobTexts(root, [...new Set(blobs.flatMap((blob) => blob ?? []))]);
  for (const [at, { commit, name }] of asked.entries()) {
    const text = texts.get(blobs[at] ?? '');
    if (text !== undefined) found.set(commit, (found.get(commit) ?? new Map()).set(name, text));
  }
  return found;
}
