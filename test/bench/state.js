// What `list` takes over 1,000 proposals of 2 KB with 2,000 commits, as a ratio to bare Node, and what `check` takes
// over 10,000 proposals of 10 KB: MB of Markdown a second, start-up included, and memory. Folders that are named are
// checked as well, as the linters rumdl and markdownlint-cli2 do where they are installed. With `--check`, fails when
// a figure is a quarter beyond its limit twice in a row.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const RUNS = 7;
const SLACK = 1.25;
const LIMITS = { list: 6, speed: 20, memory: 200 };
const bin = path.join(import.meta.dirname, '../../bin/create-enhancement.js');
const atEnd = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`;
const PEAK = ['--import', `data:text/javascript,${encodeURIComponent(atEnd)}`];
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-state-'));
const folders = process.argv.slice(2).filter((each) => each !== '--check');
const NAMES = ['Summary', 'Motivation', 'Goals', 'Proposal', 'Drawbacks', 'Alternatives'];

const listed = listedFolder();
const checked = checkedFolder();
const exceeding = measure();
if (process.argv.includes('--check') && exceeding.length > 0) {
  const again = measure();
  if (exceeding.some((name) => again.includes(name))) process.exitCode = 1;
}
for (const folder of folders) {
  tell(`check ${folder}`, check(path.resolve(folder)));
  for (const peer of ['rumdl check .', 'markdownlint-cli2 **/*.md']) compare(peer, folder);
}
rmSync(scratch, { recursive: true, force: true });

function measure() {
  const [base, list] = interleaved(
    [
      ['-e', '0'],
      [bin, 'list'],
    ],
    listed,
  );
  const ratio = list / base;
  console.log(`list, 1,000 proposals: ${ratio.toFixed(2)} times node (at most ${LIMITS.list})`);
  const { speed, memory } = tell('check, 10,000 proposals', check(checked));
  return [
    ...(ratio > LIMITS.list * SLACK ? ['list'] : []),
    ...(speed < LIMITS.speed / SLACK ? ['speed'] : []),
    ...(memory > LIMITS.memory * SLACK ? ['memory'] : []),
  ];
}

function check(cwd) {
  const [first, ...runs] = Array.from({ length: RUNS }, (_, at) =>
    // The first run, which is slower, says how much memory it took.
    timed(process.execPath, at === 0 ? [...PEAK, bin, 'check'] : [bin, 'check'], cwd),
  );
  const seconds = median(runs.map(({ milliseconds }) => milliseconds)) / 1000;
  const memory = Number(first.stderr.trim().split('\n').at(-1)) / 1000;
  if (!(memory > 0)) throw new Error(`how much memory was taken was not told: ${first.stderr}`);
  return { seconds, memory, speed: markdownIn(cwd) / 1e6 / seconds };
}

function tell(name, { seconds, speed, memory }) {
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${speed.toFixed(1)} MB/s (at least ${LIMITS.speed}), ${memory.toFixed(0)} MB (at most ${LIMITS.memory})`,
  );
  return { speed, memory };
}

function compare(call, cwd) {
  const [program, ...args] = call.split(' ');
  if (spawnSync(program, ['--version']).error) return;
  const { milliseconds } = timed(program, args, cwd);
  console.log(`  ${call}: ${(markdownIn(cwd) / 1000 / milliseconds).toFixed(1)} MB/s`);
}

function interleaved(calls, cwd) {
  const times = calls.map(() => []);
  for (let run = 0; run <= RUNS; run++) {
    calls.forEach((args, at) => {
      const { milliseconds } = timed(process.execPath, args, cwd);
      if (run > 0) times[at].push(milliseconds);
    });
  }
  return times.map(median);
}

function timed(program, args, cwd) {
  const start = performance.now();
  const child = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  const milliseconds = performance.now() - start;
  const { status, stderr } = child;
  // 1 is for what was found.
  if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return { milliseconds, stderr };
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function markdownIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function proposalOf(number, bytes) {
  const size = bytes / NAMES.length - 30;
  const words = `Words of proposal ${number}, with a [link](https://example.invalid/${number}).\n`;
  const text = words.repeat(size / words.length);
  return `# RFC ${number}: Proposal ${number}\n\n- Status: draft\n\n${NAMES.map((name) => `## ${name}\n\n${text}`).join('\n')}`;
}

function nameOf(number) {
  return `rfcs/${String(number).padStart(4, '0')}-proposal-${number}.md`;
}

function listedFolder() {
  const cwd = mkdtempSync(path.join(scratch, 'listed-'));
  const sized = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const commits = Array.from({ length: 2000 }, (_, at) => {
    const number = (at % 1000) + 1;
    const text = `${proposalOf(number, 2000)}${at >= 1000 ? '\nOnce more.\n' : ''}`;
    return `commit refs/heads/main\ncommitter A <a@example.invalid> ${1_600_000_000 + at * 3600} +0000\n${sized('x')}M 100644 inline ${nameOf(number)}\n${sized(text)}`;
  });
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd });
  execFileSync('git', ['fast-import', '--quiet'], { cwd, input: commits.join('') });
  execFileSync('git', ['reset', '-q', '--hard'], { cwd });
  return cwd;
}

function checkedFolder() {
  const cwd = mkdtempSync(path.join(scratch, 'checked-'));
  mkdirSync(path.join(cwd, 'rfcs'));
  const guide = NAMES.map((name) => `## ${name}\n\nDescribe the ${name}.\n`).join('\n');
  writeFileSync(path.join(cwd, 'rfcs/0000-template.md'), `# RFC NNNN: Title\n\n${guide}`);
  for (let number = 1; number <= 10_000; number++) {
    writeFileSync(path.join(cwd, nameOf(number)), proposalOf(number, 10_000));
  }
  return cwd;
}
