import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf } from '../support/folder.ts';

const root = path.join(import.meta.dirname, '../..');

describe('a checkout on Windows', () => {
  it('has the bytes of templates and fixtures that every other one has', async () => {
    const origin = path.join(emptyFolder(), 'origin');
    for (const name of ['.gitattributes', 'templates', 'test/fixtures']) {
      cpSync(path.join(root, name), path.join(origin, name), { recursive: true });
    }
    await git(origin, 'init', '--quiet');
    await git(origin, 'add', '--all');
    await git(origin, 'commit', '--quiet', '--message', 'First');
    const clone = path.join(emptyFolder(), 'clone');
    await git(origin, 'clone', '--quiet', '-c', 'core.autocrlf=true', origin, clone);
    expect(treeOf(clone)).toEqual(treeOf(origin));
    const crlf = path.join(clone, 'test/fixtures/section/crlf/input.md');
    expect(readFileSync(crlf, 'utf8')).toContain('\r\n');
  });
});
