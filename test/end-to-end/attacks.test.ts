import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import {
  emptyFolder,
  git,
  gitFolder,
  repositoryWith,
  treeOf,
  writeAll,
} from '../support/folder.ts';
import { program, run } from '../support/program.ts';

const isLinux = process.platform === 'linux';
const host = `${isLinux ? readlinkSync('/proc/self/ns/pid') : ''}${hostname()}`;

/** A folder of the user's, outside of what is attacked with. */
function precious(): string {
  const folder = emptyFolder();
  writeAll(folder, { 'edit-notes-1-2.md': 'mine', 'edit-1-2-3/x': 'mine', '1.0/x': 'mine', a: '' });
  return folder;
}

/** A journal of old, and a record of today, that tell of what the user never did. */
function hostileRecords(target: string): Record<string, string> {
  const owner = { pid: 1, host, boot: 'x', start: '', nonce: 'a-b-c', time: 0 };
  const changes = [{ place: '/x', next: target, backup: '/y', after: '' }];
  const journal = JSON.stringify({ ...owner, source: '/n', target: '/m', changes });
  const steps = [{ kind: 'temporary', place: target }];
  const record = JSON.stringify({ ...owner, root: '/', steps });
  return {
    'move-x-1-a.done': journal,
    'move-x-1-a.open': journal,
    'change-a-b-c.open': record,
    'change-a-b-c.done': record,
  };
}

