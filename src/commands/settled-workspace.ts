import type { Environment } from '../environment.ts';
import { isUnfinished, journalOf } from '../proposals/changes/journal.ts';
import type { Leftover, Recovery } from '../proposals/leftovers.ts';
import { recoveredAt } from '../proposals/recovered.ts';
import { fewOf } from '../words/few-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Opens a workspace in which nothing is halfway: what runs that were killed had begun is taken back first, and the
 * workspace is looked at again.
 * @param dryRun whether nothing may be changed, not even that
 */
export async function settledWorkspace(
  open: () => Promise<Workspace>,
  { dryRun, force = false }: { dryRun: boolean; force?: boolean },
  environment: Environment,
): Promise<{ workspace: Workspace; recovery: Recovery }> {
  const workspace = await open();
  const unread = workspace.survey.unread.map((each) => each || '.');
  const left: Leftover[] = unread.length > 0 ? [{ kind: 'unread', path: fewOf(unread) }] : [];
  if (dryRun) {
    noteUnfinished(workspace, environment);
    return { workspace, recovery: { undone: [], left } };
  }
  const { root, repository } = workspace.survey;
  const recovered = await recoveredAt(journalOf(root, repository), force);
  const recovery = { ...recovered, left: [...left, ...recovered.left] };
  return { workspace: recovery.undone.length > 0 ? await open() : workspace, recovery };
}

/** Tells that files may be half changed, where nothing may be taken back. */
export function noteUnfinished(
  { survey: { root, repository } }: Workspace,
  environment: Environment,
): void {
  if (!isUnfinished(journalOf(root, repository))) return;
  environment.note(
    'a change of files here has not finished: if no other run is active, it was interrupted, and the next command that writes rolls it back or says why not',
  );
}
