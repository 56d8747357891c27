// Times the packed program against bare Node, as ratios of medians of interleaved runs. With `--check`, fails when a
// ratio is a quarter above its limit twice in a row: machines are noisy, and one bad run says nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const RUNS = Number(process.env.RUNS || 21);
if (!(RUNS > 0)) throw new Error(`RUNS is a number of runs, found ${process.env.RUNS}`);
const root = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-'));
const tarball = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
}).trim();
execFileSync('tar', ['-xzf', path.join(scratch, tarball), '-C', scratch]);
const bin = path.join(scratch, 'package/bin/create-enhancement.js');

const RENUMBER = ['renumber', '1', '9', '--dir', 'rfcs', '--dry-run', '--json'];
const SLACK = 1.25;
const MOST_KB = 460;
const isChecked = process.argv.includes('--check');
let created = 0;
const titled = () => ['--yes', '--title', `Proposal ${created++}`];
const cases = [
  { name: 'node -e 0', args: () => ['-e', '0'] },
  { name: '--help', args: () => [bin, '--help'], limit: 1.2 },
  { name: '--yes in an empty folder', args: () => [bin, ...titled()], fresh: true, limit: 1.5 },
  { name: '--yes beside 10 proposals', args: () => [bin, ...titled()], proposals: 10, limit: 1.7 },
  { name: '--yes in a git repository', args: () => [bin, ...titled()], git: true, limit: 1.9 },
  { name: '--section, 10 KB', args: () => section('median.md'), limit: 1.7, documents: true },
  { name: '--section, 450 KB', args: () => section('large.md'), limit: 2.7, documents: true },
  { name: 'renumber, 20,000 links', args: () => [bin, ...RENUMBER], links: true, limit: 10 },
  ...[0, 12_000, 100_000].map((files) => ({
    name: `detection in ${files.toLocaleString('en')} files`,
    args: () => [bin, 'T', '--yes', '--dry-run', '--json', '--number', '99999'],
    files,
    over: { 12000: 2.2, 100000: 6 }[files],
  })),
  ...peers(),
].map((each, index) => ({ ...each, folder: folderFor(each, index) }));

const size = statSync(path.join(scratch, tarball)).size / 1000;
console.log(`tarball ${size.toFixed(0)} KB (at most ${MOST_KB})`);
let exceeding = measure();
if (isChecked && exceeding.length > 0) {
  console.log(`Once more, because of ${exceeding.join(', ')}.`);
  const again = measure();
  exceeding = exceeding.filter((name) => again.includes(name));
  if (exceeding.length > 0) console.log(`Twice more than allowed: ${exceeding.join(', ')}.`);
}
rmSync(scratch, { recursive: true, force: true });
if (size > MOST_KB || (isChecked && exceeding.length > 0)) process.exitCode = 1;

/** Times every case, prints the ratios, and gives the names of those too far above their limit. */
function measure() {
  const times = timesOfCases();
  const base = median(times[0]);
  const ratios = cases.map(({ name, limit, files, over }, index) => ({
    name,
    limit,
    files,
    over,
    ratio: median(times[index]) / base,
  }));
  const nothing = ratios.find(({ files }) => files === 0).ratio;
  const memory = peakMemoryRatio();
  const figures = ratios.flatMap(({ name, ratio, limit, over }) => [
    { name, ratio, limit },
    ...(over ? [{ name: `  ${name}, more`, ratio: ratio - nothing, limit: over }] : []),
  ]);
  figures.push({ name: 'peak memory of --yes', ratio: memory, limit: 1.6 });
  console.log(
    `${RUNS} runs each, Node ${process.versions.node}, ratios of medians to node -e 0 (${base.toFixed(0)} ms)`,
  );
  for (const { name, ratio, limit } of figures) {
    console.log(`${name.padEnd(34)} ${ratio.toFixed(2)}${limit ? ` (at most ${limit})` : ''}`);
  }
  return figures.filter(({ ratio, limit }) => ratio > limit * SLACK).map(({ name }) => name.trim());
}

function timesOfCases() {
  const times = cases.map(() => []);
  for (let run = -1; run < RUNS; run++) {
    for (const [index, each] of cases.entries()) {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, each.args(), {
        cwd: each.fresh ? mkdtempSync(path.join(each.folder, 'empty-')) : each.folder,
        maxBuffer: Number.POSITIVE_INFINITY,
      });
      if (status !== 0 && !each.anyStatus) throw new Error(`${each.name}: ${stderr}`);
      if (run >= 0) times[index].push(performance.now() - started);
    }
  }
  return times;
}

