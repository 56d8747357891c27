import { hasLeft, type Journal } from './changes/journal.ts';
import type { Recovery } from './leftovers.ts';

/**
 * Takes back what runs that were killed had begun in a folder; seldom is there anything, and what does it is
 * loaded only then.
 * @param force whether what has been changed since stays as it is
 */
export async function recoveredAt(journal: Journal, force = false): Promise<Recovery> {
  if (!hasLeft(journal)) return { undone: [], left: [] };
  const { recover } = await import('./changes/recover.ts');
  return recover(journal, force);
}
