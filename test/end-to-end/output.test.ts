import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, gitFolder, treeOf } from '../support/folder.ts';
import { program, run, runJson } from '../support/program.ts';

const DOCUMENT = 'enhancements/0001-t/README.md';

describe('what happened is what is said', () => {
  it('a repository without a git that answers works like a plain folder, and says so', async () => {
    const cwd = await gitFolder();
    const { code, stderr } = await run(['T', '--yes'], {
      cwd,
      env: { PATH: '' },
      extendEnv: false,
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^note: git could not read this repository/),
    });
    expect(Object.keys(treeOf(cwd))).toEqual(['enhancements', 'enhancements/0001-t', DOCUMENT]);
  });

  it('what comes next is about the repository that the program runs in', async () => {
    const other = await gitFolder();
    const cwd = await gitFolder();
    const there = path.relative(cwd, path.join(other, 'rfcs'));
    const { stdout } = await run(['T', '--yes', '--draft', '--dir', there], { cwd });
    expect(stdout).not.toContain('git ');
    const [, command = ''] = /npx create-enhancement (number .*)/.exec(stdout) ?? [];
    expect(await run(command.split(' '), { cwd })).toMatchObject({ code: 0 });
    expect(Object.keys(treeOf(other))).toContainEqual(expect.stringMatching(/^rfcs\/0001-t/));
    const taken = await runJson(['number', '1', '--dir', there], { cwd });
    expect(taken.json.error.next).toBe(`npx create-enhancement renumber 1 --dir ${there} --json`);
  });

  it('a failing editor does not hide that the proposal is there', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(['T', '--yes', '--open'], {
      cwd,
      env: { VISUAL: 'false' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`Created ${DOCUMENT}`);
    expect(stderr).toContain('was written, but the editor "false" could not be used');
  });

  it('without a terminal, no editor is opened that nobody has chosen', async () => {
    const { code, stderr } = await run(['T', '--yes', '--open'], {
      cwd: emptyFolder(),
      env: { VISUAL: '', EDITOR: '' },
    });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`${DOCUMENT} was not opened: there is no terminal`),
    });
  });

  it('with --json, nothing but the object is on standard output', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# {{title}}\n');
    const { json, stderr } = await runJson(['T', '--yes', '--open', '--template', 't.md'], {
      cwd,
      env: { VISUAL: 'echo opened' },
    });
    expect(json.path).toBe(DOCUMENT);
    expect(stderr).toContain('opened');
  });

  it('with --json, a failing editor adds no second object', async () => {
    const { code, json, stderr } = await runJson(['T', '--yes', '--open'], {
      cwd: emptyFolder(),
      env: { VISUAL: 'false' },
    });
    expect({ code, path: json.path }).toEqual({ code: 1, path: DOCUMENT });
    expect(stderr).toContain('was written, but the editor "false" could not be used');
  });

  it.runIf(process.platform !== 'win32')('a commit that git cannot read is told', async () => {
    const cwd = await gitFolder();
    const bin = emptyFolder();
    const { stdout: real } = await execa('sh', ['-c', 'command -v git']);
    const script = `#!/bin/sh\ncase "$*" in *ls-tree*) exit 128;; esac\nexec ${real} "$@"\n`;
    writeFileSync(path.join(bin, 'git'), script, { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env.PATH}` };
    const { code, stderr } = await run(['T', '--yes'], { cwd, env });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('note: git could not read the last commit'),
    });
  });

  it.runIf(existsSync('/dev/full')).each([
    ['creating', ['T', '--yes'], 'enhancements/0002-t/README.md was written'],
    ['init', ['init', '--yes'], 'enhancement.config.json was written'],
    ['a section', ['--section', 'infra', '--in', '1'], 'README.md was written'],
    ['a move', ['renumber', '1', '9'], 'enhancements/0009-first was written'],
    ['nothing', ['templates'], 'The output could not be shown'],
  ])('that cannot be shown for %s exits 1, and says what was done', async (_, args, said) => {
    const cwd = emptyFolder();
    await run(['First', '--yes'], { cwd });
    const call = ['sh', process.execPath, program, ...args];
    const shell = execa('sh', ['-c', '"$@" > /dev/full', ...call], {
      cwd,
      reject: false,
      input: '',
    });
    const { exitCode, stderr } = await shell;
    expect(exitCode).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).toContain('the disk is full');
    expect(Object.keys(treeOf(cwd)).some((name) => name.includes('/.create'))).toBe(false);
  });

  it('with --json, a refused flag names the command that was called', async () => {
    const { code, json } = await runJson(['renumber', '1', '--goal', 'x'], { cwd: emptyFolder() });
    expect({ code, command: json.command }).toEqual({ code: 2, command: 'renumber' });
  });

  it('a template cannot print', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# {{title}}\n{{log "printed"}}\n');
    const { code, stdout } = await run(['T', '--yes', '--template', 't.md'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends a run that goes through a large document, which stays as it is',
    async (signal) => {
      const cwd = emptyFolder();
      const text = `# T\n\n## Summary\n\n## Motivation\n\n## Proposal\n\n${'# x\n'.repeat(4_000_000)}`;
      writeFileSync(path.join(cwd, 'large.md'), text);
      const call = [program, '--section', 'drawbacks', '--in', 'large.md', '--accept-doubts'];
      const child = execa(process.execPath, call, { cwd, reject: false });
      setTimeout(() => child.kill(signal), 1500);
      const { exitCode, signal: by } = await child;
      expect({ exitCode, by }).toEqual({ exitCode: undefined, by: signal });
      expect(Object.keys(treeOf(cwd))).toEqual(['large.md']);
      expect(readFileSync(path.join(cwd, 'large.md'), 'utf8')).toBe(text);
    },
  );

  it.runIf(process.platform !== 'win32').each([[['--yes']], [['--yes', '--dry-run']]])(
    'a signal ends a run that renders answers of several megabytes, with nothing begun: %s',
    async (flags) => {
      const cwd = emptyFolder();
      const text = '# Heading\n\n- a\n  - b\n> c\n\n'.repeat(33_000);
      const sections = { motivation: text, proposal: text, risks: text, drawbacks: text };
      writeFileSync(path.join(cwd, 'answers.json'), JSON.stringify({ title: 'T', sections }));
      const call = [program, '--from', 'answers.json', ...flags];
      const child = execa(process.execPath, call, { cwd, reject: false });
      setTimeout(() => child.kill('SIGTERM'), 500);
      const { exitCode, signal } = await child;
      // Before it renders, it ends by itself.
      expect(['SIGTERM', 130]).toContain(signal ?? exitCode);
      expect(Object.keys(treeOf(cwd))).toEqual(['answers.json']);
    },
  );

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the reading of standard input',
    async (signal) => {
      const cwd = emptyFolder();
      const child = execa(process.execPath, [program, '--from', '-', '--yes'], {
        cwd,
        reject: false,
        stdin: 'pipe',
      });
      // More than a pipe holds has gone into it only once somebody reads.
      await new Promise((resolve) => child.stdin.write('# x\n'.repeat(100_000), resolve));
      child.kill(signal);
      const { exitCode, stderr } = await child;
      expect({ exitCode, stderr }).toEqual({
        exitCode: 130,
        stderr: 'Cancelled. Nothing was written.',
      });
    },
  );
});