function peakMemoryRatio() {
  const [bare, ours] = [
    ['-e', '0'],
    [bin, ...titled()],
  ].map((args) => peakMemory(args, cases[3].folder));
  return ours / bare;
}

/** Generators of the same kind, when somebody has installed them; never installed from here. */
function peers() {
  const scripts = [
    'create-vite/index.js',
    'create-astro/create-astro.mjs',
    'plop/bin/plop.js',
    '@changesets/cli/bin.js',
  ];
  return scripts
    .map((script) => [script, path.join(root, 'node_modules', script)])
    .filter(([, file]) => existsSync(file))
    .map(([script, file]) => ({
      name: `${script
        .split('/')
        .slice(0, script.startsWith('@') ? 2 : 1)
        .join('/')} --help`,
      args: () => [file, '--help'],
      anyStatus: true,
    }));
}

/** A dry run, so that every run meets the same document. */
function section(document) {
  return [bin, '--section', 'infrastructure-needed', '--in', document, '--dry-run', '--json'];
}

function folderFor({ git, documents, files, links, proposals }, index) {
  const folder = path.join(scratch, `case-${index}`);
  mkdirSync(folder);
  if (proposals) writeProposals(folder, proposals);
  if (documents) writeDocuments(folder);
  if (links) writeLinks(folder);
  if (files > 0) writeRepository(folder, files);
  if (git || files !== undefined) {
    const run = (...args) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
    run('init');
    writeFileSync(path.join(folder, 'readme.md'), '# A repository\n');
    run('add', '.');
    run('-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', 'commit', '-m', 'First');
  }
  return folder;
}

/** Proposals as the program writes them; every run adds another one. */
function writeProposals(folder, count) {
  for (let number = 1; number <= count; number++)
    execFileSync(process.execPath, [bin, ...titled()], { cwd: folder, stdio: 'ignore' });
}

/** Proposals numbered by issue, with a template, among files of code and documentation. */
function writeRepository(folder, files) {
  const put = (file, text) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  put('keps/NNNN-template/README.md', '# KEP-NNNN: Title\n\n## Summary\n\nSay what.\n');
  for (let number = 100; number < 2000; number += 37) put(`keps/${number}-x/README.md`, '# X\n');
  for (let file = 0; file < files; file++) {
    put(`pkg/m${file % 97}/s${file % 31}/f${file}.${file % 10 === 0 ? 'md' : 'go'}`, '');
  }
}

/** A proposal, and a page of nothing but links to it: what is found is gone through once. */
function writeLinks(folder) {
  mkdirSync(path.join(folder, 'rfcs'));
  writeFileSync(path.join(folder, 'rfcs/0001-a.md'), '# 0001: A\n');
  const line = '- [0001](rfcs/0001-a.md) 0001 text\n';
  writeFileSync(path.join(folder, 'README.md'), line.repeat(20_000));
}

/** A proposal of median length, and one as long as the longest known. */
function writeDocuments(folder) {
  execFileSync(process.execPath, [bin, '--yes', '--title', 'Long', '--dir', '.'], { cwd: folder });
  const text = readFileSync(path.join(folder, '0001-long/README.md'), 'utf8');
  const prose = 'Some words of prose that fill a paragraph.\n';
  const parts = Array.from(
    { length: 130 },
    (_, part) => `#### Part ${part}\n\n${prose.repeat(80)}`,
  );
  if (!text.includes('## Proposal\n')) throw new Error('The template has no section Proposal.');
  const longer = (more) => text.replace('## Proposal\n', () => `## Proposal\n\n${more}`);
  writeFileSync(path.join(folder, 'median.md'), longer(prose.repeat(160)));
  writeFileSync(path.join(folder, 'large.md'), longer(parts.join('\n')));
}

/** Kilobytes of the largest resident set, by the child's own account; the median of 5. */
function peakMemory(args, cwd) {
  const preload = path.join(scratch, 'memory.cjs');
  writeFileSync(
    preload,
    'process.on("exit", () => process._rawDebug(process.resourceUsage().maxRSS));',
  );
  const sizes = [1, 2, 3, 4, 5].map(() => {
    const own = args.map((arg) => (arg.startsWith('Proposal') ? `${arg} again ${created++}` : arg));
    const child = spawnSync(process.execPath, ['--require', preload, ...own], {
      cwd,
      encoding: 'utf8',
    });
    const kilobytes = Number(child.stderr);
    if (child.status !== 0 || !(kilobytes > 0)) throw new Error(`peak memory: ${child.stderr}`);
    return kilobytes;
  });
  return median(sizes);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
