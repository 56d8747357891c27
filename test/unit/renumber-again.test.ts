import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import fs from 'fs-extra';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asker } from '../../src/ask/asker.ts';
import { openAsker } from '../../src/ask/open-asker.ts';
import { renumber } from '../../src/commands/renumber/renumber.ts';
import { Cancelled } from '../../src/failure.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';

vi.mock('../../src/ask/open-asker.ts', () => ({ openAsker: vi.fn() }));

/** Is shown what would be done, and says whether it is wanted. */
const asked = vi.fn<(shown: readonly string[]) => Promise<boolean>>();

beforeEach(() => {
  asked.mockReset();
  let told: readonly string[] = [];
  const asker: Partial<Asker> = {
    tell: (lines) => {
      told = lines;
    },
    chooseOne: async ({ choices }) => {
      const wanted = (await asked(told)) ? 'yes' : 'no';
      const choice = choices.find(({ value }) => value === wanted) ?? expect.unreachable();
      return { kind: 'answer', value: choice.value };
    },
    rest: () => undefined,
    close: () => undefined,
  };
  vi.mocked(openAsker).mockResolvedValue(asker as Asker);
});

const call = {
  proposal: '1',
  isFirst: false,
  force: false,
  yes: false,
  dryRun: false,
  online: false,
  reserve: false,
  offline: false,
};

function environmentIn(cwd: string) {
  return {
    cwd,
    today: '2024-01-31',
    platform: 'linux',
    variables: {},
    input: new PassThrough(),
    output: new PassThrough(),
    interactive: true,
    silencedBy: undefined,
    signal: new AbortController().signal,
    note: () => undefined,
    waiting: <T>(_: string, work: () => Promise<T>) => work(),
  };
}

/** A proposal, and somebody else who takes the next number while the first question is asked. */
function withOneLost() {
  const cwd = emptyFolder();
  const directory = path.join(cwd, 'enhancements');
  writeAll(directory, { '0001-a/README.md': '# 0001: A\n' });
  asked.mockImplementationOnce(async () => {
    mkdirSync(path.join(directory, '0002-b'));
    return true;
  });
  return { cwd, directory };
}

describe('renumber, where somebody else takes the number while it asks', () => {
  it('asks again for the next one, and does what was confirmed', async () => {
    const { cwd, directory } = withOneLost();
    asked.mockImplementationOnce(async () => true);
    const result = await renumber(call, environmentIn(cwd));
    expect(asked.mock.calls.map(([shown]) => shown[0])).toEqual([
      'enhancements/0001-a → enhancements/0002-a',
      'enhancements/0001-a → enhancements/0003-a',
    ]);
    expect(result.to).toEqual({ number: '0003', path: 'enhancements/0003-a' });
    expect(readdirSync(directory)).toEqual(['0002-b', '0003-a']);
  });

  it('changes nothing when the next one is not wanted', async () => {
    const { cwd, directory } = withOneLost();
    asked.mockImplementationOnce(async () => false);
    await expect(renumber(call, environmentIn(cwd))).rejects.toThrow(Cancelled);
    expect(treeOf(directory)).toEqual({
      '0001-a': null,
      '0001-a/README.md': '# 0001: A\n',
      '0002-b': null,
    });
  });
});

describe('renumber changes nothing', () => {
  const withTwo = () => {
    const cwd = emptyFolder();
    writeAll(cwd, { 'enhancements/0001-a/README.md': '# 0001: A\n', 'notes.md': '0001-a\n' });
    return { cwd, before: treeOf(cwd), environment: environmentIn(cwd) };
  };

  it('when it is stopped before', async () => {
    const { cwd, before, environment } = withTwo();
    asked.mockImplementation(async () => true);
    const stopped = { ...environment, signal: AbortSignal.abort() };
    await expect(renumber(call, stopped)).rejects.toThrow(Cancelled);
    expect(treeOf(cwd)).toEqual(before);
  });

  it('when a file cannot be read that may point at the proposal', async () => {
    const { cwd, before, environment } = withTwo();
    const read = fs.openSync;
    const spy = vi.spyOn(fs, 'openSync').mockImplementation(((file: string, flags: number) => {
      if (!String(file).endsWith('notes.md')) return read(file, flags);
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    }) as typeof read);
    await expect(renumber({ ...call, yes: true }, environment)).rejects.toMatchObject({
      message: 'notes.md could not be read: permission to read was denied',
      hint: 'Make it readable (chmod u+r), then run the command again',
    });
    spy.mockRestore();
    expect(treeOf(cwd)).toEqual(before);
  });

  it('when there is a file where claims lie', async () => {
    const { cwd, environment } = withTwo();
    writeAll(cwd, { 'enhancements/.create-enhancement': '' });
    const before = treeOf(cwd);
    await expect(renumber({ ...call, yes: true }, environment)).rejects.toMatchObject({
      message: expect.stringMatching(/\.create-enhancement is not a directory$/),
      hint: 'create-enhancement stores claims in a directory with that name: remove the file or link',
    });
    expect(treeOf(cwd)).toEqual(before);
  });
});
