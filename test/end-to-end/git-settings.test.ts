import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { commitOf, historyOf } from '../support/history.ts';
import { run, runJson } from '../support/program.ts';

const TEMPLATE = 'rfcs/0000-template.md';
const template = '# RFC NNNN: Title\n\n- Status: Draft\n\n## Summary\n\nWhat is it?\n';
const rfc = (title: string) => `# ${title}\n\n- Status: Draft\n\n## Summary\n\nIt is.\n`;

const rfcs = () =>
  historyOf(
    {
      [TEMPLATE]: template,
      'rfcs/0001-one.md': rfc('RFC 0001: One'),
      'rfcs/0002-two.md': rfc('RFC 0002: Two'),
    },
    { [TEMPLATE]: `${template}\n## Security\n\nWho would harm it?\n` },
    { 'rfcs/0002-twin.md': rfc('RFC 0002: Twin') },
  );

/** What every command that asks git says of a repository. */
async function answersIn(cwd: string, env: Record<string, string> = {}): Promise<string[]> {
  const calls = [
    ['list'],
    ['check'],
    ['check', '--changed', '--base', 'HEAD~1'],
    ['upgrade', '--all', '--dry-run'],
    ['show', '1'],
    ['renumber', '2', '--dry-run', '--yes'],
    ['New', '--yes', '--dry-run'],
    ['--section', 'security', '--in', '1', '--dry-run'],
  ];
  const answers = [];
  for (const call of calls) {
    const { stdout } = await run([...call, '--json'], { cwd, env });
    answers.push(stdout);
  }
  return answers;
}

