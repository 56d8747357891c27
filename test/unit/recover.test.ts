import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fs from 'fs-extra';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Owner, self } from '../../src/lock/process-identity.ts';
import type { Journal } from '../../src/proposals/changes/journal.ts';
import { digest } from '../../src/proposals/changes/paths.ts';
import { recover } from '../../src/proposals/changes/recover.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';

const GONE = 2 ** 30;
const NONCE = 'a-b-c';
const sha = (text: string) => digest(Buffer.from(text));
const OLD = `.create-enhancement-${NONCE}-1-old`;
const NEW = `.create-enhancement-${NONCE}-1-new`;

const MOVE = [
  { kind: 'move', from: 'a', place: 'b' },
  { kind: 'text', place: 'page', before: sha('to a'), after: sha('to b') },
];

interface Killed {
  steps?: readonly object[];
  ending?: 'open' | 'done';
  owner?: Partial<Owner>;
  /** What the record says, in place of what it would. */
  text?: string;
  name?: string;
}

/** A folder in which a change was killed. */
function killed(
  files: Record<string, string>,
  { steps = MOVE, ending = 'open', owner = {}, text, name = `change-${NONCE}` }: Killed = {},
) {
  const [folder, place] = [emptyFolder(), emptyFolder()];
  writeAll(folder, files);
  const about = { ...self(), start: '', pid: GONE, nonce: NONCE, ...owner };
  const file = path.join(place, `${name}.${ending}`);
  writeFileSync(file, text ?? JSON.stringify({ ...about, root: folder, steps }));
  const journal: Journal = { root: folder, places: [place], isInGit: false };
  return {
    file,
    at: (...names: string[]) => path.join(folder, ...names),
    recover: (force = false) => recover(journal, force),
    rest: () => treeOf(folder),
    records: () => (existsSync(place) ? readdirSync(place) : []),
  };
}

describe('a change that was killed', () => {
  it.each<[when: string, files: Record<string, string>]>([
    ['before anything was done', { 'a/x': 'x', page: 'to a' }],
    ['when the proposal had moved', { 'b/x': 'x', page: 'to a' }],
    ['when a new text was made', { 'b/x': 'x', page: 'to a', [NEW]: 'to b' }],
    ['when a file was aside', { 'b/x': 'x', [NEW]: 'to b', [OLD]: 'to a' }],
    ['when a file was changed', { 'b/x': 'x', page: 'to b', [OLD]: 'to a' }],
  ])('%s is taken back', (_, files) => {
    const { recover, rest, records } = killed(files);
    expect(recover()).toEqual({ undone: ['a'], left: [] });
    expect(rest()).toEqual({ a: null, 'a/x': 'x', page: 'to a' });
    expect(records()).toEqual([]);
  });

  it('keeps what another program had written between, which nobody has seen since', () => {
    const { recover, rest } = killed({ 'b/x': 'x', page: 'to b', [OLD]: 'edited meanwhile' });
    expect(recover().undone).toEqual(['a']);
    expect(rest()).toMatchObject({ page: 'edited meanwhile' });
  });

  it('when it was made is only cleared up', () => {
    const files = { 'b/x': 'x', page: 'to b', [OLD]: 'to a' };
    const { recover, rest, records } = killed(files, { ending: 'done' });
    expect(recover()).toEqual({ undone: [], left: [] });
    expect(rest()).toEqual({ b: null, 'b/x': 'x', page: 'to b' });
    expect(records()).toEqual([]);
  });

  it('takes a proposal away that was never published, and new files', () => {
    const steps = [
      { kind: 'temporary', place: `rfcs/.create-enhancement-${NONCE}` },
      { kind: 'directory', place: 'docs' },
      { kind: 'file', place: 'docs/new.md', after: sha('new') },
      { kind: 'file', place: 'mine.md', after: sha('new') },
    ];
    const files = {
      [`rfcs/.create-enhancement-${NONCE}/README.md`]: 'half',
      'docs/new.md': 'new',
      'mine.md': 'mine',
    };
    const { recover, rest } = killed(files, { steps });
    recover();
    expect(rest()).toEqual({ rfcs: null, 'mine.md': 'mine' });
  });

  it('is left alone while its process lives', () => {
    const { recover, rest, records } = killed(
      { 'b/x': 'x', page: 'to a' },
      { owner: { pid: process.pid } },
    );
    expect(recover()).toEqual({ undone: [], left: [] });
    expect(rest()).toEqual({ b: null, 'b/x': 'x', page: 'to a' });
    expect(records()).toEqual([`change-${NONCE}.open`]);
  });

  it('that cannot be taken back is told, and is in the way of nothing else', () => {
    const steps = [{ kind: 'move', from: 'a', place: 'b' }];
    const { recover, rest, records } = killed({ 'b/x': 'x' }, { steps });
    const refused = vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw new Error('no such luck');
    });
    expect(recover().left).toMatchObject([{ kind: 'stuck', what: 'a', reason: 'no such luck' }]);
    refused.mockRestore();
    expect({ rest: rest(), records: records().length }).toEqual({
      rest: { b: null, 'b/x': 'x' },
      records: 1,
    });
    expect(recover()).toEqual({ undone: ['a'], left: [] });
  });

  it('on another host is told for ten minutes, and then taken back', () => {
    const { recover, file, rest } = killed(
      { 'b/x': 'x', page: 'to a' },
      { owner: { host: 'pid:[1]elsewhere' } },
    );
    expect(recover()).toEqual({
      undone: [],
      left: [{ kind: 'change elsewhere', path: file, host: 'pid:[1]elsewhere' }],
    });
    expect(rest()).toMatchObject({ 'b/x': 'x' });
    const old = new Date(Date.now() - 601_000);
    utimesSync(file, old, old);
    expect(recover()).toEqual({ undone: ['a'], left: [] });
    expect(rest()).toMatchObject({ 'a/x': 'x' });
  });

  it.each<[what: string, files: Record<string, string>, named: string]>([
    ['a file was changed since', { 'b/x': 'x', page: 'mine', [OLD]: 'to a' }, 'page'],
    ['the proposal is there twice', { 'a/x': 'x', 'b/x': 'x', page: 'to a' }, 'a'],
    ['the proposal is nowhere', { page: 'to a' }, 'a'],
  ])('is left to the user where %s, and forgotten by force', (_, files, named) => {
    const { recover, rest, records, at } = killed(files);
    const before = rest();
    expect(recover().left).toMatchObject([
      { kind: 'changed since', what: 'a', changed: [at(named)] },
    ]);
    expect({ tree: rest(), records: records() }).toEqual({
      tree: before,
      records: [`change-${NONCE}.open`],
    });
    expect(recover(true)).toEqual({ undone: [], left: [] });
    expect(existsSync(at(OLD))).toBe(false);
    expect(records()).toEqual([]);
    if ('page' in files) expect(readFileSync(at('page'), 'utf8')).toBe(files.page);
  });
});

