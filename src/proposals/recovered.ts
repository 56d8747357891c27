import { hasLeft, type State } from './changes/state.ts';
import type { Recovery } from './leftovers.ts';

/**
 * Takes back what runs that were killed had begun in a folder; seldom is there anything, and what does it is
 * loaded only then.
 * @param force whether what has been changed since stays as it is
 */
export async function recoveredAt(state: State, force = false): Promise<Recovery> {
  if (!hasLeft(state)) return { undone: [], left: [] };
  const { recover } = await import('./changes/recover.ts');
  return recover(state, force);
}
