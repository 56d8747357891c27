import type { Stats } from 'node:fs';
import { userId } from '../process.ts';

/** Whether something belongs to whoever runs this; where users have no numbers, everything does. */
export function isOwn({ uid }: Stats): boolean {
  const own = userId();
  return own === undefined || uid === own;
}
