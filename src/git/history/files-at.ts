import { withoutFilters } from '../run.ts';
import { askGit } from './ask.ts';
import { blobTexts } from './objects.ts';

/** The files of a commit, compared with those of the work tree. Paths are from its root, with `/`. */
export interface FilesOfCommit {
  names: ReadonlySet<string>;
  directories: ReadonlySet<string>;
  /** What files said that say something else now, or are gone; undefined for what is no text. */
  changed: ReadonlyMap<string, string | undefined>;
  removed: readonly string[];
  /** New names by the old ones. */
  renamed: ReadonlyMap<string, string>;
}

/** What is in a submodule is another repository's, whose settings could run a program. */
const OUTER = ['--ignore-submodules=all'];

/**
 * What a commit had, by three questions.
 * @throws Failure when git does not say
 */
export async function filesAt(root: string, commit: string): Promise<FilesOfCommit> {
  const filters = await withoutFilters(root);
  const [listed, raw] = await Promise.all([
    askGit(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]),
    askGit(root, [
      ...filters,
      'diff',
      '--raw',
      '-z',
      '--no-abbrev',
      '-M',
      '--no-ext-diff',
      ...OUTER,
      commit,
    ]),
  ]);
  const names = new Set(listed.split('\0').filter(Boolean));
  const differences = differencesIn(raw);
  const texts = await blobTexts(root, [...new Set(differences.map(({ blob }) => blob))]);
  const changed = differences.filter(({ kind }) => kind !== 'A');
  return {
    names,
    directories: new Set([...names].flatMap(directoriesAbove)),
    changed: new Map(changed.map(({ old, blob }) => [old, texts.get(blob)])),
    removed: changed.filter(({ kind }) => kind === 'D').map(({ old }) => old),
    renamed: new Map(
      changed.filter(({ kind }) => kind === 'R').map(({ old, name }) => [old, name]),
    ),
  };
}

interface Difference {
  kind: string;
  blob: string;
  old: string;
  name: string;
}

function differencesIn(raw: string): Difference[] {
  const fields = raw.split('\0');
  return fields.flatMap((field, at) => {
    const [, blob, kind] = /^:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ ([AMDRT])\d*$/.exec(field) ?? [];
    if (blob === undefined || kind === undefined) return [];
    const [old = '', next = ''] = fields.slice(at + 1, at + 3);
    return [{ kind, blob, old, name: kind === 'R' ? next : old }];
  });
}

function directoriesAbove(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return ['.', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}
