import path from 'node:path';
import { shownPath } from '../repository/location.ts';
import type { Survey } from '../repository/survey.ts';

/** Others of the same name elsewhere in the repository: then a path has to say which one it means. */
export function namesakesOf({ root, paths }: Survey, moved: string): string[] {
  const name = path.basename(moved);
  const own = shownPath(root, moved);
  const all = paths.flatMap((file) => {
    const parts = file.split('/');
    const at = parts.indexOf(name);
    return at < 0 ? [] : [parts.slice(0, at + 1).join('/')];
  });
  return [...new Set(all)].filter((each) => each !== own);
}

/** Whether a path before the name, from its file or from the root, leads to the directory that is moved. */
export function leadsTo(
  before: string,
  { file, root, around }: { file: string; root: string; around: Survey },
): boolean {
  const parent = path.dirname(root);
  const written = before.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const fromFile = path.resolve(path.dirname(file), written || '.');
  const fromRoot = path.join(around.root, written.replace(/^\/+/, ''));
  const suffix = `/${shownPath(around.root, parent)}/`;
  return (
    fromFile === parent ||
    path.normalize(`${fromRoot}/.`) === parent ||
    `/${written}`.endsWith(suffix)
  );
}
