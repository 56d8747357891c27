import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { self } from '../../src/lock/process-identity.ts';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { program, run, runJson } from '../support/program.ts';

// Its own, since the runs of other test files leave scratch directories in the common one while they last.
process.env.TMPDIR = mkdtempSync(path.join(tmpdir(), 'create-enhancement-remote-'));
afterAll(() => rmSync(tmpdir(), { recursive: true, force: true }));

/** A bare repository with one proposal, and a clone of it for each of some people. */
async function remoteWith(...people: string[]) {
  const folder = emptyFolder();
  const bare = path.join(folder, 'remote.git');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare);
  const clones: string[] = [];
  for (const name of people) {
    const clone = path.join(folder, name);
    await git(folder, 'clone', '--quiet', bare, clone);
    await git(clone, 'config', 'user.name', name);
    await git(clone, 'config', 'user.email', `${name}@example.invalid`);
    if (clones.length === 0) await commit(clone, { 'rfcs/0001-first.md': '# First\n' }, 'main');
    clones.push(clone);
  }
  const [a = '', b = ''] = clones;
  return { folder, bare, clones, a, b };
}

async function commit(clone: string, files: Record<string, string>, branch: string) {
  writeAll(clone, files);
  await git(clone, 'checkout', '--quiet', '-B', branch);
  await git(clone, 'add', '--all');
  await git(clone, 'commit', '--quiet', '--message', 'More');
  await git(clone, 'push', '--quiet', 'origin', branch);
}

async function mainOf(bare: string): Promise<string> {
  return (await git(bare, 'rev-parse', 'refs/heads/main')).stdout;
}

/** What must not change in a clone: its refs, configuration, objects' alternates, and whether it is shallow. */
const stateOf = (clone: string) => ({
  refs: execFileSync('git', ['for-each-ref'], { cwd: clone, encoding: 'utf8' }),
  config: readFileSync(path.join(clone, '.git/config'), 'utf8'),
  shallow: existsSync(path.join(clone, '.git/shallow')),
  files: readdirSync(path.join(clone, '.git'))
    .filter((name) => name !== 'index')
    .sort(),
});

