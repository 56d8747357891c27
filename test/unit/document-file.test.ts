import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import fs from 'fs-extra';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Journal, journalOf } from '../../src/proposals/changes/journal.ts';
import { readDocument, rewriteDocument } from '../../src/proposals/document-file.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';

afterEach(() => vi.restoreAllMocks());

function documentOf(text: string, mode = 0o644) {
  const folder = emptyFolder();
  const file = path.join(folder, 'README.md');
  writeFileSync(file, text);
  chmodSync(file, mode);
  const journal: Journal = journalOf(folder, undefined);
  return { ...readDocument(file, 'README.md', folder), folder, journal };
}

describe('a document that is rewritten', () => {
  it('keeps its mode, is on the disk before it has its name, and nothing is left beside it', () => {
    const { journal, folder, ...document } = documentOf('old\n', 0o640);
    const calls: string[] = [];
    const watch = (name: 'fsyncSync' | 'renameSync' | 'linkSync') => {
      const real = fs[name] as (...args: unknown[]) => void;
      vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
        calls.push(name);
        return real(...args);
      }) as never);
    };
    for (const name of ['fsyncSync', 'renameSync', 'linkSync'] as const) watch(name);
    rewriteDocument(document, 'new\n', journal);
    expect(readFileSync(document.path, 'utf8')).toBe('new\n');
    expect(statSync(document.path).mode & 0o777).toBe(0o640);
    expect(treeOf(folder)).toEqual({ 'README.md': 'new\n' });
    expect(calls).toEqual([
      // The record and its directory, then the new text.
      ...['fsyncSync', 'renameSync', 'fsyncSync', 'fsyncSync'],
      // The old text aside, the new one in its place, and both on the disk.
      ...['renameSync', 'linkSync', 'fsyncSync'],
      // What was done, before the old text goes.
      ...['renameSync', 'fsyncSync'],
    ]);
  });

  it('is left alone when it changed since it was read', () => {
    const { journal, folder, ...document } = documentOf('old\n');
    writeFileSync(document.path, 'somebody else\n');
    expect(() => rewriteDocument(document, 'new\n', journal)).toThrow('changed in the meantime');
    expect(treeOf(folder)).toEqual({ 'README.md': 'somebody else\n' });
  });

  it.each<[string, 'renameSync' | 'linkSync']>([
    ['right before it is moved aside', 'renameSync'],
    ['right before the new text gets its name', 'linkSync'],
  ])('keeps what another program writes %s', (_, name) => {
    const { journal, folder, ...document } = documentOf('old\n');
    const real = fs[name] as (...args: unknown[]) => void;
    let isFirst = true;
    vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      if (isFirst) {
        isFirst = false;
        writeFileSync(path.join(folder, 'x'), 'theirs\n');
        renameSync(path.join(folder, 'x'), document.path);
      }
      return real(...args);
    }) as never);
    expect(() => rewriteDocument(document, 'new\n', journal)).toThrow('changed in the meantime');
    expect(treeOf(folder)).toEqual({ 'README.md': 'theirs\n' });
  });

  it('is replaced where the file system has no links, and git’s directory is on another', () => {
    const { folder, ...document } = documentOf('old\n');
    const directory = emptyFolder();
    const journal = journalOf(folder, { directory });
    const refuse = (
      name: 'linkSync' | 'renameSync',
      code: string,
      isMeant: (to: string) => boolean,
    ) => {
      const real = fs[name];
      vi.spyOn(fs, name).mockImplementation((from, to) => {
        if (!isMeant(String(to))) return real(from, to);
        throw Object.assign(new Error(code), { code });
      });
    };
    refuse('linkSync', 'EPERM', () => true);
    refuse('renameSync', 'EXDEV', (to) => to.endsWith('.old'));
    rewriteDocument(document, 'new\n', journal);
    expect(treeOf(folder)).toEqual({ 'README.md': 'new\n' });
    expect(treeOf(directory)).toEqual({});
  });

  it('is left alone when it is read-only, or has other names', () => {
    const { journal, folder, ...document } = documentOf('old\n', 0o444);
    expect(() => rewriteDocument(document, 'new\n', journal)).toThrow(
      /read-only|may not be written/,
    );
    expect(treeOf(folder)).toEqual({ 'README.md': 'old\n' });
    chmodSync(document.path, 0o644);
    linkSync(document.path, path.join(folder, 'other'));
    expect(() => rewriteDocument(document, 'new\n', journal)).toThrow('has hard links');
  });

  it.each(['fsyncSync', 'linkSync', 'renameSync', 'writeFileSync', 'openSync'] as const)(
    'is as it was when any %s fails',
    (name) => {
      for (let at = 1; at < 20; at++) {
        const { journal, folder, ...document } = documentOf('old\n');
        const real = fs[name] as (...args: unknown[]) => unknown;
        let count = 0;
        const spy = vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
          count += 1;
          if (count !== at) return real(...args);
          throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
        }) as never);
        let isWritten = true;
        try {
          rewriteDocument(document, 'new\n', journal);
        } catch {
          isWritten = false;
        }
        spy.mockRestore();
        expect(treeOf(folder)).toEqual({ 'README.md': isWritten ? 'new\n' : 'old\n' });
        if (count < at) return;
      }
      expect.unreachable('it has no end');
    },
  );
});

describe.runIf(process.platform !== 'win32')('a document that is read', () => {
  it('lies inside by where it leads, or was named by the user', () => {
    const [folder, elsewhere] = [emptyFolder(), emptyFolder()];
    writeAll(elsewhere, { 'notes.md': '# Mine\n' });
    writeAll(folder, { 'inside.md': '# A\n' });
    mkdirSync(path.join(folder, '0001-a'));
    const file = path.join(folder, '0001-a/README.md');
    symlinkSync('../inside.md', file);
    expect(readDocument(file, 'a', folder).text).toBe('# A\n');
    fs.unlinkSync(file);
    symlinkSync(path.join(elsewhere, 'notes.md'), file);
    expect(() => readDocument(file, 'a', folder)).toThrow(`leads to ${elsewhere}`);
    expect(readDocument(file, 'a').text).toBe('# Mine\n');
  });

  it('is a regular file: a FIFO or a device would never end', async () => {
    const folder = emptyFolder();
    const fifo = path.join(folder, 'README.md');
    await execa('mkfifo', [fifo]);
    expect(() => readDocument(fifo, 'README.md', folder)).toThrow('not a regular file');
    expect(() => readDocument('/dev/zero', 'zero')).toThrow('not a regular file');
    expect(() => readDocument(folder, 'folder')).toThrow(/not a regular file|directory/);
  });
});
