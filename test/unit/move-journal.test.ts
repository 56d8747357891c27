import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { self } from '../../src/lock/process-identity.ts';
import { digest, journalsIn, recoverMoves } from '../../src/proposals/move-journal.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';

const GONE = 2 ** 30;

/**
 * A folder in which a move of `a` to `b` was killed, with one file that points at it; the journal is in
 * `claims`.
 */
function killedMove(
  files: Record<string, string>,
  { ending = 'open', pid = GONE }: { ending?: 'open' | 'done'; pid?: number } = {},
) {
  const folder = emptyFolder();
  writeAll(folder, files);
  const at = (name: string) => path.join(folder, name);
  const entry = {
    source: at('a'),
    target: at('b'),
    changes: [
      {
        place: at('page'),
        next: at('page.new'),
        backup: at('page.old'),
        after: digest(Buffer.from('to b')),
      },
    ],
  };
  const owner = { ...self(), pid, nonce: 'n', time: 0 };
  writeAll(folder, { [`claims/move-n.${ending}`]: JSON.stringify({ ...owner, ...entry }) });
  const recover = (force = false) => recoverMoves(at('claims'), force);
  const rest = () => {
    const all = Object.entries(treeOf(folder)).filter(([name]) => !name.startsWith('claims'));
    return Object.fromEntries(all);
  };
  return { recover, rest, journals: () => journalsIn(at('claims')), at };
}

describe('a move that was killed', () => {
  it.each<[when: string, files: Record<string, string>]>([
    ['before anything was done', { 'a/x': 'x', page: 'to a' }],
    ['when the proposal had moved', { 'b/x': 'x', page: 'to a' }],
    ['when a new text was made', { 'b/x': 'x', page: 'to a', 'page.new': 'to b' }],
    ['when a file was kept', { 'b/x': 'x', page: 'to a', 'page.new': 'to b', 'page.old': 'to a' }],
    ['when a file was changed', { 'b/x': 'x', page: 'to b', 'page.old': 'to a' }],
  ])('%s is taken back', (_, files) => {
    const { recover, rest, journals } = killedMove(files);
    expect(recover()).toEqual(['a']);
    expect(rest()).toEqual({ a: null, 'a/x': 'x', page: 'to a' });
    expect(journals()).toEqual([]);
  });

  it('when it was made is only cleared up', () => {
    const files = { 'b/x': 'x', page: 'to b', 'page.old': 'to a' };
    const { recover, rest, journals } = killedMove(files, { ending: 'done' });
    expect(recover()).toEqual([]);
    expect(rest()).toEqual({ b: null, 'b/x': 'x', page: 'to b' });
    expect(journals()).toEqual([]);
  });

  it('is left alone while its process lives', () => {
    const { recover, rest, journals } = killedMove(
      { 'b/x': 'x', page: 'to a' },
      { pid: process.pid },
    );
    expect(recover()).toEqual([]);
    expect(rest()).toEqual({ b: null, 'b/x': 'x', page: 'to a' });
    expect(journals()).toEqual(['move-n.open']);
  });

  it.each<[what: string, files: Record<string, string>, named: string]>([
    ['a file was changed since', { 'b/x': 'x', page: 'mine', 'page.old': 'to a' }, 'page'],
    ['the proposal is there twice', { 'a/x': 'x', 'b/x': 'x', page: 'to a' }, 'a'],
    ['the proposal is nowhere', { page: 'to a' }, 'a'],
  ])('is left to the user where %s, and forgotten by force', (_, files, named) => {
    const { recover, rest, journals, at } = killedMove(files);
    const before = rest();
    expect(() => recover()).toThrow(`were changed since:\n  ${at(named)}`);
    expect({ tree: rest(), journals: journals() }).toEqual({
      tree: before,
      journals: ['move-n.open'],
    });
    expect(recover(true)).toEqual([]);
    expect(existsSync(at('page.old'))).toBe(false);
    expect(journals()).toEqual([]);
    if ('page' in files) expect(readFileSync(at('page'), 'utf8')).toBe(files.page);
  });

  it('without a journal that can be read changes nothing', () => {
    const folder = emptyFolder();
    writeFileSync(path.join(folder, 'move-n.open'), 'no JSON');
    expect(recoverMoves(folder, false)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['move-n.open']);
    expect(journalsIn(path.join(folder, 'absent'))).toEqual([]);
  });
});