const refsOf = (bare: string) =>
  execFileSync('git', ['for-each-ref', '--format=%(refname)', 'refs/enhancements'], {
    cwd: bare,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

const scratches = () =>
  readdirSync(tmpdir()).filter(
    (name) =>
      /^create-enhancement-git-\d+-\w{6}$/.test(name) &&
      existsSync(path.join(tmpdir(), name, 'HEAD')),
  );

describe('--online', () => {
  it('passes what branches and requests of the remote have, and leaves the clone alone', async () => {
    const { bare, a, b } = await remoteWith('a', 'b');
    await git(b, 'fetch', '--quiet');
    await commit(a, { 'rfcs/0005-five.md': '# Five\n' }, 'feature/x');
    await commit(a, { 'rfcs/0007-ü.md': '# Seven\n' }, 'other');
    await git(bare, 'update-ref', 'refs/pull/12/merge', 'refs/heads/other');
    await git(bare, 'branch', '--quiet', '-D', 'other');
    const before = stateOf(b);
    const offline = await runJson(['New', '--yes', '--dry-run'], { cwd: b });
    expect(offline.json.number).toBe(2);
    const { json, stderr } = await runJson(['New', '--online', '--yes'], { cwd: b });
    expect(json).toMatchObject({ number: 8, path: 'rfcs/0008-new.md' });
    expect(stderr).toContain('number 7 is taken: rfcs/0007-ü.md (on request 12, by Test)');
    expect(stateOf(b)).toEqual(before);
    expect(refsOf(bare)).toEqual([]);
    expect(scratches()).toEqual([]);
  });
});

describe('--online of a remote', () => {
  it('with names in any letters, that cannot be written to, under an address of any words', async () => {
    const { folder, bare, a, b } = await remoteWith('a', 'b');
    await commit(a, { 'rfcs/0004-four.md': '# Four\n' }, 'größe');
    await git(b, 'pull', '--quiet', 'origin', 'main');
    await git(b, 'remote', 'set-url', '--push', 'origin', 'DISABLED');
    const { json, stderr } = await runJson(['New', '--online', '--yes', '--dry-run'], { cwd: b });
    expect(json.number).toBe(5);
    expect(stderr).toContain('rfcs/0004-four.md (on origin/größe');
    expect(stderr).toContain('read 2 branches and 0 open requests');
    const gone = path.join(folder, 'authentication-namespace');
    await git(b, 'remote', 'set-url', 'origin', gone);
    const failed = await run(['New', '--online', '--yes'], { cwd: b });
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining('not be reached') });
    expect(refsOf(bare)).toEqual([]);
  });

  it('and reserved numbers that no run can have made count for nothing', async () => {
    const { bare, a } = await remoteWith('a');
    const { stdout: id } = await git(bare, 'rev-parse', 'main');
    for (const name of ['9007199254740991', '0x10', '1e5', '0', '1000000000'])
      await git(bare, 'update-ref', `refs/enhancements/${name}`, id);
    const { json } = await runJson(['New', '--online', '--reserve', '--yes'], { cwd: a });
    expect(json.number).toBe(2);
  });

  it('without what runs that were killed have left', async () => {
    const { a } = await remoteWith('a');
    const user = process.getuid?.() ?? 'user';
    const left = (name: string, owner: object | undefined, age: number) => {
      const directory = path.join(tmpdir(), `create-enhancement-${user}-git-${name}`);
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
      const about = JSON.stringify({ ...self(), nonce: 'a-b-c', ...owner });
      if (owner) writeFileSync(path.join(directory, 'owner'), about);
      utimesSync(directory, new Date(Date.now() - age), new Date(Date.now() - age));
      return directory;
    };
    const elsewhere = emptyFolder();
    const link = path.join(tmpdir(), `create-enhancement-${user}-git-link`);
    symlinkSync(elsewhere, link);
    onTestFinished(() => rmSync(link, { force: true }));
    writeFileSync(path.join(elsewhere, 'owner'), JSON.stringify({ ...self(), pid: 2 ** 30 }));
    const others = left('open', { pid: 2 ** 30 }, 0);
    chmodSync(others, 0o777);
    const all = [
      left('gone', { pid: 2 ** 30 }, 0),
      left('living', {}, 700_000),
      left('nobody', undefined, 1000),
      left('nobody-old', undefined, 700_000),
      left('elsewhere', { host: 'x' }, 1000),
      others,
      elsewhere,
    ];
    await run(['New', '--online', '--yes'], { cwd: a });
    const stay = all.map((directory) => existsSync(directory));
    expect(stay).toEqual([false, true, true, false, true, true, true]);
    expect(readdirSync(elsewhere)).toEqual(['owner']);
  });

  it('and names the commands that a repository itself has git run, but not those of the user', async () => {
    const { folder, bare, a } = await remoteWith('a');
    const ssh = path.join(folder, 'ssh.sh');
    writeFileSync(ssh, '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n');
    chmodSync(ssh, 0o755);
    await git(a, 'remote', 'set-url', 'origin', `ssh://host${bare}`);
    const settings = path.join(folder, 'settings');
    writeFileSync(settings, `[core]\n\tsshCommand = ${ssh}\n`);
    const call = ['New', '--online', '--reserve', '--yes', '--dry-run'];
    const users = await run(call, { cwd: a, env: { GIT_CONFIG_GLOBAL: settings } });
    expect(users).toMatchObject({ code: 0, stderr: expect.not.stringContaining('sshcommand') });
    await git(a, 'config', 'core.sshCommand', ssh);
    await git(a, 'config', 'core.fsmonitor', 'touch ../monitored');
    const own = await run(['New', '--online', '--reserve', '--yes'], { cwd: a });
    expect(own.code).toBe(0);
    const notes = own.stderr.match(
      /note: this repository’s settings include a command.*sshcommand/g,
    );
    expect(notes).toHaveLength(1);
    expect(existsSync(path.join(folder, 'monitored'))).toBe(false);
  });

  it('with what the user has told git about remotes, and nothing else', async () => {
    const { folder, bare, a } = await remoteWith('a');
    const seen = path.join(folder, 'seen');
    const ssh = path.join(folder, 'ssh.sh');
    writeFileSync(
      ssh,
      `#!/bin/sh\ngit config --file "$GIT_CONFIG_GLOBAL" --list > '${seen}'\nfor last; do :; done\nexec sh -c "$last"\n`,
    );
    chmodSync(ssh, 0o755);
    const settings = path.join(folder, 'settings');
    writeFileSync(
      settings,
      `[core]\n\tsshCommand = ${ssh}\n\thooksPath = /nowhere\n[http]\n\tsslVerify\n[http "https://x.invalid/"]\n\textraHeader = "X: \\"a\\" b\\\\c"\n`,
    );
    await git(a, 'remote', 'set-url', 'origin', `ssh://host${bare}`);
    const env = { GIT_CONFIG_GLOBAL: settings };
    const { code } = await run(['New', '--online', '--yes', '--dry-run'], { cwd: a, env });
    expect(code).toBe(0);
    expect(
      readFileSync(seen, 'utf8')
        .split('\n')
        .filter((line) => !/^(?:safe|credential)/.test(line)),
    ).toEqual([
      `core.sshcommand=${ssh}`,
      'http.sslverify=true',
      'http.https://x.invalid/.extraheader=X: "a" b\\c',
      '',
    ]);
  });

  it('that is empty, or asked from a place without room', async () => {
    const folder = emptyFolder();
    await git(folder, 'init', '--quiet', '--bare', 'empty.git');
    await git(folder, 'clone', '--quiet', 'empty.git', 'clone');
    const cwd = path.join(folder, 'clone');
    const { json } = await runJson(['New', '--online', '--yes', '--dry-run'], { cwd });
    expect(json.number).toBe(1);
    const env = { TMPDIR: path.join(folder, 'empty.git/HEAD') };
    const failed = await run(['New', '--online', '--yes'], { cwd, env });
    expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining('TMPDIR') });
  });
});

