import type { BranchPath } from './branches.ts';
import { type Remote, type RemoteProblem, remoteProblem } from './remote.ts';
import { Scratch } from './scratch.ts';

/** What branches and open pull requests of a remote have, or why that is not known. */
export type OnlineScan = { paths: BranchPath[]; refs: number } | { problem: RemoteProblem };

/** Branches, and what would come of merging the open requests; those with conflicts have none. */
const REFSPECS = [
  '+refs/heads/*:refs/heads/*',
  '+refs/pull/*/merge:refs/pull/*/merge',
  '+refs/merge-requests/*/merge:refs/merge-requests/*/merge',
];

/**
 * Reads the names in some directories on all branches and open pull or merge requests of a remote, without
 * touching the user's clone.
 *
 * @param root the user's clone
 * @param directories from the root of the repository, with `/`
 */
export async function readOnline(
  root: string,
  remote: Remote,
  directories: readonly string[],
  signal: AbortSignal,
): Promise<OnlineScan> {
  const scratch = new Scratch(root, remote.url, signal);
  try {
    await scratch.open();
    const fetched = await scratch.remote([
      'fetch',
      '--quiet',
      '--depth=1',
      '--filter=blob:none',
      '--no-tags',
      '--no-recurse-submodules',
      remote.url,
      ...REFSPECS,
    ]);
    if (fetched.code !== 0) return { problem: remoteProblem(fetched) };
    const listed = await scratch.local(['for-each-ref', '--format=%(refname)%00%(authorname)']);
    const refs = listed.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\0'));
    const asked = refs.flatMap(([ref = '']) =>
      directories.map((directory) => `${ref}:${directory === '.' ? '' : directory}`),
    );
    const trees = await scratch.local(
      ['cat-file', '--batch'],
      asked.map((name) => `${name}\n`).join(''),
    );
    const found = namesInTrees(trees.stdout);
    const paths = refs.flatMap(([ref = '', author = ''], at) =>
      directories.flatMap((directory, index) =>
        (found[at * directories.length + index] ?? []).map((name) => ({
          path: directory === '.' ? name : `${directory}/${name}`,
          branch: labelOf(ref, remote.name),
          author: utf8(author),
        })),
      ),
    );
    return { paths, refs: refs.length };
  } finally {
    scratch.close();
  }
}

function labelOf(ref: string, remote: string): string {
  const request = /^refs\/(?:pull|merge-requests)\/(\d+)\//.exec(ref)?.[1];
  return request === undefined ? ref.replace(/^refs\/heads/, remote) : `request ${request}`;
}

/**
 * The names in a list of trees as `cat-file --batch` gives them: a head, and entries of a mode, a name and an
 * object id of raw bytes. What is missing is empty.
 *
 * @param output one character a byte
 */
function namesInTrees(output: string): string[][] {
  const trees: string[][] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', type = '', size = ''] = output.slice(at, end).split(' ');
    at = end + 1;
    if (!/^\d+$/.test(size)) {
      trees.push([]);
      continue;
    }
    trees.push(type === 'tree' ? namesIn(output.slice(at, at + Number(size)), id.length / 2) : []);
    at += Number(size) + 1;
  }
  return trees;
}

function namesIn(tree: string, idLength: number): string[] {
  const names: string[] = [];
  for (let at = 0; at < tree.length; ) {
    const end = tree.indexOf('\0', at);
    names.push(utf8(tree.slice(tree.indexOf(' ', at) + 1, end)));
    at = end + 1 + idLength;
  }
  return names;
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
