import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptRun, keptRuns } from '../../src/commands/create/kept/kept-run.ts';
import { sweepKept, writeKept } from '../../src/proposals/kept/kept-files.ts';
import { emptyFolder } from '../support/folder.ts';

const state = { home: '', place: '' };

beforeEach(() => {
  state.home = emptyFolder();
  vi.stubEnv('XDG_STATE_HOME', state.home);
  state.place = path.join(state.home, 'create-enhancement/+answers');
  mkdirSync(state.place, { recursive: true, mode: 0o700 });
});

afterEach(() => void vi.unstubAllEnvs());

/** A file that was written some days ago. */
function aged(name: string, days: number): void {
  const file = path.join(state.place, name);
  writeFileSync(file, '{}');
  const then = Date.now() / 1000 - days * 86_400;
  utimesSync(file, then, then);
}

const names = () => readdirSync(state.place).sort();

describe('kept answers', () => {
  it('go after thirty days, those set aside included', () => {
    aged('1-old.json', 31);
    aged('1-old.json.corrupt', 31);
    aged('1-new.json', 29);
    sweepKept();
    expect(names()).toEqual(['1-new.json']);
  });

  it('are the twenty newest', () => {
    for (let day = 1; day <= 25; day++) aged(`${String(day).padStart(2, '0')}.json`, day);
    sweepKept();
    expect(names()).toEqual(
      Array.from({ length: 20 }, (_, index) => `${String(index + 1).padStart(2, '0')}.json`),
    );
  });

  it('have at most 5 MB, which is said', () => {
    const file = path.join(state.place, 'x.json');
    writeKept(file, 'before');
    expect(() => writeKept(file, 'x'.repeat(5_000_001))).toThrow('more than 5 MB');
    expect(names()).toEqual(['x.json']);
  });

  it('are those of this very folder, whatever their names say', () => {
    const run = (root: string) => {
      const kept = new KeptRun(root, {}, {}, { given: [{ id: 'title', value: 'T' }], drafts: {} });
      kept.keep({}, false);
    };
    const cwd = emptyFolder();
    run(cwd);
    const [name = ''] = names();
    const text = JSON.stringify({
      version: 1,
      owner: null,
      root: '/elsewhere',
      call: {},
      given: {},
      progress: { given: [], drafts: {} },
    });
    writeFileSync(path.join(state.place, name.replace('-', '-2')), text);
    const corrupt: string[] = [];
    expect(keptRuns(cwd, (file) => corrupt.push(file))).toEqual([]);
    expect(corrupt).toEqual([]);
  });
});
