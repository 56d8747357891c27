import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askYes } from '../../src/commands/ask-once.ts';
import { renumber } from '../../src/commands/renumber/renumber.ts';
import { Cancelled } from '../../src/failure.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';

vi.mock('../../src/commands/ask-once.ts', () => ({ askYes: vi.fn() }));

const asked = vi.mocked(askYes);

beforeEach(() => asked.mockReset());

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
    signal: new AbortController().signal,
  };
}

describe('renumber, where somebody else takes the number while it asks', () => {
  it('asks again for the next one, and does what was confirmed', async () => {
    const cwd = emptyFolder();
    const directory = path.join(cwd, 'enhancements');
    writeAll(directory, { '0001-a/README.md': '# 0001: A\n' });
    asked.mockImplementationOnce(async () => {
      mkdirSync(path.join(directory, '0002-b'));
      return true;
    });
    asked.mockImplementationOnce(async () => true);
    const result = await renumber(call, environmentIn(cwd));
    expect(asked.mock.calls.map(([, shown]) => shown.split('\n')[0])).toEqual([
      'enhancements/0001-a → enhancements/0002-a',
      'enhancements/0001-a → enhancements/0003-a',
    ]);
    expect(result.to).toEqual({ number: '0003', path: 'enhancements/0003-a' });
    expect(readdirSync(directory)).toEqual(['0002-b', '0003-a']);
  });

  it('changes nothing when the next one is not wanted', async () => {
    const cwd = emptyFolder();
    const directory = path.join(cwd, 'enhancements');
    writeAll(directory, { '0001-a/README.md': '# 0001: A\n' });
    asked.mockImplementationOnce(async () => {
      mkdirSync(path.join(directory, '0002-b'));
      return true;
    });
    asked.mockImplementationOnce(async () => false);
    await expect(renumber(call, environmentIn(cwd))).rejects.toThrow(Cancelled);
    expect(treeOf(directory)).toEqual({
      '0001-a': null,
      '0001-a/README.md': '# 0001: A\n',
      '0002-b': null,
    });
  });
});
