import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onPath } from '../../src/git/program.ts';
import { emptyFolder } from '../support/folder.ts';

describe('a program on PATH', () => {
  it('is found in its absolute directories alone, and only as a file', () => {
    const folder = emptyFolder();
    const at = (name: string) => path.join(folder, name);
    mkdirSync(at('a/git.exe'), { recursive: true });
    mkdirSync(at('b'));
    writeFileSync(at('b/git.exe'), '');
    const listed = ['', '.', path.relative(process.cwd(), at('b')), at('none'), at('a'), at('b')];
    const found = (...directories: string[]) =>
      onPath('git.exe', { Path: directories.join(path.delimiter) });
    expect(found(...listed)).toBe(at('b/git.exe'));
    expect(found(...listed.slice(0, -1))).toBeUndefined();
    expect(onPath('git.exe', {})).toBeUndefined();
  });
});
