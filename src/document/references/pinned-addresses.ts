import { USUAL_BRANCHES } from '../../words/branch-names.ts';

/** What an address shows of a repository: a commit, a tag or a branch. */
const SHOWN_REF =
  /(?:\/(?:-\/)?(?:blob|tree|raw|blame|edit|commits?|\+|src(?:\/(?:branch|tag|commit))?)\/|raw\.githubusercontent\.com\/[^/\s]+\/[^/\s]+\/|@)((?:refs\/(?:heads|tags)\/)?)([^\s()[\]<>"']*)$/;

/** A commit or version before a colon, as git's own commands take them. */
const REVISION = /(?:^|[\s`'"(])(?:[0-9a-f]{7,64}|v?\d+(?:\.\d+)+[\w.-]*):[^\s:]*$/;

const REPOSITORY =
  /[a-z]+:\/\/(?:[^/\s@]+@)?[^/\s]+\/(?:gh\/)?((?:[^/\s]+\/){1,6}?[^/\s@]+?)(?:\/-)?(?:\/(?:blob|tree|raw|blame|edit|commits?|src)\/|@)[^\s()[\]<>"']*$/i;
const RAW = /raw\.githubusercontent\.com\/([^/\s]+\/[^/\s]+)\/[^\s()[\]<>"']*$/i;

const USUAL_REFS: readonly string[] = ['HEAD', ...USUAL_BRANCHES];

/**
 * Whether what an address leads to is renamed with a proposal. A commit or a tag keeps what it shows, under the
 * name that it had, and so does another repository; another branch keeps it for now.
 */
export function followsRenaming(
  { before, after }: { before: string; after: string },
  {
    branches,
    repositories,
    folder,
  }: { branches: readonly string[]; repositories: readonly string[]; folder?: string },
): 'follows' | 'stays' | 'unknown' {
  if (REVISION.test(before)) return 'stays';
  const [, kind = '', rest] = SHOWN_REF.exec(before) ?? [];
  const isAddress = ADDRESS_BEFORE.test(before);
  const moves = (ref: string) =>
    [...USUAL_REFS, ...branches].some((branch) => `${ref}/`.startsWith(`${branch}/`));
  const asked = isAddress ? ASKED_REF.exec(after)?.[1] : undefined;
  if (asked !== undefined) return moves(refIn(asked)) ? 'follows' : 'unknown';
  if (rest === undefined) return isOtherPage(before, folder) ? 'unknown' : 'follows';
  if (/^[0-9a-f]{7,64}(?:\/|$)/.test(rest)) return 'stays';
  if (!isAddress) return 'follows';
  if (kind === 'refs/tags/' || /^v?\d+(?:\.\d+)+[^/]*\//.test(rest) || /\/src\/tag\//.test(before))
    return 'stays';
  if (isElsewhere(before, repositories)) return 'unknown';
  return moves(rest) ? 'follows' : 'unknown';
}

/** Whether an address shows a page that does not lie where the proposals do: other sites may have one of the name. */
function isOtherPage(before: string, folder: string | undefined): boolean {
  if (folder === undefined || !ADDRESS_BEFORE.test(before)) return false;
  return !before.toLowerCase().endsWith(`/${folder.toLowerCase()}/`);
}

const ADDRESS_BEFORE = /[a-z]:\/\/[^\s()[\]<>"']*$/i;

/** A branch, tag or commit as an address asks for it after the path: cgit, Bitbucket and Azure DevOps do. */
const ASKED_REF = /[?&](?:h|at|ref|id|version)=([^&#\s]+)/;

function refIn(asked: string): string {
  return asked.replace(/%2f/gi, '/').replace(/^(?:refs\/heads\/|GB)/, '');
}

function isElsewhere(before: string, repositories: readonly string[]): boolean {
  const shown = (RAW.exec(before) ?? REPOSITORY.exec(before))?.[1];
  if (shown === undefined || repositories.length === 0) return false;
  const nameOf = (repository: string) => repository.toLowerCase().split('/').at(-1);
  return !repositories.some((own) => nameOf(own) === nameOf(shown));
}
