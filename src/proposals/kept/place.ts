import path from 'node:path';
import fs from 'fs-extra';
import { stateHome } from '../../process.ts';

/** Where answers are kept; what `+` begins is no folder's record. */
export function keptPlace(): string {
  return path.join(stateHome(), '+answers');
}

/** Whether any are, for whatever folder: apart, since most runs need not know more. */
export function hasKept(): boolean {
  return fs.pathExistsSync(keptPlace());
}
