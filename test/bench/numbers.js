// Takes many numbers at once in every way there is, and prints what became of them. Nothing may be there twice.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const bin = path.join(import.meta.dirname, '../../bin/create-enhancement.js');
const otherHost = path.join(import.meta.dirname, '../support/other-host.cjs');
const scratch = mkdtempSync(path.join(tmpdir(), 'numbers-'));
const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
for (const role of ['AUTHOR', 'COMMITTER']) {
  env[`GIT_${role}_NAME`] = 'Bench';
  env[`GIT_${role}_EMAIL`] = 'bench@example.invalid';
}
const git = (cwd, ...args) =>
  execFileSync('git', ['-c', 'core.fsync=none', '-c', 'gc.auto=0', ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

row('', 'done', 'duplicates', 'torn', 'left over', 'seconds');
for (const kind of ['plain', 'git']) {
  for (const title of ['different titles', 'same title']) {
    for (const pause of [0, 5]) await creations(kind, title, pause);
  }
  await creations(kind, 'different titles', 5, true);
  await kills(kind);
}
await reservations('by file', async (bare) => bare);
await reservations('by git daemon', daemon);
branches();
rmSync(scratch, { recursive: true, force: true });

/** 200 creations by 50 processes at a time; those of a second host, whose clock is an hour ahead, are every other. */
async function creations(kind, title, pause, isByTwoHosts = false) {
  const folder = repository(kind);
  const started = Date.now();
  const codes = await pool(200, 50, async (index) => {
    await delay(Math.random() * pause);
    const args = [title === 'same title' ? 'Same' : `Title ${index}`, '--yes'];
    return run(folder, args, undefined, isByTwoHosts && index % 2 === 1);
  });
  report(
    `${kind}, ${title}${pause ? ', with pauses' : ''}${isByTwoHosts ? ', two hosts' : ''}`,
    folder,
    codes.filter((code) => code === 0).length,
    started,
  );
}

/** 100 processes killed at any moment, three times, and 30 runs afterwards. */
async function kills(kind) {
  const folder = repository(kind);
  const started = Date.now();
  for (let round = 0; round < 3; round++) {
    await pool(100, 100, (index) =>
      run(folder, [`Killed ${round} ${index}`, '--yes'], 100 + Math.random() * 3000),
    );
  }
  const codes = await pool(30, 30, (index) => run(folder, [`After ${index}`, '--yes']));
  report(
    `${kind}, 300 killed, then 30 runs`,
    folder,
    codes.filter((code) => code === 0).length,
    started,
  );
}

/** 200 reservations by 20 clones. */
async function reservations(name, serve) {
  const bare = path.join(scratch, `${name.replaceAll(' ', '-')}.git`);
  git(scratch, 'init', '--quiet', '--bare', bare);
  git(bare, 'config', 'daemon.receivepack', 'true');
  const url = await serve(bare);
  const clones = Array.from({ length: 20 }, (_, index) => {
    const clone = path.join(scratch, `${name.replaceAll(' ', '-')}-${index}`);
    git(scratch, 'init', '--quiet', clone);
    git(clone, 'remote', 'add', 'origin', url.url ?? url);
    git(clone, 'config', 'user.name', `Clone ${index}`);
    return clone;
  });
  const started = Date.now();
  const codes = await pool(200, 20, (index) =>
    run(clones[index % 20], [`Title ${index}`, '--reserve', '--yes']),
  );
  const numbers = clones.flatMap((clone) =>
    entries(clone).map((entry) => Number(entry.slice(0, 4))),
  );
  const held = git(bare, 'for-each-ref', '--format=%(refname:lstrip=2)', 'refs/enhancements')
    .split('\n')
    .filter(Boolean)
    .map(Number);
  const lost = numbers.filter((number) => !held.includes(number)).length;
  const done = codes.filter((code) => code === 0).length;
  row(
    `200 reservations ${name}, 20 clones`,
    done,
    numbers.length - new Set(numbers).size,
    `${lost} lost`,
    held.length - numbers.length,
    seconds(started),
  );
  url.stop?.();
}

/** The scan of 100 branches with 1,000 proposals among them, against `git log` alone and a plain creation. */
function branches() {
  const folder = repository('git');
  const put = (number, name) => {
    const directory = path.join(
      folder,
      'enhancements',
      `${String(number).padStart(4, '0')}-${name}`,
    );
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'README.md'), `# ${name}\n`);
  };
  for (let branch = 0; branch < 100; branch++) {
    git(folder, 'checkout', '--quiet', '-B', `branch-${branch}`, 'main');
    for (let index = 0; index < 10; index++) put(branch * 10 + index + 1, `of-${branch}`);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'Ten');
  }
  git(folder, 'checkout', '--quiet', 'main');
  const plain = repository('git');
  const dry = ['X', '--yes', '--dry-run', '--json', '--dir', 'enhancements'];
  const log = [
    'log',
    '-z',
    '--branches',
    '--not',
    'HEAD',
    '--diff-filter=A',
    '--no-renames',
    '--name-only',
    '--format=',
    '--',
    'enhancements',
  ];
  const time = (command, args, cwd) =>
    median(
      Array.from({ length: 11 }, () => {
        const started = performance.now();
        spawnSync(command, args, { cwd, env });
        return performance.now() - started;
      }),
    );
  const [alone, with100, none] = [
    time('git', log, folder),
    time(process.execPath, [bin, ...dry], folder),
    time(process.execPath, [bin, ...dry], plain),
  ];
  const number = JSON.parse(
    spawnSync(process.execPath, [bin, ...dry], { cwd: folder, env, encoding: 'utf8' }).stdout,
  ).number;
  console.log(
    `\n1,000 proposals on 100 branches: next ${number}; ${(with100 - none).toFixed(0)} ms more than without (at most 150), ${((with100 - none) / alone).toFixed(1)} times git log alone`,
  );
}

