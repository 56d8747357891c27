/** What an address shows of a repository: a commit, a tag or a branch. */
const SHOWN =
  /(?:\/(?:-\/)?(?:blob|tree|raw|blame|edit|commits?|src\/(?:branch|tag|commit))\/|raw\.githubusercontent\.com\/[^/\s]+\/[^/\s]+\/)((?:refs\/(?:heads|tags)\/)?)([^\s()[\]<>"']*)$/;

/** Branches that are the repository itself to most who link to it. */
const USUAL: readonly string[] = ['HEAD', 'main', 'master', 'trunk', 'develop'];

/**
 * Whether what an address leads to is renamed with a proposal. A commit or a tag keeps what it shows, under
 * the name that it had; another branch keeps it for now.
 *
 * @param before the address up to the name
 * @param branches on which it is renamed
 */
export function followsRenaming(
  before: string,
  branches: readonly string[],
): 'follows' | 'stays' | 'unknown' {
  const [, kind = '', rest] = SHOWN.exec(before) ?? [];
  if (rest === undefined) return 'follows';
  if (/^[0-9a-f]{7,64}(?:\/|$)/.test(rest)) return 'stays';
  const isAddress = /[a-z]:\/\/[^\s()[\]<>"']*$/i.test(before);
  if (!isAddress) return 'follows';
  if (kind === 'refs/tags/' || /^v?\d+(?:\.\d+)+[^/]*\//.test(rest) || /\/src\/tag\//.test(before))
    return 'stays';
  const moves = [...USUAL, ...branches].some((branch) => rest.startsWith(`${branch}/`));
  return moves ? 'follows' : 'unknown';
}
