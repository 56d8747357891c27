import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  claim,
  isTrusted,
  nameClaim,
  ownerState,
  release,
  sweepClaims,
} from '../../src/lock/claim.ts';
import { isDead, type Owner, self } from '../../src/lock/process-identity.ts';
import { emptyFolder } from '../support/folder.ts';

const MINUTE = 60_000;

/** A process that surely does not run: no system has so many. */
const GONE = 2 ** 30;

const owner = (change: Partial<Owner> = {}): Owner => ({
  ...self(),
  nonce: 'a-b-c',
  time: Date.now(),
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

afterEach(() => vi.useRealTimers());

describe('a process', () => {
  it.each<[what: string, change: Partial<Owner>, dead: boolean]>([
    ['that is this one lives', {}, false],
    ['that does not run is dead', { pid: GONE }, true],
    ['of another host may live', { pid: GONE, host: 'elsewhere' }, false],
    ['from before the last start of the computer is dead', { boot: 'earlier' }, true],
    ['of another host and start may live', { host: 'elsewhere', boot: 'earlier' }, false],
  ])('%s', (_, change, dead) => {
    expect(isDead(owner(change))).toBe(dead);
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
      'that was claimed more than ten minutes ago is had',
      { '7.0': owner({ host: 'elsewhere', time: Date.now() - 10 * MINUTE - 1000 }) },
      1,
    ],
    [
      'that was claimed less than ten minutes ago is not',
      { '7.0': owner({ host: 'elsewhere', time: Date.now() - 10 * MINUTE + 5000 }) },
      undefined,
    ],
    [
      'that was claimed ten minutes ahead of this clock is had',
      { '7.0': owner({ host: 'elsewhere', time: Date.now() + 10 * MINUTE + 5000 }) },
      1,
    ],
    [
      'that a claim without an owner holds is not, since it is being written',
      { '7.0': '' },
      undefined,
    ],
    ['is told from others', { '17.0': owner(), '8.0': owner() }, 0],
  ])('%s', (_, files, generation) => {
    const folder = claims(files);
    const held = claim(folder, 7);
    expect(held?.generation).toBe(generation);
    if (!held) return;
    const written = JSON.parse(readFileSync(path.join(folder, `7.${generation}`), 'utf8'));
    expect(written).toMatchObject({ ...self(), nonce: held.nonce });
    expect(Math.abs(written.time - Date.now())).toBeLessThan(5000);
  });

  it('whose claim has no owner counts from when the file was written', () => {
    const folder = claims({ '7.0': '' });
    const old = new Date(Date.now() - 11 * MINUTE);
    utimesSync(path.join(folder, '7.0'), old, old);
    expect(claim(folder, 7)?.generation).toBe(1);
  });

  it('is claimed in a directory that is made for it', () => {
    const folder = path.join(emptyFolder(), 'a/b');
    expect(claim(folder, 7)?.generation).toBe(0);
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
  it('is trusted by its owner for a minute, on either side of the clock', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const held = { number: 7, generation: 0, nonce: 'x', since: Date.now() };
    const at = (time: number) => vi.setSystemTime(held.since + time) && isTrusted(held);
    expect([0, MINUTE - 1, MINUTE, -MINUTE + 1, -MINUTE].map(at)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
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
    release(folder, { number: 7, generation, nonce: 'x', since: 0 }, published);
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

  it('tells whether the owner of something lives', () => {
    const folder = claims({
      '5.0': owner({ nonce: 'lives' }),
      '6.0': owner({ nonce: 'gone', pid: GONE }),
      other: owner({ nonce: 'other' }),
    });
    const states = ['lives', 'gone', 'other', 'none'].map((nonce) => ownerState(folder, nonce));
    expect(states).toEqual(['living', 'dead', 'unknown', 'unknown']);
    expect(ownerState(path.join(folder, 'absent'), 'x')).toBe('unknown');
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
