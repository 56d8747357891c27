import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fs from 'fs-extra';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { numberIn } from '../../src/convention/entry-name.ts';
import { numbersInUse } from '../../src/proposals/numbers-in-use.ts';
import { publish } from '../../src/proposals/publish.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { plainHome } from '../support/home.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const nameFor = (number = 0) => `${String(number).padStart(4, '0')}-new`;

/** Publishes a proposal with one file; `onPlan` is called when its number is sure. */
function publishIn(
  directory: string,
  options: {
    onPlan?: (number: number | undefined) => void;
    number?: number;
    reserve?: (n: number) => Promise<'won' | number>;
    wanted?: { slug: string; nameFor: typeof nameFor };
  } = {},
) {
  const { onPlan, number, reserve } = options;
  return publish(plainHome(directory), {
    wanted: options.wanted ?? { slug: 'new', nameFor, ...(number !== undefined && { number }) },
    planFor: (found) => {
      onPlan?.(found);
      return { files: [{ path: 'README.md', content: `number ${found}\n` }] };
    },
    ...(reserve && { reserve }),
    signal: new AbortController().signal,
  });
}

describe('publishing', () => {
  it('gives the next number, and leaves nothing beside the proposal', async () => {
    const directory = path.join(emptyFolder(), 'enhancements');
    writeAll(directory, { '0003-other/README.md': '' });
    await publishIn(directory);
    expect(treeOf(directory)).toMatchObject({ '0004-new/README.md': 'number 4\n' });
    expect(readdirSync(directory)).toEqual(['0003-other', '0004-new']);
  });

  it('passes numbers whose names would be read as dates, and refuses where none is left', async () => {
    const directory = path.join(emptyFolder(), 'enhancements');
    writeAll(directory, { '2018-other/README.md': '' });
    const named = (number = 0) => `${String(number).padStart(4, '0')}-12-factor-apps`;
    const wanted = { slug: '12-factor-apps', nameFor: named };
    await publishIn(directory, { wanted });
    const [, written = ''] = readdirSync(directory).sort();
    expect(numberIn(written)).toBe(Number(written.slice(0, 4)));
    const full = path.join(emptyFolder(), 'enhancements');
    writeAll(full, { '999999999-last/README.md': '' });
    await expect(publishIn(full)).rejects.toThrow('The highest number, 999999999, is taken');
    expect(readdirSync(full)).toEqual(['999999999-last']);
  });

  it('plans once, for the number that is sure', async () => {
    const directory = path.join(emptyFolder(), 'enhancements');
    writeAll(directory, { '0003-other/README.md': '' });
    const planned: unknown[] = [];
    await publishIn(directory, { onPlan: (number) => planned.push(number) });
    expect(planned).toEqual([4]);
  });

  it('lists the directory twice where nobody else is about', async () => {
    const directory = path.join(emptyFolder(), 'enhancements');
    mkdirSync(directory);
    const listed = vi.spyOn(fs, 'readdirSync');
    await publishIn(directory);
    expect(listed.mock.calls.filter(([target]) => target === directory)).toHaveLength(2);
  });

  it('does not trust a claim that it has held for over a minute, as after a sleep', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const directory = path.join(emptyFolder(), 'enhancements');
    const slept: unknown[] = [];
    await publishIn(directory, {
      onPlan: (number) => {
        slept.push(number);
        if (slept.length > 1) return;
        // Another run has taken the number meanwhile, since the claim was too old to count.
        vi.setSystemTime(Date.now() + 61_000);
        writeAll(directory, { '0001-other/README.md': '' });
      },
    });
    expect(slept).toEqual([1, 2]);
    expect(readdirSync(directory)).toEqual(['0001-other', '0002-new']);
  });

  it('goes on behind what a remote holds, and gives up after 25 losses', async () => {
    const directory = path.join(emptyFolder(), 'enhancements');
    const asked: number[] = [];
    await publishIn(directory, {
      reserve: async (number) => {
        asked.push(number);
        return number < 5 ? number + 2 : 'won';
      },
    });
    expect(asked).toEqual([1, 3, 5]);
    expect(readdirSync(directory)).toEqual(['0005-new']);
    let losses = 0;
    const never = async (number: number) => {
      losses++;
      return number + 1;
    };
    const other = path.join(emptyFolder(), 'enhancements');
    await expect(publishIn(other, { reserve: never })).rejects.toThrow(
      'is reserved by someone else',
    );
    expect(losses).toBe(26);
    await expect(publishIn(other, { reserve: never, number: 7 })).rejects.toThrow(
      '0007-new is reserved by someone else',
    );
    expect(losses).toBe(27);
  });

  it('leaves the tree as it was when a plan fails', async () => {
    const folder = emptyFolder();
    const fail = () => {
      throw new Error('no plan');
    };
    await expect(publishIn(path.join(folder, 'a/enhancements'), { onPlan: fail })).rejects.toThrow(
      'Nothing was written: enhancements: no plan',
    );
    expect(treeOf(folder)).toEqual({});
  });
});

describe('numbers in use', () => {
  it('are those of every area, and an area that cannot be read is an error', () => {
    const root = path.join(emptyFolder(), 'keps');
    writeAll(root, { 'sig-a/0001-a/README.md': '', 'sig-b/0007-b/README.md': '' });
    const home = plainHome(path.join(root, 'sig-a'), { numberRoot: root });
    const inUse = () => numbersInUse(home.location, home.convention).map(({ number }) => number);
    expect(inUse()).toEqual([1, 7]);
    const read = fs.readdirSync;
    vi.spyOn(fs, 'readdirSync').mockImplementation(((target: string, ...rest: []) => {
      if (!target.endsWith('sig-b')) return read(target, ...rest);
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    }) as typeof read);
    expect(inUse).toThrow('sig-b could not be read: permission to read was denied');
  });

  it('are an error where the directory that groups areas cannot be read', () => {
    const root = path.join(emptyFolder(), 'keps');
    writeAll(root, { 'sig-a/0001-a/README.md': '' });
    const home = plainHome(path.join(root, 'sig-a'), { numberRoot: root });
    const read = fs.readdirSync;
    vi.spyOn(fs, 'readdirSync').mockImplementation(((target: string, ...rest: []) => {
      if (target !== root) return read(target, ...rest);
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
    }) as typeof read);
    expect(() => numbersInUse(home.location, home.convention)).toThrow(
      'could not be read: the disk or file system reports an error (EIO)',
    );
  });
});