function repository(kind) {
  const folder = mkdtempSync(path.join(scratch, `${kind}-`));
  if (kind === 'git') {
    git(folder, 'init', '--quiet', '--initial-branch', 'main');
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'First');
  }
  return folder;
}

function report(name, folder, done, started) {
  const names = entries(folder);
  const numbers = names.map((entry) => entry.slice(0, 4));
  const torn = names.filter(
    (entry) =>
      !/acceptable\.\n$/.test(
        readFileSync(path.join(folder, 'enhancements', entry, 'README.md'), 'utf8'),
      ),
  );
  const hidden = [
    ...readdirSync(path.join(folder, 'enhancements')).filter((entry) => entry.startsWith('.')),
    ...claims(folder),
  ];
  row(
    name,
    done,
    names.length - new Set(numbers).size,
    torn.length,
    hidden.length,
    seconds(started),
  );
}

function claims(folder) {
  try {
    return readdirSync(path.join(folder, '.git/create-enhancement'));
  } catch {
    return [];
  }
}

function entries(folder) {
  try {
    return readdirSync(path.join(folder, 'enhancements')).filter((entry) => !entry.startsWith('.'));
  } catch {
    return [];
  }
}

function run(cwd, args, killAfter, isOtherHost = false) {
  const variables = { ...env, ...(isOtherHost && { NODE_OPTIONS: `--require ${otherHost}` }) };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: variables, stdio: 'ignore' });
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', resolve);
  });
}

async function pool(count, atOnce, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

async function daemon(bare) {
  const port = await freePort();
  const child = spawn(
    'git',
    [
      'daemon',
      '--export-all',
      '--enable=receive-pack',
      '--reuseaddr',
      '--listen=127.0.0.1',
      `--port=${port}`,
      '--max-connections=0',
      `--base-path=${path.dirname(bare)}`,
    ],
    { env, stdio: 'ignore', detached: true },
  );
  await delay(1000);
  return {
    url: `git://127.0.0.1:${port}/${path.basename(bare)}`,
    stop: () => process.kill(-child.pid, 'SIGKILL'),
  };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function delay(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(name, ...cells) {
  const [, duplicates] = cells;
  if (duplicates > 0) process.exitCode = 1;
  console.log(`${name.padEnd(44)}${cells.map((cell) => String(cell).padStart(12)).join('')}`);
}
