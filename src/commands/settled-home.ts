import { stateOf } from '../proposals/changes/state.ts';
import type { Leftover, Recovery } from '../proposals/leftovers.ts';
import { recoveredAt } from '../proposals/recovered.ts';
import type { Home } from '../workspace/home.ts';

/**
 * Opens a home in which nothing is halfway: what runs that were killed had begun is taken back first, and the
 * home is looked at again.
 * @param dryRun whether nothing may be changed, not even that
 */
export async function settledHome(
  open: () => Promise<Home>,
  { dryRun, force = false }: { dryRun: boolean; force?: boolean },
): Promise<{ home: Home; recovery: Recovery }> {
  const home = await open();
  const left = home.survey.unread.map((each): Leftover => ({ kind: 'unread', path: each || '.' }));
  if (dryRun) return { home, recovery: { undone: [], left } };
  const { root, repository } = home.survey;
  const recovered = await recoveredAt(stateOf(root, repository), force);
  const recovery = { ...recovered, left: [...left, ...recovered.left] };
  return { home: recovery.undone.length > 0 ? await open() : home, recovery };
}
