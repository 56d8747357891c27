import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fs from 'fs-extra';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDocument, rewriteDocument } from '../../src/proposals/document-file.ts';
import { emptyFolder, treeOf } from '../support/folder.ts';

afterEach(() => vi.restoreAllMocks());

function documentOf(text: string, mode: number) {
  const file = path.join(emptyFolder(), 'README.md');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return readDocument(file, 'README.md');
}

describe('a document that is rewritten', () => {
  it('keeps its mode and its owner, and leaves nothing beside it', () => {
    const document = documentOf('old\n', 0o640);
    const { uid, gid } = statSync(document.path);
    const chown = vi.spyOn(fs, 'chownSync');
    rewriteDocument(document, 'new\n');
    expect(readFileSync(document.path, 'utf8')).toBe('new\n');
    expect(statSync(document.path).mode & 0o777).toBe(0o640);
    expect(chown.mock.calls).toEqual([[expect.stringContaining('edit-'), uid, gid]]);
    expect(treeOf(path.dirname(document.path))).toEqual({ 'README.md': 'new\n' });
  });

  it('is left alone when it changed since it was read', () => {
    const document = documentOf('old\n', 0o644);
    writeFileSync(document.path, 'somebody else\n');
    expect(() => rewriteDocument(document, 'new\n')).toThrow('It changed in the meantime');
    expect(treeOf(path.dirname(document.path))).toEqual({ 'README.md': 'somebody else\n' });
  });

  it('is left alone when it is read-only', () => {
    const document = documentOf('old\n', 0o444);
    expect(() => rewriteDocument(document, 'new\n')).toThrow(/read-only|may not be written/);
    expect(treeOf(path.dirname(document.path))).toEqual({ 'README.md': 'old\n' });
  });
});
