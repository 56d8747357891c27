import type { BranchPath } from './branches.ts';
import { type Remote, type RemoteProblem, remoteProblem } from './remote.ts';
import { type RemoteEnvironment, Scratch } from './scratch-repository.ts';

/** What branches and open pull requests of a remote have, or why that is not known. */
export type OnlineScan =
  | { paths: BranchPath[]; branches: number; requests: number }
  | { problem: RemoteProblem };

/** Branches, and what would come of merging the open requests; those with conflicts have none. */
const REFSPECS = [
  '+refs/heads/*:refs/heads/*',
  '+refs/pull/*/merge:refs/pull/*/merge',
  '+refs/merge-requests/*/merge:refs/merge-requests/*/merge',
];

/**
 * Reads the names in some directories on all branches and open pull or merge requests of a remote, without
 * touching the user's clone.
 * @param directories from the root of the repository, with `/`
 */
export async function readOnline(
  root: string,
  remote: Remote,
  directories: readonly string[],
  environment: RemoteEnvironment,
): Promise<OnlineScan> {
  const scratch = new Scratch(root, remote.url, environment);
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
    if (fetched.code !== 0 && !(await isEmpty(scratch, remote)))
      return { problem: remoteProblem(fetched) };
    const refs = await refsOf(scratch, remote.name);
    const seen = await namesBelow(scratch, refs, directories);
    const root = groupRoot(directories);
    const areas = root === undefined ? [] : unknownAreas(seen, root, directories);
    const paths = [...seen, ...(await namesBelow(scratch, refs, areas))];
    const requests = refs.filter(({ isRequest }) => isRequest).length;
    return { paths, branches: refs.length - requests, requests };
  } finally {
    scratch.close();
  }
}

interface RemoteRef {
  id: string;
  label: string;
  author: string;
  isRequest: boolean;
}

async function isEmpty(scratch: Scratch, { url }: Remote): Promise<boolean> {
  const { code, stdout } = await scratch.remote(['ls-remote', '--quiet', url]);
  return code === 0 && stdout === '';
}

async function refsOf(scratch: Scratch, remote: string): Promise<RemoteRef[]> {
  const format = '--format=%(objectname)%00%(refname)%00%(authorname)';
  const { stdout } = await scratch.local(['for-each-ref', format]);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', ref = '', author = ''] = utf8(line).split('\0');
      const request = /^refs\/(?:pull|merge-requests)\/(\d+)\//.exec(ref)?.[1];
      const label =
        request === undefined ? ref.replace(/^refs\/heads/, remote) : `request ${request}`;
      return { id, label, author, isRequest: request !== undefined };
    });
}

type SeenPath = BranchPath & { isTree: boolean };

async function namesBelow(
  scratch: Scratch,
  refs: readonly RemoteRef[],
  directories: readonly string[],
): Promise<SeenPath[]> {
  const asked = refs.flatMap(({ id }) =>
    directories.map((directory) => `${id}:${directory === '.' ? '' : directory}\n`),
  );
  if (asked.length === 0) return [];
  const trees = await scratch.local(['cat-file', '--batch'], asked.join(''));
  const found = namesInTrees(trees.stdout);
  return refs.flatMap(({ label, author }, at) =>
    directories.flatMap((directory, index) =>
      (found[at * directories.length + index] ?? []).map(({ name, isTree }) => ({
        path: directory === '.' ? name : `${directory}/${name}`,
        branch: label,
        author,
        isTree,
      })),
    ),
  );
}

function groupRoot(directories: readonly string[]): string | undefined {
  return directories.find(
    (root) =>
      directories.length > 1 &&
      directories.every((each) => each === root || root === '.' || each.startsWith(`${root}/`)),
  );
}

function unknownAreas(
  seen: readonly SeenPath[],
  root: string,
  directories: readonly string[],
): string[] {
  // Never ask for a file: git would fetch its content.
  const inRoot = seen.filter(({ path: file, isTree }) => {
    const parent = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    return isTree && parent === root;
  });
  const names = new Set(inRoot.map(({ path: file }) => file));
  return [...names].filter((each) => !directories.includes(each));
}

/**
 * The names in a list of trees as `cat-file --batch` gives them: a head, and entries of a mode, a name and an
 * object id of raw bytes. What is missing is empty.
 * @param output one character a byte
 */
function namesInTrees(output: string): TreeEntry[][] {
  const trees: TreeEntry[][] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', type = '', size = ''] = output.slice(at, end).split(' ');
    at = end + 1;
    if (!/^\d+$/.test(size)) {
      trees.push([]);
      continue;
    }
    trees.push(
      type === 'tree' ? namesInTree(output.slice(at, at + Number(size)), id.length / 2) : [],
    );
    at += Number(size) + 1;
  }
  return trees;
}

interface TreeEntry {
  name: string;
  isTree: boolean;
}

function namesInTree(tree: string, idLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < tree.length; ) {
    const end = tree.indexOf('\0', at);
    const [mode = '', ...name] = tree.slice(at, end).split(' ');
    entries.push({ name: utf8(name.join(' ')), isTree: mode === '40000' });
    at = end + 1 + idLength;
  }
  return entries;
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
