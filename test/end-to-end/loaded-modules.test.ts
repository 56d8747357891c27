import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { emptyFolder, gitFolder } from '../support/folder.ts';
import { run } from '../support/program.ts';

const root = path.join(import.meta.dirname, '../..');
const installed = path.join(inject('installation'), 'node_modules/create-enhancement');

/** Which modules each file of the bundle is made of, as the build wrote it. */
const modules: Record<string, string[]> = JSON.parse(
  readFileSync(path.join(root, 'dist/modules.json'), 'utf8'),
);

/** Bytes of the files that nearly every run loads, and of what is downloaded. */
const MOST = { main: 59_000, commands: 256_000, section: 61_000, git: 7_500, tarball: 460_000 };

/** The modules that a run loads, file by file: each of the program's own, and libraries with their number of modules. */
async function loadedBy(cwd: string, args: readonly string[]): Promise<string> {
  const file = path.join(emptyFolder(), 'loaded');
  const preload = path.join(root, 'test/support/loaded.cjs');
  const XDG_STATE_HOME = emptyFolder();
  // Without a cache of compiled code, Node itself loads the files, and knows which.
  const NODE_COMPILE_CACHE = emptyFolder();
  const NODE_OPTIONS = `--require ${preload}`;
  const env = { NODE_OPTIONS, NODE_COMPILE_CACHE, LOADED: file, XDG_STATE_HOME };
  const { code, stderr } = await run(args, { cwd, env });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const files = readFileSync(file, 'utf8').split('\n');
  return `${files.map((name) => [name, ...contentsOf(name)].join('\n  ')).join('\n')}\n`;
}

function contentsOf(file: string): string[] {
  const all = modules[file] ?? [];
  const own = all.filter((name) => name.includes('/') && !name.startsWith('@'));
  const libraries = all.filter((name) => !own.includes(name));
  const counted = [...new Set(libraries)].map(
    (name) => `${name} (${libraries.filter((each) => each === name).length})`,
  );
  return [...own.sort(), ...counted.sort()];
}

// Whoever moves code into every run sees it here. When that is meant: npx vitest --update.
describe('a run loads', () => {
  it.each<[what: string, args: string[]]>([
    ['help', ['--help']],
    ['create', ['T', '--yes']],
    ['section', ['--section', 'drawbacks', '--in', '0001-t/README.md']],
  ])('for %s what it did before', async (what, args) => {
    const cwd = emptyFolder();
    if (what === 'section') await run(['T', '--yes', '--dir', '.'], { cwd });
    const fixture = path.join(root, `test/fixtures/loaded/${what}.txt`);
    await expect(await loadedBy(cwd, args)).toMatchFileSnapshot(fixture);
  });

  it('in a git repository what it did before', async () => {
    const fixture = path.join(root, 'test/fixtures/loaded/create-in-git.txt');
    await expect(await loadedBy(await gitFolder(), ['T', '--yes'])).toMatchFileSnapshot(fixture);
  });

  it('no more than so many bytes', () => {
    const size = (file: string) => statSync(path.join(installed, 'dist', file)).size;
    expect(size('main.cjs')).toBeLessThan(MOST.main);
    expect(size('commands.cjs')).toBeLessThan(MOST.commands);
    expect(size('section.cjs')).toBeLessThan(MOST.section);
    expect(size('git.cjs')).toBeLessThan(MOST.git);
    expect(statSync(inject('tarball')).size).toBeLessThan(MOST.tarball);
  });
});
