import path from 'node:path';
import { numberIn } from '../../../convention/entry-name.ts';
import { numberPrefix, parseEntryName } from '../../../convention/parse-entry-name.ts';
import { isMarkdown } from '../../../file-names.ts';
import type { ListedProposal } from '../../../workspace/find-proposal.ts';
import { isBelow, shownPath } from '../../../workspace/location.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/**
 * The proposals with a number among the files of a commit.
 * @param names from the root of the repository, with `/`
 */
export function proposalsNamed(
  names: Iterable<string>,
  { survey, location, convention }: Workspace,
): ListedProposal[] {
  const { root, cwd } = survey;
  const prefix = numberPrefix(convention);
  return [...names].filter(isMarkdown).flatMap((name) => {
    const file = path.join(root, name);
    const directory = location.numbered.find((each) => isBelow(file, each, path.sep));
    if (directory === undefined) return [];
    const [entry = '', inside] = path.relative(directory, file).split(path.sep);
    const number = numberIn(entry, prefix);
    if (number === undefined) return [];
    const { slug } = parseEntryName(entry, prefix);
    const isFile = inside === undefined;
    return [{ file, shown: shownPath(cwd, file), directory, name: entry, isFile, number, slug }];
  });
}
