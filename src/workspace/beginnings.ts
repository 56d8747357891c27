import path from 'node:path';
import { readRegular } from '../disk/read-file.ts';
import { orUndefined } from '../or-undefined.ts';

/** So much of a file says what it is; in bytes. */
const BEGINNING = 64_000;

const LARGEST_READ = 2_000_000;

/** What reads the beginnings of the files of a root, each once; undefined where a file cannot be read. */
export function beginningReader(root: string): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, textAtStart(path.join(root, file)));
    return known.get(file);
  };
}

function textAtStart(file: string): string | undefined {
  const bytes = orUndefined(() => readRegular(file, { largest: LARGEST_READ }));
  return bytes?.subarray(0, BEGINNING).toString('utf8');
}
