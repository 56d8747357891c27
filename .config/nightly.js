// What takes too long for every change: every fault, more random documents and arguments, and every storm.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
const vitest = ['vitest', 'run', '--config', '.config/vitest.config.js'];

const STEPS = [
  [
    'every call of every command fails once with every code',
    npx,
    [...vitest, 'faults'],
    { FAULTS: 'all' },
  ],
  [
    'every command is killed right before and right after every change to the disk',
    npx,
    [...vitest, 'killed'],
    { KILLS: 'all' },
  ],
  [
    '40 times as many random documents, answers, names, arguments and records',
    npx,
    [...vitest, '--testTimeout', '3600000', 'test/property'],
    { FUZZ: '40' },
  ],
  [
    'twice the input takes at most 2.3 times the time',
    process.execPath,
    ['test/bench/doubling.js', '--check'],
  ],
  [
    '600 proposals are upgraded in 3 s, and a large document is read at 8 MB/s',
    process.execPath,
    ['test/bench/upgrade.js', '--check'],
  ],
  ['no expression goes back over all of a text', process.execPath, ['test/bench/expressions.js']],
  ['no number is given twice', process.execPath, ['test/bench/numbers.js']],
];

for (const [what, program, args, variables = {}] of STEPS) {
  console.log(`\n${what}`);
  const env = { ...process.env, ...variables };
  const { status } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