const inClaims = (files: Record<string, string>, directory = 'enhancements') =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${directory}/.create-enhancement/${name}`, text]),
  );

describe('instructions that came with a folder are not followed', () => {
  it.each(['in a folder without git', 'in a repository', 'where git is silent'])(
    '%s',
    async (what) => {
      const target = precious();
      const before = treeOf(target);
      const cwd = what.endsWith('git') ? emptyFolder() : await gitFolder();
      writeAll(cwd, {
        'enhancements/0001-a/README.md': '# A\n',
        ...inClaims(hostileRecords(target)),
      });
      if (what.startsWith('in a repository')) {
        await git(cwd, 'add', '--all', '--force');
        await git(cwd, 'commit', '--quiet', '--message', 'x');
      }
      const env = what.endsWith('silent') ? { GIT_CEILING_DIRECTORIES: '/', GIT_DIR: '/none' } : {};
      const { code } = await run(['renumber', '1', '2', '--yes', '--force'], { cwd, env });
      expect(code).toBe(0);
      await run(['T', '--yes'], { cwd, env });
      expect(treeOf(target)).toEqual(before);
    },
  );

  it('in a directory whose name begins with two dots', async () => {
    const target = precious();
    const before = treeOf(target);
    const cwd = await gitFolder();
    writeAll(cwd, {
      '..rfcs/0001-a/README.md': '# A\n',
      'enhancement.config.json': '{"directory":"..rfcs"}',
      ...inClaims(hostileRecords(target), '..rfcs'),
    });
    await git(cwd, 'add', '--all', '--force');
    await git(cwd, 'commit', '--quiet', '--message', 'x');
    expect(await run(['renumber', '1', '2', '--yes'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(target)).toEqual(before);
  });
});

describe.runIf(isLinux)('a committed link in the place of our own directory', () => {
  it('deletes nothing where it leads, with --section', async () => {
    const target = precious();
    const before = treeOf(target);
    const cwd = await gitFolder();
    await run(['A', '--yes'], { cwd });
    symlinkSync(target, path.join(cwd, 'enhancements/0001-a/.create-enhancement'));
    symlinkSync(target, path.join(cwd, 'enhancements/.create-enhancement'));
    const call = ['--section', 'notes', '--in', '1', '--accept-doubts'];
    expect(await run(call, { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(target)).toEqual(before);
  });

  it('is refused in a plain folder, where claims would lie in it', async () => {
    const target = precious();
    const before = treeOf(target);
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, 'enhancements'));
    symlinkSync(target, path.join(cwd, 'enhancements/.create-enhancement'));
    const { code, stderr } = await run(['A', '--yes'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`is not a directory, a link to ${target}`),
    });
    expect(treeOf(target)).toEqual(before);
  });

  it('and claims that make no sense block nobody for ever', async () => {
    const cwd = emptyFolder();
    const nonsense = '{"time":"x","host":"h"}';
    writeAll(cwd, inClaims({ '1.0': nonsense, '1.1': nonsense }));
    mkdirSync(path.join(cwd, 'enhancements/.create-enhancement/1.2'));
    for (const name of ['1.0', '1.1', '1.2'])
      utimesSync(path.join(cwd, 'enhancements/.create-enhancement', name), 0, 0);
    await run(['A', '--yes'], { cwd });
    expect(existsSync(path.join(cwd, 'enhancements/0001-a/README.md'))).toBe(true);
  });
});

describe.runIf(isLinux)('nothing is written outside, or into what is git’s', () => {
  it.each<[string, string, string]>([
    ['through the usual directory', 'enhancements', '{}'],
    ['through a configured one', 'docs', '{"directory":"docs"}'],
    ['below one', 'docs', '{"directory":"docs/rfcs"}'],
  ])('%s, which is a link', async (_, link, configuration) => {
    const target = precious();
    const before = treeOf(target);
    const cwd = await gitFolder();
    symlinkSync(target, path.join(cwd, link));
    writeAll(cwd, { 'enhancement.config.json': configuration });
    const { code, stderr } = await run(['A', '--yes'], { cwd });
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(target);
    expect(stderr).toMatch(/^hint: .*--dir/m);
    expect(treeOf(target)).toEqual(before);
  });

  it('but where the user named it', async () => {
    const target = emptyFolder();
    const cwd = emptyFolder();
    symlinkSync(target, path.join(cwd, 'docs'));
    expect(await run(['A', '--yes', '--dir', 'docs'], { cwd })).toMatchObject({ code: 0 });
    expect(Object.keys(treeOf(target))).toContain('0001-a/README.md');
  });

  it('by a document that is a link', async () => {
    const target = precious();
    const cwd = await gitFolder();
    await run(['A', '--yes'], { cwd });
    const file = path.join(cwd, 'enhancements/0001-a/README.md');
    writeFileSync(path.join(target, 'a'), readFileSync(file));
    const before = treeOf(target);
    await run(['B', '--yes'], { cwd });
    symlinkSync(path.join(target, 'a'), path.join(cwd, 'enhancements/0001-a/x'));
    renameSync(path.join(cwd, 'enhancements/0001-a/x'), file);
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`pass its own path: ${target}/a`),
    });
    expect(treeOf(target)).toEqual(before);
    const named = ['--section', 'infra', '--in', 'enhancements/0001-a/README.md'];
    expect(await run(named, { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(target, 'a'), 'utf8')).toContain('## Infrastructure Needed');
  });

  it('in a directory of git’s that is named by a flag', async () => {
    const cwd = await gitFolder();
    const before = readdirSync(path.join(cwd, '.git'), { recursive: true });
    const { code, stderr } = await run(['A', '--yes', '--dir', '.git/x'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('.git/x is inside the directory of git itself'),
    });
    expect(readdirSync(path.join(cwd, '.git'), { recursive: true })).toEqual(before);
  });

  it.each([
    { directory: '.git/refs/heads', numbering: 'none', name: '{slug}' },
    { directory: '.GIT', numbering: 'none', name: 'hooks', template: 'tmpl' },
    { directory: '.', numbering: 'none', name: '.git' },
  ])('as %j', async (configuration) => {
    const cwd = await gitFolder();
    writeAll(cwd, {
      'enhancement.config.json': JSON.stringify(configuration),
      'tmpl/README.md': '# T\n',
      'tmpl/post-commit': '#!/bin/sh\n',
    });
    chmodSync(path.join(cwd, 'tmpl/post-commit'), 0o755);
    const before = readdirSync(path.join(cwd, '.git'), { recursive: true });
    const { code } = await run(['evil', '--yes'], { cwd });
    expect(code).toBeGreaterThan(0);
    expect(readdirSync(path.join(cwd, '.git'), { recursive: true })).toEqual(before);
  });
});

describe.runIf(process.getuid?.() === 0)('where git’s directory is not the user’s', () => {
  const nobody = { uid: 65534, gid: 65534 };

  async function sandbox() {
    const cwd = await gitFolder();
    writeAll(cwd, { 'enhancements/0001-a/README.md': '# A\n' });
    const home = emptyFolder();
    for (const each of [cwd, path.join(cwd, 'enhancements'), home]) chownSync(each, 65534, 65534);
    const env = { HOME: home, XDG_STATE_HOME: path.join(home, 'state') };
    return { cwd, env, home };
  }

  it('numbers are claimed beside the proposals, and a note says so', async () => {
    const { cwd, env } = await sandbox();
    const trusted = {
      ...env,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    };
    const { code, stderr } = await run(['T', '--yes'], { cwd, env: trusted, ...nobody });
    expect(code).toBe(0);
    expect(stderr).toContain('is not writable, so the number was claimed in');
    expect(Object.keys(treeOf(cwd)).filter((name) => name.includes('/.create'))).toEqual([]);
    const edit = ['--section', 'infra', '--in', '2'];
    expect(await run(edit, { cwd, env: trusted, ...nobody })).toMatchObject({ code: 0 });
  });

  it('a document of somebody else is not made the user’s', async () => {
    const { cwd, env } = await sandbox();
    const file = path.join(cwd, 'enhancements/0001-a/README.md');
    const text = '# T\n\n## Summary\n\n## Motivation\n\n## Proposal\n';
    writeFileSync(file, text);
    chmodSync(file, 0o666);
    chownSync(path.dirname(file), 65534, 65534);
    const call = ['--section', 'drawbacks', '--in', '1'];
    const { code, stderr } = await run(call, { cwd, env, ...nobody });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('belongs to user 0, and replacing it would make it yours'),
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('what git says of it is told', async () => {
    const { cwd, env } = await sandbox();
    const { code, stderr } = await run(['T', '--yes'], { cwd, env, ...nobody });
    expect(code).toBe(0);
    expect(stderr).toContain('git could not read this repository');
    expect(stderr).toContain('detected dubious ownership');
    const listed = await run(['list', '--stale'], { cwd, env, ...nobody });
    expect(listed.stderr).toContain('detected dubious ownership');
    expect(listed.stderr).toContain('git does not say when the proposals were changed');
    writeAll(cwd, { 'enhancements/0000-template.md': '# NNNN: Title\n\n## Summary\n\nWhat?\n' });
    const checked = await run(['check'], { cwd, env, ...nobody });
    expect(checked.code).toBe(2);
    expect(checked.stderr).toContain(`git config --global --add safe.directory ${cwd}`);
  });
});

describe('what is only looked at', () => {
  const rfc = (title: string) => `# ${title}\n\n- Status: draft\n\n## Summary\n\nPlain.\n`;

  it('is not read where a link leads outside, unless it is named', async () => {
    const outside = emptyFolder();
    writeAll(outside, { 'secret.md': rfc('0003: Secret').replace('draft', 'hidden') });
    const cwd = await repositoryWith({
      'rfcs/0001-a.md': rfc('0001: A'),
      'rfcs/0002-b.md': rfc('0002: B'),
    });
    symlinkSync(path.join(outside, 'secret.md'), path.join(cwd, 'rfcs/0003-s.md'));
    for (const call of [['list'], ['list', 'hidden'], ['show', '3'], ['status', '3'], ['check']]) {
      const { stdout, stderr } = await run(call, { cwd });
      expect(stdout + stderr).not.toMatch(/Secret|hidden(?!")/);
    }
    const named = await run(['status', 'rfcs/0003-s.md'], { cwd });
    expect(named.stdout).toContain('hidden');
  });

  it('runs nothing that the settings of a submodule say', async () => {
    const part = await repositoryWith({ x: '1\n', '.gitattributes': '* filter=evil\n' });
    const cwd = await repositoryWith({
      'rfcs/0001-a.md': rfc('0001: A'),
      'rfcs/0002-b.md': rfc('0002: B'),
    });
    const local = ['-c', 'protocol.file.allow=always'];
    await git(cwd, ...local, 'submodule', 'add', '--quiet', part, 'part');
    await git(cwd, 'commit', '--quiet', '--message', 'part');
    const trace = path.join(emptyFolder(), 'ran');
    await git(path.join(cwd, 'part'), 'config', 'filter.evil.clean', `touch ${trace}; cat`);
    writeAll(cwd, { 'part/x': '2\n', 'rfcs/0003-c.md': rfc('0003: C') });
    utimesSync(path.join(cwd, 'part/x'), 0, 0);
    for (const call of [['check', '--changed', '--base', 'HEAD'], ['upgrade', '--all'], ['list']])
      await run(call, { cwd });
    expect(existsSync(trace)).toBe(false);
    // The filter is one that git itself would run.
    await git(cwd, 'diff', 'HEAD');
    expect(existsSync(trace)).toBe(true);
  });
});

