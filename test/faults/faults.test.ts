import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

/**
 * Every call that a command makes on the user's files, and every call of git, fails once with each code. A sample
 * of them by default, which differs from run to run; all of them with FAULTS=all (some minutes).
 */
const CODES = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EXDEV', 'EROFS'];
const SAMPLE = process.env.FAULTS === 'all' ? Number.POSITIVE_INFINITY : 40;

const preload = path.join(import.meta.dirname, '../support/fault.cjs');

interface Case {
  files: Record<string, string>;
  isGit?: boolean;
  args: string[];
  /** Whether the work is done. */
  isDone(tree: Record<string, string | null>): boolean;
}

const DOCUMENT = '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n';
const LINKS = { 'README.md': '[a](rfcs/0001-a/README.md)\n', 'docs/x.md': 'See rfcs/0001-a.\n' };

const CASES: Record<string, Case> = {
  'create in a plain folder': {
    files: { 'enhancements/0001-a/README.md': '# A\n' },
    args: ['New', '--yes'],
    isDone: (tree) => Boolean(tree['enhancements/0002-new/README.md']?.endsWith('\n')),
  },
  'create in a repository of files': {
    files: { 'rfcs/0001-a.md': '# A\n', 'rfcs/0002-b.md': '# B\n' },
    isGit: true,
    args: ['New', '--yes'],
    isDone: (tree) => Boolean(tree['rfcs/0003-new.md']?.endsWith('\n')),
  },
  'add a section': {
    files: { 'enhancements/0001-a/README.md': DOCUMENT },
    isGit: true,
    args: ['--section', 'drawbacks', '--in', '1'],
    isDone: (tree) => Boolean(tree['enhancements/0001-a/README.md']?.includes('## Drawbacks')),
  },
  renumber: {
    files: { 'rfcs/0001-a/README.md': '# 0001: A\n', 'rfcs/0002-b/README.md': '# B\n', ...LINKS },
    args: ['renumber', '1', '9'],
    isDone: (tree) =>
      tree['rfcs/0009-a/README.md'] === '# 0009: A\n' &&
      tree['README.md'] === '[a](rfcs/0009-a/README.md)\n' &&
      tree['docs/x.md'] === 'See rfcs/0009-a.\n',
  },
  'renumber in a repository': {
    files: { 'rfcs/0001-a.md': '# 0001: A\n', 'rfcs/0002-b.md': '[a](0001-a.md)\n' },
    isGit: true,
    args: ['renumber', '1', '9'],
    isDone: (tree) =>
      tree['rfcs/0009-a.md'] === '# 0009: A\n' && tree['rfcs/0002-b.md'] === '[a](0009-a.md)\n',
  },
  init: {
    files: {},
    args: ['init', '--yes', '--template', 'kep'],
    isDone: (tree) =>
      Boolean(tree['enhancement.config.json']?.endsWith('}\n')) &&
      Object.keys(tree).some((name) => name.endsWith('kep.yaml')),
  },
};

async function prepare({ files, isGit = false }: Case) {
  const cwd = emptyFolder();
  const XDG_STATE_HOME = emptyFolder();
  writeAll(cwd, files);
  if (isGit) {
    await git(cwd, 'init', '--quiet', '--initial-branch', 'main');
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '--quiet', '--message', 'First');
  }
  const FAULT_ROOTS = [cwd, XDG_STATE_HOME].join(path.delimiter);
  const env = { NODE_OPTIONS: `--require ${preload}`, FAULT_ROOTS, XDG_STATE_HOME };
  return { cwd, env, state: XDG_STATE_HOME };
}

const isOurs = (name: string) => /(?:^|\/)\.create-enhancement/.test(name);
const withoutOurs = (tree: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(tree).filter(([name]) => !isOurs(name)));

async function callsOf(one: Case): Promise<string[]> {
  const { cwd, env } = await prepare(one);
  const FAULT_COUNT = path.join(emptyFolder(), 'calls');
  const { code } = await run(one.args, { cwd, env: { ...env, FAULT_COUNT } });
  expect({ code, done: one.isDone(treeOf(cwd)) }).toEqual({ code: 0, done: true });
  return JSON.parse(readFileSync(FAULT_COUNT, 'utf8'));
}

/** What went wrong when one call failed; undefined when nothing did. */
async function verdict(one: Case, at: number, code: string): Promise<string | undefined> {
  const { cwd, env, state } = await prepare(one);
  const before = treeOf(cwd);
  const fault = { ...env, FAULT_AT: String(at), FAULT_CODE: code };
  const outcome = await run(one.args, { cwd, env: fault });
  const after = treeOf(cwd);
  const isDone = one.isDone(after);
  const said = `exit ${outcome.code}: ${outcome.stderr}`;
  if (/This should not have happened|^\s+at /m.test(outcome.stderr))
    return `a stack trace, ${said}`;
  if (outcome.code === 0 && !isDone) return `a lie, ${said}`;
  const isTold = /written, but/.test(outcome.stderr);
  if (outcome.code !== 0 && !isTold && !isSame(withoutOurs(after), before) && !isDone)
    return `a half, ${said}\n${JSON.stringify(after, null, 1)}`;
  const clean = { XDG_STATE_HOME: state };
  await run(['Afterwards', '--yes'], { cwd, env: clean });
  const left = Object.keys(treeOf(cwd)).filter(isOurs);
  if (left.length > 0) return `left behind, ${said}\n${left.join('\n')}`;
  return Object.values(treeOf(state)).some((text) => text !== null)
    ? `left in the state directory, ${said}\n${JSON.stringify(treeOf(state), null, 1)}`
    : undefined;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

describe('when one call fails', () => {
  it.each(Object.keys(CASES))(
    '%s is done or not, says so, and leaves nothing',
    { timeout: 3_600_000 },
    async (name) => {
      const one = CASES[name] ?? expect.unreachable();
      const calls = await callsOf(one);
      expect(calls.length).toBeGreaterThan(15);
      const all = calls.flatMap((call, at) => CODES.map((code) => ({ call, at: at + 1, code })));
      const chosen = all
        .map((fault) => ({ fault, key: Math.random() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, SAMPLE)
        .map(({ fault }) => fault);
      const wrong: string[] = [];
      const queue = chosen.values();
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          for (const { call, at, code } of queue) {
            const found = await verdict(one, at, code);
            if (found) wrong.push(`${code} for call ${at} (${call}): ${found}`);
          }
        }),
      );
      expect(wrong).toEqual([]);
    },
  );
});
