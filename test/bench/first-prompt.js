// How long it takes from the call of npx to the first question on the screen, beside another generator of projects.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';

const root = path.join(import.meta.dirname, '../..');
const RUNS = 11;
const PEER = 'create-vite';
const MOST = 1.3;
const isChecked = process.argv.includes('--check');

const scratch = mkdtempSync(path.join(tmpdir(), 'first-prompt-'));
try {
  const times = await measure();
  const [own, peer] = [times['create-enhancement'], times[PEER]].map(median);
  const ratio = own / peer;
  console.log(
    `create-enhancement ${own.toFixed(0)} ms, ${PEER} ${peer.toFixed(0)} ms: ${ratio.toFixed(2)} (at most ${MOST})`,
  );
  if (isChecked && ratio > MOST) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure() {
  const npm = (...args) => execFileSync('npm', args, { cwd: scratch, stdio: 'pipe' }).toString();
  writeFileSync(path.join(scratch, 'package.json'), '{"private":true}');
  const tarball = npm('pack', '--silent', '--pack-destination', scratch, root).trim();
  npm('install', '--silent', '--no-audit', path.join(scratch, tarball), PEER);
  const times = { 'create-enhancement': [], [PEER]: [] };
  // In turns, so that what slows the machine down slows both.
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, found] of Object.entries(times)) {
      const time = await firstPrompt(name);
      if (run > 0) found.push(time);
    }
  }
  return times;
}

function firstPrompt(name) {
  const { CI: _, ...env } = process.env;
  const started = performance.now();
  const terminal = pty.spawn('npx', ['--no', name], {
    cwd: scratch,
    cols: 80,
    rows: 30,
    env: { ...env, TERM: 'xterm-256color', XDG_STATE_HOME: path.join(scratch, 'state') },
  });
  return new Promise((resolve) => {
    terminal.onData((text) => {
      if (!text.includes('◆')) return;
      resolve(performance.now() - started);
      terminal.kill('SIGKILL');
    });
  });
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
