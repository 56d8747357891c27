// What `upgrade --all` takes over 600 proposals and 50 versions of their template, and what reading documents takes:
// 100,000 headings, quotes nested 10,000 deep, 1,000,000 lines. With `--check`, fails when twice in a row more than 3
// seconds, less than 8 MB a second, or more than 2.3 times for a document twice as long.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addSection } from '../../dist/index.js';

const [PROPOSALS, REVISIONS, RUNS] = [600, 50, 5];
const [MOST_SECONDS, LEAST_SPEED, MOST_TIMES] = [3, 8, 2.3];
const bin = path.join(import.meta.dirname, '../../bin/create-enhancement.js');
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-upgrade-'));

const NAMES = [
  'Summary',
  'Motivation',
  'Goals',
  'Proposal',
  'Design Details',
  'Test Plan',
  'Drawbacks',
  'Alternatives',
];
const templateOf = (revision) =>
  `# NNNN: Title\n\n${NAMES.map((name, at) => `## ${name}\n\nExplain the ${name} of it in words of version ${Math.max(0, revision - at)}.\n`).join('\n')}` +
  Array.from(
    { length: revision >> 3 },
    (_, at) => `\n## Gained ${at}\n\nWhat else is there to say?\n`,
  ).join('');
const proposalOf = (revision, number) =>
  templateOf(revision)
    .replace('NNNN: Title', `${number}: A title`)
    .replace(
      /(## (?:Summary|Goals|Test Plan)\n\n).*/g,
      `$1${'Words of people about it. '.repeat(40)}`,
    );

const before =
  '# T\n\n## Summary\n\nw\n\n## Motivation\n\nw\n\n## Proposal\n\nw\n\n## Drawbacks\n\nw\n\n';
const DOCUMENTS = {
  headings: [100_000, (n) => each(n, (at) => `## Heading ${at}\n\nWords about it.\n\n`)],
  'nested quotes': [100, (n) => each(n, () => `${'>'.repeat(10_000)} deep\n`)],
  lines: [1_000_000, (n) => each(n, (at) => (at % 5 ? `Some words on line ${at}\n` : '\n'))],
};

let exceeding = measure();
if (process.argv.includes('--check') && exceeding.length > 0) {
  const again = measure();
  exceeding = exceeding.filter((name) => again.includes(name));
  if (exceeding.length > 0) process.exitCode = 1;
}
rmSync(scratch, { recursive: true, force: true });

function measure() {
  const seconds = upgradeSeconds();
  console.log(
    `upgrade --all of ${PROPOSALS} proposals, ${REVISIONS} versions: ${seconds.toFixed(2)} s (at most ${MOST_SECONDS})`,
  );
  const slow = Object.entries(DOCUMENTS).filter(([name, [count, make]]) => {
    const [half, whole] = [count / 2, count].map((size) => speedOf(before + make(size)));
    const times = whole.milliseconds / half.milliseconds;
    console.log(
      `${name}: ${whole.speed.toFixed(1)} MB/s (at least ${LEAST_SPEED}), twice as long: ${times.toFixed(2)} times (at most ${MOST_TIMES})`,
    );
    // What takes next to nothing at either size says nothing.
    return whole.speed < LEAST_SPEED || (times > MOST_TIMES && whole.milliseconds > 60);
  });
  return [...(seconds > MOST_SECONDS ? ['upgrade'] : []), ...slow.map(([name]) => name)];
}

function upgradeSeconds() {
  const cwd = mkdtempSync(path.join(scratch, 'repository-'));
  const sized = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const commit = (at, file, text) =>
    `commit refs/heads/main\ncommitter A <a@example.invalid> ${1_600_000_000 + at * 3600} +0000\n${sized('x')}M 100644 inline ${file}\n${sized(text)}`;
  const every = PROPOSALS / REVISIONS;
  const commits = Array.from({ length: REVISIONS }, (_, revision) => [
    commit(revision * 100, 'rfcs/0000-template.md', templateOf(revision)),
    ...Array.from({ length: every }, (_each, at) => {
      const number = String(revision * every + at + 1).padStart(4, '0');
      return commit(revision * 100 + at + 1, `rfcs/${number}-a.md`, proposalOf(revision, number));
    }),
  ]).flat();
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd });
  execFileSync('git', ['fast-import', '--quiet'], { cwd, input: commits.join('') });
  execFileSync('git', ['reset', '-q', '--hard'], { cwd });
  return (
    median(() => {
      const args = [bin, 'upgrade', '--all', '--dry-run', '--json'];
      const { stdout } = spawnSync(process.execPath, args, {
        cwd,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (JSON.parse(stdout).proposals.length !== PROPOSALS)
        throw new Error('not all were upgraded');
    }) / 1000
  );
}

function speedOf(document) {
  const template = `${before}## Alternatives\n\na\n`;
  const milliseconds = median(() => addSection(document, { template, section: 'alternatives' }));
  return { milliseconds, speed: document.length / 1000 / milliseconds };
}

function median(work) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

function each(count, line) {
  return Array.from({ length: count }, (_, at) => line(at)).join('');
}