describe('--reserve', () => {
  it('holds the number before anything is written, lists it, and gives it back', async () => {
    const { bare, a, b } = await remoteWith('a', 'b');
    await git(b, 'pull', '--quiet', 'origin', 'main');
    await git(a, 'config', 'push.followTags', 'true');
    await git(a, 'tag', '-a', 'v1', '-m', 'One');
    const before = stateOf(a);
    const first = await runJson(['One', '--reserve', '--yes'], { cwd: a });
    expect(first.json.number).toBe(2);
    expect(stateOf(a)).toEqual(before);
    expect(refsOf(bare)).toEqual(['refs/enhancements/2']);
    expect(execFileSync('git', ['tag'], { cwd: bare, encoding: 'utf8' })).toBe('');
    const second = await runJson(['Two', '--reserve', '--yes'], { cwd: b });
    expect(second.json.number).toBe(3);
    expect(second.stderr).toContain('number 2 is taken: reserved on origin by a for one');
    const list = await runJson(['reservations'], { cwd: b });
    expect(list.json.reservations).toEqual([
      {
        number: 2,
        slug: 'one',
        holder: 'a',
        since: expect.any(String),
        written: false,
        own: false,
      },
      { number: 3, slug: 'two', holder: 'b', since: expect.any(String), written: true, own: true },
    ]);
    const text = await run(['reservations'], { cwd: b });
    expect(text.stdout).toBe('2  one  a  today  not written\n3  two  b  today  written\n');
    const dry = await runJson(['reservations', 'release', '3', '--dry-run'], { cwd: b });
    expect(dry.json).toMatchObject({ dryRun: true, released: 3, reservations: [{ number: 2 }] });
    const look = await run(['reservations', 'release', '3', '--dry-run'], { cwd: b });
    expect(look.stdout).toBe(
      'Would release 3\n2  one  a  today  not written\nNothing was written: this is a dry run.\n',
    );
    const looked = await run(['reservations', 'release', '2', '--dry-run'], { cwd: b });
    expect(looked).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('2 is reserved by a'),
    });
    expect(refsOf(bare)).toEqual(['refs/enhancements/2', 'refs/enhancements/3']);
    const last = await run(['reservations', 'release', '9'], { cwd: b });
    expect(last).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Number 9 is not reserved'),
    });
    const others = await run(['reservations', 'release', '2'], { cwd: b });
    expect(others).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('2 is reserved by a'),
    });
    const own = await run(['reservations', 'release', '3'], { cwd: b });
    expect(own).toMatchObject({ code: 0, stdout: expect.stringContaining('Released 3') });
    expect(refsOf(bare)).toEqual(['refs/enhancements/2']);
    expect(scratches()).toEqual([]);
  });

  it('takes up what an earlier run for the same proposal held and never wrote', async () => {
    const { bare, a } = await remoteWith('a');
    await run(['One', '--reserve', '--yes'], { cwd: a });
    await git(a, 'clean', '--quiet', '-fd');
    const { json } = await runJson(['One', '--reserve', '--yes'], { cwd: a });
    expect(json.number).toBe(2);
    expect(refsOf(bare)).toEqual(['refs/enhancements/2']);
  });

  it('is wanted by a configuration, and nothing is asked with --offline', async () => {
    const { bare, a } = await remoteWith('a');
    writeFileSync(path.join(a, 'enhancement.config.json'), '{ "reserve": true }');
    await run(['One', '--yes', '--offline'], { cwd: a });
    await run(['Two', '--yes', '--dry-run'], { cwd: a });
    expect(refsOf(bare)).toEqual([]);
    await run(['Two', '--yes'], { cwd: a });
    expect(refsOf(bare)).toEqual(['refs/enhancements/3']);
  });

  it('is honoured when a draft gets its number', async () => {
    const { bare, a, b } = await remoteWith('a', 'b');
    await git(b, 'pull', '--quiet', 'origin', 'main');
    await run(['One', '--reserve', '--yes'], { cwd: a });
    const draft = await run(['Two', '--draft', '--yes'], { cwd: b });
    expect(draft.stdout).toContain('create-enhancement number rfcs/XXXX-two.md\n');
    const { json } = await runJson(['number', 'two', '--reserve'], { cwd: b });
    expect(json.to.number).toBe('0003');
    expect(refsOf(bare)).toEqual(['refs/enhancements/2', 'refs/enhancements/3']);
  });

  it('stops when it is told to, with 130', async () => {
    const { a } = await remoteWith('a');
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(
      0,
      '127.0.0.1',
    );
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await git(a, 'remote', 'set-url', 'origin', `http://127.0.0.1:${port}/x.git`);
    const child = execa(process.execPath, [program, 'X', '--yes', '--reserve'], {
      cwd: a,
      reject: false,
      input: '',
    });
    setTimeout(() => child.kill('SIGTERM'), 1500);
    expect((await child).exitCode).toBe(130);
    expect(scratches()).toEqual([]);
  });

  it('is nobody else’s, whatever they are called and whatever they write', async () => {
    const { bare, a, b } = await remoteWith('a', 'b');
    await git(b, 'pull', '--quiet', 'origin', 'main');
    await git(b, 'config', 'user.name', 'a');
    const first = await runJson(['Same', '--reserve', '--yes'], { cwd: a });
    const second = await runJson(['Same', '--reserve', '--yes'], { cwd: b });
    expect([first.json.number, second.json.number]).toEqual([2, 3]);
    await commit(b, {}, 'theirs');
    await git(a, 'clean', '--quiet', '-fd');
    await git(bare, 'update-ref', '-d', 'refs/enhancements/2');
    const online = await runJson(['Same', '--reserve', '--online', '--yes'], { cwd: a });
    expect(online.json.number).toBe(4);
  });

  it('is given back when nothing can be written', async () => {
    const { bare, a } = await remoteWith('a');
    const env = {
      NODE_OPTIONS: `--require ${path.join(import.meta.dirname, '../support/refuse.cjs')}`,
      REFUSE: '0002-one.md',
      REFUSE_FROM: '.create-enhancement',
    };
    const { code } = await run(['One', '--reserve', '--yes'], { cwd: a, env });
    expect(code).toBe(1);
    expect(refsOf(bare)).toEqual([]);
  });

  it('moves on when a proposal gets another number', async () => {
    const { bare, a } = await remoteWith('a');
    await git(bare, 'update-ref', 'refs/enhancements/3', await mainOf(bare));
    await run(['One', '--draft', '--yes'], { cwd: a });
    writeFileSync(path.join(bare, 'refs/enhancements/4.lock'), '');
    const { json } = await runJson(['number', 'one', '--reserve'], { cwd: a });
    expect(json.to.number).toBe('0005');
    const again = await run(['number', 'one'], { cwd: a });
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already has the number 5'),
    });
  });

  it('goes to upstream rather than to a fork', async () => {
    const { bare, a } = await remoteWith('a');
    const fork = await remoteWith('f');
    await git(a, 'remote', 'rename', 'origin', 'upstream');
    await git(a, 'remote', 'add', 'origin', fork.bare);
    await run(['One', '--reserve', '--yes'], { cwd: a });
    expect({ upstream: refsOf(bare), fork: refsOf(fork.bare) }).toEqual({
      upstream: ['refs/enhancements/2'],
      fork: [],
    });
  });

  it('gives ten clones at once ten numbers', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `p${index}`);
    const { bare, clones } = await remoteWith(...names);
    for (const clone of clones.slice(1)) await git(clone, 'pull', '--quiet', 'origin', 'main');
    const all = await Promise.all(
      clones.map((cwd, index) => runJson([`Title ${index}`, '--reserve', '--yes'], { cwd })),
    );
    const numbers = all.map(({ json }) => json.number).sort((x, y) => x - y);
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(refsOf(bare)).toHaveLength(10);
  });
});