describe('the settings of git', () => {
  it('of a user change no answer', async () => {
    const cwd = await rfcs();
    const plain = await answersIn(cwd);
    const settings = path.join(emptyFolder(), 'gitconfig');
    writeFileSync(
      settings,
      [
        '[log]\nshowRoot = false\nshowSignature = true\ndate = relative\ndecorate = full\nfollow = true',
        '[color]\nui = always',
        '[diff]\nrenames = false\nnoprefix = true\nrelative = true\nexternal = false',
        '[status]\nshort = true\nbranch = true\nrelativePaths = false\nrenames = copies',
        '[core]\nquotePath = true',
        '[format]\npretty = oneline',
        '[i18n]\nlogOutputEncoding = ISO-8859-1',
      ].join('\n'),
    );
    expect(await answersIn(cwd, { GIT_CONFIG_GLOBAL: settings })).toEqual(plain);
  });

  it('of its output leave names as they are', async () => {
    const cwd = await rfcs();
    await git(cwd, 'config', 'i18n.logOutputEncoding', 'ISO-8859-1');
    writeAll(cwd, { 'rfcs/0003-three.md': rfc('RFC 0003: Three') });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--quiet', '--message', 'x', '--author', 'José Müller <j@x.invalid>');
    const { json } = await runJson(['show', '3'], { cwd });
    expect(json.author).toBe('José Müller');
  });

  it('of a repository run no program', async () => {
    const cwd = await rfcs();
    const ran = path.join(emptyFolder(), 'ran');
    const script = path.join(cwd, 'x.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${ran}'\n`);
    chmodSync(script, 0o755);
    await signed(cwd);
    for (const [key, value] of [
      ['log.showSignature', 'true'],
      ['gpg.program', script],
      ['core.fsmonitor', script],
      ['core.pager', script],
      ['diff.external', script],
      ['core.sshCommand', script],
    ]) {
      await git(cwd, 'config', key ?? '', value ?? '');
    }
    await answersIn(cwd);
    expect(existsSync(ran) ? readFileSync(ran, 'utf8') : '').toBe('');
  });

  it('let work trees be written relatively', async () => {
    const cwd = await rfcs();
    const tree = path.join(emptyFolder(), 'tree');
    await git(cwd, 'worktree', 'add', '--quiet', '-b', 'side', tree);
    writeAll(tree, { 'rfcs/0007-seven.md': rfc('RFC 0007: Seven') });
    const entry = path.join(cwd, '.git/worktrees/tree/gitdir');
    const absolute = readFileSync(entry, 'utf8').trim();
    writeFileSync(entry, `${path.relative(path.dirname(entry), absolute)}\n`);
    const { json } = await runJson(['New', '--yes', '--dry-run'], { cwd });
    expect(json.path).toBe('rfcs/0008-new.md');
  });
});

it('no proposal is written into a bare repository', async () => {
  const cwd = emptyFolder();
  await git(cwd, 'init', '--quiet', '--bare');
  const before = treeOf(cwd);
  const { code, stderr } = await run(['In bare', '--yes'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining(`${cwd} is a bare git repository`),
  });
  expect(treeOf(cwd)).toEqual(before);
});

describe('what git says is read right', () => {
  it('where a rename stands beside a change', async () => {
    const one = 'RFCs/0001-one.md';
    const cwd = await historyOf(
      { [TEMPLATE.replace('rfcs', 'RFCs')]: template, [one]: rfc('RFC 0001: One') },
      { 'RFCs/0002-two.md': rfc('RFC 0002: Two') },
      { [TEMPLATE.replace('rfcs', 'RFCs')]: `${template}\n## Security\n\nWho would harm it?\n` },
    );
    await git(cwd, 'mv', one, 'RFCs/0001-a.md');
    writeFileSync(path.join(cwd, 'RFCs/0002-two.md'), rfc('RFC 0002: Changed'));
    const before = treeOf(cwd);
    const { json } = await runJson(['upgrade', '--all', '--yes'], { cwd });
    expect(json.proposals).toContainEqual(
      expect.objectContaining({
        path: 'RFCs/0002-two.md',
        status: 'refused',
        reason: 'it has uncommitted changes: commit them, or pass --force',
      }),
    );
    expect(treeOf(cwd)['RFCs/0002-two.md']).toBe(before['RFCs/0002-two.md']);
  });

  it('where those who commit live in other time zones', async () => {
    const cwd = await rfcs();
    const commit = async (name: string, date: string) => {
      writeAll(cwd, { [name]: rfc('RFC 0003: Three') });
      await git(cwd, 'add', '--all');
      const env = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
      await execa('git', ['-c', 'user.name=T', '-c', 'user.email=t@e.invalid', 'commit', '-qmx'], {
        cwd,
        env,
      });
    };
    await commit('rfcs/0003-first.md', '2025-01-01T19:00:00+09:00');
    await commit('rfcs/0003-second.md', '2025-01-01T04:00:00-08:00');
    const { json } = await runJson(['check'], { cwd });
    const twice = json.findings.filter(
      ({ code, path: at }: { code: string; path: string }) =>
        code === 'number-duplicate' && at.includes('0003'),
    );
    expect(
      twice.map((each: { path: string; isLater: boolean }) => [each.path, each.isLater]),
    ).toEqual([
      ['rfcs/0003-first.md', false],
      ['rfcs/0003-second.md', true],
    ]);
    const { json: list } = await runJson(['list', '--sort', 'changed'], { cwd });
    expect(list.proposals.slice(-2).map(({ path: at }: { path: string }) => at)).toEqual([
      'rfcs/0003-first.md',
      'rfcs/0003-second.md',
    ]);
  });

  it('where the name of a branch ends as that of the default branch', async () => {
    const cwd = await rfcs();
    await git(cwd, 'switch', '--quiet', '--create', 'n');
    await commitOf(cwd, { 'rfcs/0003-three.md': rfc('RFC 0003: Three') }, 9);
    const { json } = await runJson(['list'], { cwd });
    expect(json.proposals.at(-1)).toMatchObject({ path: 'rfcs/0003-three.md', branch: 'n' });
  });
});

/** Makes the last commit one that says that it is signed. */
async function signed(cwd: string): Promise<void> {
  const { stdout } = await git(cwd, 'cat-file', 'commit', 'HEAD');
  const [head = '', ...rest] = stdout.split('\n\n');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----';
  const input = `${head}\n${signature}\n\n${rest.join('\n\n')}\n`;
  const { stdout: commit } = await execa('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    cwd,
    input,
  });
  await git(cwd, 'update-ref', 'HEAD', commit);
}
