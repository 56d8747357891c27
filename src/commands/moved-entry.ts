import path from 'node:path';
import type { Convention } from '../convention/convention.ts';
import { numberPrefix } from '../convention/name-pattern.ts';
import { Failure } from '../failure.ts';
import { type FoundProposal, proposalsIn, type Where } from '../repository/find-proposal.ts';
import { shownPath } from '../repository/location.ts';
import type { Survey } from '../repository/survey.ts';

/** The directory or file that is a proposal, for its main document. */
export function entryOf({ file, shown }: FoundProposal, where: Where) {
  const isProposal = proposalsIn(where).some((each) => each.file === path.normalize(file));
  const directory = where.location.numbered
    .filter((each) => file.startsWith(each + path.sep))
    .sort((a, b) => b.length - a.length)[0];
  if (!isProposal || directory === undefined) {
    throw Failure.usage('usage', `${shown} is no numbered proposal of this repository`);
  }
  const name = path.relative(directory, file).split(path.sep)[0] ?? '';
  return { directory, name, isFile: path.join(directory, name) === file };
}

/** Whether a name begins with the prefix that numbers have here. */
export function hasPrefix(name: string, { name: pattern }: Convention): boolean {
  const prefix = numberPrefix(pattern).toLowerCase();
  return prefix !== '' && name.toLowerCase().startsWith(prefix);
}

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