describe('a remote that does not do what is asked: exit 2, and nothing is written', () => {
  const refuse = async (clone: string, expected: string[], args = ['--reserve']) => {
    const before = { tree: treeOf(clone), journal: stateOf(clone) };
    const started = Date.now();
    const { code, stdout, stderr } = await run(['New', '--yes', ...args], { cwd: clone });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect({ tree: treeOf(clone), journal: stateOf(clone) }).toEqual(before);
    expect(scratches()).toEqual([]);
    return Date.now() - started;
  };

  const serve = (answer: (server: Server) => void): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer(() => undefined);
      answer(server);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
      onTestFinished(() => void server.close());
    });

  it('a hook that refuses', async () => {
    const { bare, a } = await remoteWith('a');
    const hook = path.join(bare, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho no >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    await refuse(a, ['does not allow refs/enhancements/*', '--draft', '--offline']);
  });

  it('a lock that was left on the server: the next number, once', async () => {
    const { bare, a } = await remoteWith('a');
    writeAll(bare, { 'refs/enhancements/2.lock': '' });
    const { json } = await runJson(['New', '--reserve', '--yes'], { cwd: a });
    expect(json.number).toBe(3);
    writeAll(bare, { 'refs/enhancements/4.lock': '', 'refs/enhancements/5.lock': '' });
    const { code, stderr } = await run(['Newer', '--reserve', '--yes'], { cwd: a });
    expect(code).toBe(2);
    expect(stderr).toContain('another write is in progress');
  });

  it('a hidden namespace', async () => {
    const { bare, a } = await remoteWith('a');
    await git(bare, 'config', 'receive.hideRefs', 'refs/enhancements');
    await refuse(a, ['does not allow refs/enhancements/*']);
  });

  it('no remote, and several of which none is the one', async () => {
    const { a } = await remoteWith('a');
    await git(a, 'remote', 'rename', 'origin', 'one');
    await git(a, 'remote', 'add', 'two', 'x');
    await git(a, 'checkout', '--quiet', '--detach');
    await refuse(a, ['There is no remote, or there are several', '--offline']);
    const listed = await run(['reservations'], { cwd: a });
    expect(listed.stderr).toContain('hint: Add one with git remote add origin <url>\n');
    await git(a, 'remote', 'remove', 'one');
    await git(a, 'remote', 'remove', 'two');
    await refuse(a, ['There is no remote, or'], ['--online']);
  });

  it.each([
    ['a host that does not exist', 'https://nohost.invalid/x.git'],
    ['a path that does not exist', '/nonexistent/x.git'],
    ['a port that nobody listens on', 'http://127.0.0.1:9/x.git'],
  ])('%s', async (_, url) => {
    const { a } = await remoteWith('a');
    await git(a, 'remote', 'set-url', 'origin', url);
    await refuse(a, ['could not be reached', '--offline']);
    await refuse(a, ['could not be reached'], ['--online']);
  });

  it('one that wants to know who it is: nobody is asked, and no password is shown', async () => {
    const { a } = await remoteWith('a');
    const port = await serve((server) =>
      server.on('connection', (socket) => {
        socket.on('error', () => undefined);
        socket.end(
          'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
        );
      }),
    );
    await git(a, 'remote', 'set-url', 'origin', `http://me:secret@127.0.0.1:${port}/x.git`);
    const { stderr } = await run(['New', '--yes', '--reserve'], { cwd: a });
    expect(stderr).not.toContain('secret');
    await refuse(a, ['does not allow you to write']);
  });

  it('one that never answers, within 15 seconds', { timeout: 60_000 }, async () => {
    const { a } = await remoteWith('a');
    const port = await serve((server) =>
      server.on('connection', (socket) => socket.on('error', () => undefined)),
    );
    await git(a, 'remote', 'set-url', 'origin', `http://127.0.0.1:${port}/x.git`);
    expect(await refuse(a, ['did not answer in time', '--offline'])).toBeLessThan(15_000);
  });
});