describe('a record that no run of this user can have written', () => {
  const outside = emptyFolderForAll();
  it.each<[what: string, change: Killed]>([
    ['that is no JSON', { text: 'no JSON' }],
    ['that is empty', { text: '' }],
    ['whose name is another’s', { owner: { nonce: 'd-e-f' } }],
    ['that leads out of the folder', { steps: [{ kind: 'temporary', place: '../x' }] }],
    ['that leads out by an absolute path', { steps: [{ kind: 'directory', place: outside }] }],
    [
      'that leads out through a link',
      { steps: [{ kind: 'file', place: 'link/precious', after: sha('p') }] },
    ],
    [
      'that leads into what is git’s',
      { steps: [{ kind: 'file', place: '.GIT/hooks', after: sha('p') }] },
    ],
    ['that moves git’s directory', { steps: [{ kind: 'move', from: 'a', place: '.git' }] }],
    ['with a step that is none', { steps: [...MOVE, { kind: 'remove', place: 'page' }] }],
    ['with a root that is none', { text: recordText({ root: 7 }) }],
  ])('%s changes nothing, and is told', (_, change) => {
    const { recover, rest, records, at, file } = killed({ 'b/x': 'x', page: 'to b' }, change);
    writeFileSync(path.join(outside, 'precious'), 'p');
    symlinkSync(outside, at('link'));
    const before = rest();
    expect(recover(true)).toEqual({
      undone: [],
      left: [{ kind: 'unrecognised record', path: file }],
    });
    expect(rest()).toEqual(before);
    expect(records()).toEqual([path.basename(file)]);
    expect(readdirSync(outside)).toEqual(['precious']);
  });

  it.runIf(process.getuid?.() === 0)('since it is another user’s changes nothing', () => {
    const { recover, rest, file } = killed({ 'b/x': 'x', page: 'to a' });
    chownSync(file, 65534, 65534);
    expect(recover(true)).toEqual({
      undone: [],
      left: [{ kind: 'unrecognised record', path: file }],
    });
    expect(rest()).toMatchObject({ 'b/x': 'x' });
  });

  it('names no file that this program would not make', () => {
    const steps = [{ kind: 'temporary', place: 'precious' }];
    const { recover, rest } = killed({ 'precious/x': 'x' }, { steps });
    expect(recover(true).left).toMatchObject([{ kind: 'unrecognised record' }]);
    expect(rest()).toMatchObject({ 'precious/x': 'x' });
  });

  it('removes no link in the place of a directory that it would remove', () => {
    const steps = [{ kind: 'temporary', place: `.create-enhancement-${NONCE}` }];
    const { recover, at } = killed({ 'precious/x': 'x' }, { steps });
    symlinkSync(at('precious'), at(`.create-enhancement-${NONCE}`));
    recover();
    expect(readFileSync(at('precious/x'), 'utf8')).toBe('x');
  });

  it('and a directory or a link of its name are none', () => {
    const { recover, file } = killed({ 'b/x': 'x' }, { name: 'other' });
    const place = path.dirname(file);
    mkdirSync(path.join(place, `change-${NONCE}.done`));
    symlinkSync(file, path.join(place, 'change-d-e-f.open'));
    expect(recover().left.map(({ kind }) => kind)).toEqual(Array(2).fill('unrecognised record'));
    expect(readdirSync(place)).toHaveLength(3);
    linkSync(file, path.join(place, 'x'));
  });
});

function recordText(change: object): string {
  return JSON.stringify({ ...self(), pid: GONE, nonce: NONCE, root: '/', steps: MOVE, ...change });
}

function emptyFolderForAll(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'create-enhancement-outside-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
