import {
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fs from 'fs-extra';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type Claim,
  claim,
  holderIn,
  isTrusted,
  nameClaim,
  release,
  sweepClaims,
} from '../../src/lock/claim.ts';
import { type Life, lifeOf, type Owner, ownerIn, self } from '../../src/lock/process-identity.ts';
import { emptyFolder } from '../support/folder.ts';

const MINUTE = 60_000;

/** A process that surely does not run: no system has so many. */
const GONE = 2 ** 30;

const owner = (change: Partial<Owner> = {}): Owner => ({
  ...self(),
  nonce: 'a-b-c',
  ...change,
});

/** A folder with claims, by their names: an owner, or any text. */
function claims(files: Record<string, Owner | string>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Gives a file another age, in milliseconds. */
function age(file: string, milliseconds: number): void {
  const time = new Date(Date.now() - milliseconds);
  lutimesSync(file, time, time);
}

/** The claim of number 7, undefined when somebody else holds it. */
function claimed(folder: string, ...others: string[]): Claim | undefined {
  const held = claim([folder, ...others], 7);
  return 'nonce' in held ? held : undefined;
}

describe('a process', () => {
  it.each<[what: string, change: Partial<Owner>, life: Life]>([
    ['that is this one lives', {}, 'living'],
    ['that does not run is dead', { pid: GONE }, 'dead'],
    ['of another host may live', { pid: GONE, host: 'elsewhere' }, 'elsewhere'],
    ['from before the last start of the computer is dead', { boot: 'earlier' }, 'dead'],
    ['of another host and start may live', { host: 'elsewhere', boot: 'earlier' }, 'elsewhere'],
  ])('%s', (_, change, life) => {
    expect(lifeOf(owner(change))).toBe(life);
  });

  it.runIf(process.platform === 'linux')('that began at another time is another one', () => {
    expect(lifeOf(owner({ start: '1' }))).toBe('dead');
    expect(lifeOf(owner({ start: '' }))).toBe('living');
  });

  it('that no run can have written down is none', () => {
    expect(ownerIn(owner())).toEqual(owner());
    for (const change of [{ pid: 0 }, { pid: '1' }, { host: '' }, { nonce: '../x' }, { boot: 1 }])
      expect(ownerIn({ ...owner(), ...change })).toBeUndefined();
    for (const value of [null, 7, 'x', [], {}]) expect(ownerIn(value)).toBeUndefined();
  });
});

describe('a number', () => {
  it.each<[what: string, files: Record<string, Owner | string>, generation: number | undefined]>([
    ['that nobody claims is had', {}, 0],
    ['that a living process claims is not', { '7.0': owner() }, undefined],
    ['that another host claims is not', { '7.0': owner({ host: 'elsewhere' }) }, undefined],
    [
      'that a dead process claims is had by the next generation',
      { '7.0': owner({ pid: GONE }) },
      1,
    ],
    [
      'is had by the generation behind all dead ones',
      { '7.0': owner({ pid: GONE }), '7.1': owner({ pid: GONE }) },
      2,
    ],
    [
      'is not had where the generation behind a dead one lives',
      { '7.0': owner({ pid: GONE }), '7.1': owner() },
      undefined,
    ],
    [
      'that a claim without an owner holds is not, since it is being written',
      { '7.0': '' },
      undefined,
    ],
    ['is told from others', { '17.0': owner(), '8.0': owner() }, 0],
  ])('%s', (_, files, generation) => {
    const folder = claims(files);
    const held = claimed(folder);
    expect(held?.generation).toBe(generation);
    if (!held) return;
    const written = JSON.parse(readFileSync(path.join(folder, `7.${generation}`), 'utf8'));
    expect(written).toEqual({ ...self(), nonce: held.nonce });
  });

  it.each<[what: string, content: string, minutes: number, generation: number | undefined]>([
    [
      'of another host counts for ten minutes',
      JSON.stringify(owner({ host: 'x' })),
      9.9,
      undefined,
    ],
    ['of another host counts no longer', JSON.stringify(owner({ host: 'x' })), 10.1, 1],
    [
      'of another host from the future counts no more',
      JSON.stringify(owner({ host: 'x' })),
      -11,
      1,
    ],
    ['of a living process counts for ever', JSON.stringify(owner()), 100_000, undefined],
    ['that makes no sense counts for a minute', '{"time":"x","host":"h"}', 0.9, undefined],
    ['that makes no sense counts no longer', '{"time":"x","host":"h"}', 1.1, 1],
    ['that is too large to be one counts no longer', ' '.repeat(5000), 1.1, 1],
  ])('whose claim %s', (_, content, minutes, generation) => {
    const folder = claims({ '7.0': content });
    age(path.join(folder, '7.0'), minutes * MINUTE);
    const held = claimed(folder);
    expect(held?.generation).toBe(generation);
    const isForeign = content.includes('"host":"x"');
    if (held) expect(held.passed.map(({ host }) => host)).toEqual(isForeign ? ['x'] : []);
  });

  it('is told apart by the clock of the file system, whatever this computer thinks', () => {
    const folder = claims({ '7.0': owner({ host: 'elsewhere' }) });
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    expect(claimed(folder)).toBeUndefined();
  });

  it('is never claimed through a link, and no directory is taken for a claim', () => {
    const folder = emptyFolder();
    const elsewhere = claims({ '7.0': owner({ pid: GONE }), 'x.txt': 'mine' });
    symlinkSync(elsewhere, path.join(folder, 'claims'));
    expect(() => claim([path.join(folder, 'claims')], 7)).toThrow('a link to');
    expect(holderIn(path.join(folder, 'claims'), 7)).toBeUndefined();
    expect(readdirSync(elsewhere).sort()).toEqual(['7.0', 'x.txt']);
    const other = emptyFolder();
    mkdirSync(path.join(other, '7.0/precious'), { recursive: true });
    symlinkSync('/dev/zero', path.join(other, '7.1'));
    for (const name of ['7.0', '7.1']) age(path.join(other, name), 2 * MINUTE);
    const held = claimed(other);
    expect(held?.generation).toBe(2);
    if (held) release(held, true);
    expect(readdirSync(other)).toEqual(['7.0']);
    expect(readdirSync(path.join(other, '7.0'))).toEqual(['precious']);
  });

  it('is begun anew where a successor of the dead one is done at that very moment', () => {
    const folder = claims({ '7.0': owner({ pid: GONE }) });
    const link = fs.linkSync;
    vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
      // It has published, and removed the dead claim with its own.
      if (String(to).endsWith('7.1')) fs.rmSync(path.join(folder, '7.0'), { force: true });
      return link(from, to);
    });
    expect(claimed(folder)?.generation).toBe(0);
    expect(readdirSync(folder)).toEqual(['7.0']);
  });

  it('is claimed in one of several places, and held in all of them', () => {
    const [first, second] = [emptyFolder(), emptyFolder()];
    const held = claimed(first, second);
    expect(held?.directory).toBe(first);
    // Whoever can write in the second place alone sees the first.
    expect(claimed(second, first)).toBeUndefined();
    expect(readdirSync(second)).toEqual([]);
    if (held) release(held, true);
    expect(claimed(second, first)?.directory).toBe(second);
  });

  it('is claimed where it can be, and an error where it can be nowhere', () => {
    const [first, second] = [emptyFolder(), emptyFolder()];
    const write = fs.writeFileSync;
    const refused = new Set([first]);
    vi.spyOn(fs, 'writeFileSync').mockImplementation(((file: string, ...rest: ['']) => {
      if (!refused.has(path.dirname(file))) return write(file, ...rest);
      throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
    }) as typeof write);
    expect(claimed(first, second)?.directory).toBe(second);
    refused.add(second);
    expect(() => claim([first, second], 8)).toThrow('EROFS');
  });

  it('is claimed in a directory that is made for it', () => {
    const folder = path.join(emptyFolder(), 'a/b');
    expect(claimed(folder)?.generation).toBe(0);
    expect(readdirSync(folder)).toEqual(['7.0']);
  });

  it('for a name is above those of proposals, and one for each name', () => {
    const all = ['a', 'b', 'ab', ''].map(nameClaim);
    expect(Math.min(...all)).toBeGreaterThan(999_999_999);
    expect(new Set(all).size).toBe(4);
    expect(nameClaim('a')).toBe(nameClaim('a'));
  });
});