describe.runIf(isLinux)('compiled code', () => {
  async function keptIn(prepare: (directory: string) => void): Promise<string | undefined> {
    const XDG_CACHE_HOME = emptyFolder();
    const asked = path.join(emptyFolder(), 'asked');
    prepare(path.join(XDG_CACHE_HOME, 'create-enhancement'));
    const preload = path.join(import.meta.dirname, '../support/compile-cache.cjs');
    const env = { NODE_OPTIONS: `--require ${preload}`, ASKED: asked, XDG_CACHE_HOME };
    expect(await run(['--version'], { cwd: emptyFolder(), env })).toMatchObject({ code: 0 });
    return existsSync(asked)
      ? path.relative(XDG_CACHE_HOME, readFileSync(asked, 'utf8'))
      : undefined;
  }

  it('is kept in a directory of the user’s own, or nowhere', async () => {
    expect(await keptIn(() => undefined)).toBe('create-enhancement');
    const open = (directory: string) => {
      mkdirSync(directory);
      chmodSync(directory, 0o777);
    };
    expect(await keptIn(open)).toBeUndefined();
    const led = (directory: string) => symlinkSync(emptyFolder(), directory);
    expect(await keptIn(led)).toBeUndefined();
  });
});

describe('without permissions of Node', () => {
  it.each(['git', 'plain'])('what is not allowed is told in words: %s', async (what) => {
    const cwd = what === 'git' ? await gitFolder() : emptyFolder();
    const isNew = Number(process.versions.node.split('.')[0]) > 22;
    const flag = isNew ? '--permission' : '--experimental-permission';
    const call = [flag, '--allow-fs-read=*', program, 'T', '--yes'];
    const { exitCode, stderr } = await execa(process.execPath, call, { cwd, reject: false });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('node --permission does not allow it');
    expect(stderr).not.toContain('should not have happened');
    const writing = [...call.slice(0, 2), '--allow-fs-write=*', ...call.slice(2)];
    expect(await execa(process.execPath, writing, { cwd, reject: false })).toMatchObject({
      exitCode: 0,
    });
  });
});
