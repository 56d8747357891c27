import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

const preload = path.join(import.meta.dirname, '../support/fault.cjs');

/** The calls of a run on the user's files, in their order: what it did, and with which paths. */
async function callsOf(files: Record<string, string>, args: string[], isGit: boolean) {
  const cwd = emptyFolder();
  const XDG_STATE_HOME = emptyFolder();
  writeAll(cwd, files);
  if (isGit) {
    await git(cwd, 'init', '--quiet');
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'First');
  }
  const FAULT_COUNT = path.join(emptyFolder(), 'calls');
  const FAULT_ROOTS = [cwd, XDG_STATE_HOME].join(path.delimiter);
  const env = { NODE_OPTIONS: `--require ${preload}`, FAULT_ROOTS, FAULT_COUNT, XDG_STATE_HOME };
  expect(await run(args, { cwd, env })).toMatchObject({ code: 0 });
  const calls: string[] = JSON.parse(readFileSync(FAULT_COUNT, 'utf8'));
  return { cwd, calls: calls.map((call) => call.split(' ')) };
}

const DOCUMENT = '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n';
const RENUMBERED = {
  'rfcs/0001-a/README.md': '# 0001: A\n',
  'rfcs/0002-b.md': '# B\n',
  'README.md': '[a](rfcs/0001-a/README.md)\n',
};

/** What is named before it is flushed, what never is, and the directories that are not flushed after a naming. */
function order(calls: readonly string[][]) {
  const isClaim = (file = '') => /[/\\](?:claim-[^/\\]*|\d+\.\d+|change-[^/\\]*)$/.test(file);
  const unflushed = new Set<string>();
  const named = new Set<string>();
  const early: string[] = [];
  for (const [what = '', from = '', to = ''] of calls.filter((call) => !call.some(isClaim))) {
    const isNew = what === 'openSync' && to === 'wx';
    if (isNew || (what === 'writeFileSync' && path.isAbsolute(from))) unflushed.add(from);
    if (what === 'fsyncSync') for (const each of [unflushed, named]) each.delete(from);
    if (what !== 'renameSync' && what !== 'linkSync') continue;
    early.push(...[...unflushed].filter((file) => `${file}/`.startsWith(`${from}/`)));
    named.add(path.dirname(to));
  }
  return { early, unflushed: [...unflushed], named: [...named] };
}

/** A power cut may come at any moment: this is the order that leaves no file empty (fsync(2), rename(2)). */
describe.each([false, true])(
  'what a run writes is on the disk itself, in a repository: %s',
  (isGit) => {
    it.each<[string, Record<string, string>, string[]]>([
      ['creating', { 'enhancements/0001-a/README.md': '# A\n' }, ['T', '--yes']],
      ['creating the first', {}, ['T', '--yes']],
      ['creating a file', { 'rfcs/0001-a.md': '# A\n', 'rfcs/0002-b.md': '# B\n' }, ['T', '--yes']],
      [
        '--section',
        { 'enhancements/0001-a/README.md': DOCUMENT },
        ['--section', 'infra', '--in', '1'],
      ],
      ['renumber', RENUMBERED, ['renumber', '1', '9']],
      ['init', {}, ['init', '--yes', '--template', 'kep']],
    ])('before it has its name, and the name before the run ends: %s', async (_, files, args) => {
      const { cwd, calls } = await callsOf(files, args, isGit);
      const { early, unflushed, named } = order(calls);
      expect(early).toEqual([]);
      expect(unflushed).toEqual([]);
      // Every directory in which something got its name was flushed after that.
      expect(named.filter((directory) => directory.startsWith(cwd))).toEqual([]);
      expect(calls.filter(([what]) => what === 'fsyncSync').length).toBeGreaterThan(1);
    });
  },
);