describe('a claim', () => {
  it('is trusted by its owner for a minute, on either side of the clock, while it is there', () => {
    const folder = emptyFolder();
    const held = claimed(folder);
    if (!held) return expect.unreachable();
    vi.useFakeTimers({ toFake: ['Date'] });
    const at = (time: number) => vi.setSystemTime(held.since + time) && isTrusted(held);
    expect([0, MINUTE - 1, MINUTE, -MINUTE + 1, -MINUTE].map(at)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    writeFileSync(path.join(folder, '7.0'), JSON.stringify(owner()));
    expect(at(0)).toBe(false);
  });

  it.each<[what: string, files: string[], generation: number, published: boolean, left: string[]]>([
    ['the only one is removed', ['7.0', '8.0'], 0, false, ['8.0']],
    [
      'one with a successor stays, or a third process would come in',
      ['7.0', '7.1', '7.2'],
      1,
      false,
      ['7.0', '7.1', '7.2'],
    ],
    ['the last one is removed, and those before it stay', ['7.0', '7.1'], 1, false, ['7.0']],
    ['a published one is removed with those before it', ['7.0', '7.1', '7.2'], 1, true, ['7.2']],
  ])('given up: %s', (_, files, generation, published, left) => {
    const folder = claims(Object.fromEntries(files.map((name) => [name, owner()])));
    const held = { directory: folder, number: 7, generation, nonce: 'x', since: 0, passed: [] };
    release(held, published);
    expect(readdirSync(folder)).toEqual(left);
  });

  it('of a dead process is swept up to a number, a living one never', () => {
    const gone = owner({ pid: GONE });
    const folder = claims({
      '5.0': gone,
      '6.0': gone,
      '6.1': gone,
      '7.0': owner(),
      '8.0': gone,
      'move-x.open': gone,
    });
    sweepClaims(folder, 7);
    expect(readdirSync(folder)).toEqual(['7.0', '8.0', 'move-x.open']);
  });

  it('half written by a process that was killed is swept, and others’ are not', () => {
    const host = encodeURIComponent(self().host).slice(0, 60);
    const named = (pid: number, at = host) => `claim-${pid.toString(36)}-1-1-${at}`;
    const folder = claims({
      [named(GONE)]: '',
      [named(process.pid)]: '',
      [named(GONE, 'elsewhere')]: '',
    });
    sweepClaims(folder, 0);
    expect(readdirSync(folder).sort()).toEqual(
      [named(process.pid), named(GONE, 'elsewhere')].sort(),
    );
  });
});
