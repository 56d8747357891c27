import path from 'node:path';
import { isInside } from '../../disk/inside.ts';
import { pathFromRoot } from '../../workspace/location.ts';
import type { Survey } from '../../workspace/survey.ts';

/** Others of the same name elsewhere in the repository, absolute: then a path has to say which one it means. */
export function namesakesOf({ root, paths }: Survey, moved: string): string[] {
  const name = path.basename(moved);
  const all = paths.flatMap((file) => {
    const parts = file.split('/');
    const at = parts.indexOf(name);
    return at < 0 ? [] : [path.join(root, ...parts.slice(0, at + 1))];
  });
  return [...new Set(all)].filter((each) => each !== moved);
}

/** Which proposal a path that ends in a name leads to, from its file, from the root, or in an address. */
export function meantBy(
  before: string,
  moved: string,
  { file, others, survey }: { file: string; others: readonly string[]; survey: Survey },
): 'this' | 'another' | 'unknown' {
  const isRelative = /^\.\.?\//.test(before);
  if (isRelative && !isInside(survey.root, path.resolve(path.dirname(file), before)))
    return 'another';
  if (others.length === 0) return 'this';
  const leads = (target: string) => leadsTo(before, { file, parent: path.dirname(target), survey });
  const isOther = others.some(leads);
  if (leads(moved)) return isOther ? 'unknown' : 'this';
  return isOther ? 'another' : 'unknown';
}

function leadsTo(
  before: string,
  { file, parent, survey }: { file: string; parent: string; survey: Survey },
): boolean {
  const written = before.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const fromFile = path.resolve(path.dirname(file), written || '.');
  const fromRoot = path.join(survey.root, written.replace(/^\/+/, ''));
  const suffix = `/${pathFromRoot(survey.root, parent)}/`;
  return (
    fromFile === parent ||
    (written !== '' && path.normalize(`${fromRoot}/.`) === parent) ||
    `/${written}`.endsWith(suffix)
  );
}
