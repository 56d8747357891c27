// What the program takes when its input doubles: at most 2.3 times the processor time (median of five), for inputs
// that a careless expression or search takes the square of. `--check` exits 1 where one takes more, twice in a row.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const bin = path.join(root, 'bin/create-enhancement.js');
const preload = path.join(root, 'test/support/cpu.cjs');
const scratch = mkdtempSync(path.join(tmpdir(), 'create-enhancement-doubling-'));
const MOST = 2.3;
const RUNS = 5;

const SECTIONS = [
  ...['# T', '## Summary', 's', '## Motivation', '### Goals', '### Non-Goals', '## Proposal'],
  ...['### Risks and Mitigations', '## Design Details', '### Test Plan', '### Graduation Criteria'],
].join('\n\n');
const document = (end) => `${SECTIONS}\n\n${end}\n`;
const each = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('');

const answers = (make, flags = []) => ({
  args: ['T', '--from', 'a.json', '--yes', '--dry-run', ...flags],
  files: (size) => ({ 'a.json': JSON.stringify(make(size)) }),
});
const template = (make) => ({
  args: ['T', '--yes', '--dry-run', '--template', 't.md'],
  files: (size) => ({ 't.md': make(size) }),
});
const section = (make) => ({
  args: ['--section', 'drawbacks', '--in', 'e.md', '--accept-doubts', '--dry-run'],
  files: (size) => ({ 'e.md': document(make(size)) }),
});
const renumber = (make) => ({
  args: ['renumber', '7', '9', '--dry-run'],
  files: (size) => ({
    'rfcs/0007-name/README.md': '# A\n',
    'rfcs/0001-b/README.md': '# B\n',
    'rfcs/0002-c/README.md': make(size),
  }),
});

/** Each input, and the smaller of its two sizes. */
const CASES = {
  'a story of one line': [100_000, answers((n) => ({ stories: ['x'.repeat(n)] }))],
  'an answer of line breaks': [50_000, answers((n) => ({ summary: `a${'\n'.repeat(n)}b` }))],
  'an answer of blank lines': [50_000, answers((n) => ({ summary: `a${'\n '.repeat(n)}b` }))],
  'a number that is none': [
    40_000,
    answers((n) => ({ number: `https://x/${'issues/1/'.repeat(n / 9)} x` })),
  ],
  'headings in an answer': [
    20_000,
    answers((n) => ({ summary: '# a\n'.repeat(n) }), ['--nest-headings']),
  ],
  'a heading of spaces': [
    50_000,
    answers((n) => ({ summary: `# a${' '.repeat(n)}b` }), ['--nest-headings']),
  ],
  goals: [20_000, answers((n) => ({ goals: Array(n).fill('g') }))],
  'a template of headings': [20_000, template((n) => `# T\n${each(n, (at) => `## a${at}\n`)}`)],
  'a template of optional sections': [
    10_000,
    template((n) => `# T\n${each(n, (at) => `## a${at} [optional]\n`)}`),
  ],
  'a template of numbers': [20_000, template((n) => `# T\n${'NNNN '.repeat(n)}`)],
  'a template of fences': [40_000, template((n) => `# T\n${'```\n'.repeat(n)}`)],
  'a template of contents': [8000, template((n) => `# T\n${'- [a](#a)\n'.repeat(n)}\n## a\n`)],
  'a title of brackets': [50_000, template((n) => `# ${'<'.repeat(n)}\n\n## a\n`)],
  'a comment of line breaks': [
    40_000,
    template((n) => `# T\n\n<!--${'\n'.repeat(n)}-->\n\n## a\n`),
  ],
  'line breaks before an optional section': [
    50_000,
    template((n) => `# T\n\n## b\n${'\n'.repeat(n)}## a [optional]\n`),
  ],
  'headings of stars': [200, template((n) => `# T\n${`## ${'*'.repeat(960)}\n`.repeat(n)}`)],
  'a heading of <': [50_000, section((n) => `## ${'<'.repeat(n)}`)],
  'a heading of [': [50_000, section((n) => `## ${'['.repeat(n)}`)],
  'a heading of ![](': [20_000, section((n) => `## ${'![]('.repeat(n)}`)],
  'headings that join two': [20_000, section((n) => '#### Goals / x\n'.repeat(n))],
  'headings of a document': [20_000, section((n) => each(n, (at) => `## h${at}\n`))],
  'nested quotes': [50_000, section((n) => `${'>'.repeat(n)} x`)],
  'lines of a document': [200_000, section((n) => 'x\n'.repeat(n))],
  'spaces in a line that is taken out': [
    50_000,
    {
      args: ['--remove', 'drawbacks', '--in', 'e.md', '--dry-run'],
      files: (n) => ({ 'e.md': document(`## Drawbacks\n\nx${' '.repeat(n)}y`) }),
    },
  ],
  'numbers in a line': [50_000, renumber((n) => '#7 '.repeat(n))],
  'names in a line': [20_000, renumber((n) => '0007-name '.repeat(n))],
  'emphasised names in a line': [20_000, renumber((n) => '_____0007-name'.repeat(n))],
  'relations in a line': [50_000, renumber((n) => `---\nsuperseded-by: ${'7, '.repeat(n)}\n---\n`)],
  'definitions of a link': [4000, renumber((n) => '[0007]: ../0007-name\n'.repeat(n))],
  'directories of proposals': [
    2000,
    {
      args: ['T', '--yes', '--dry-run'],
      files: (n) =>
        Object.fromEntries(Array.from({ length: n }, (_, at) => [`a${at}/rfcs/0001-x.md`, ''])),
    },
  ],
};

const base = median(() => cpuOf(['--help'], scratch));
const exceeding = Object.entries(CASES).filter(([name, [size, { args, files }]]) => {
  const isTooMuch = () => {
    const [small, large] = [size, size * 2].map((each) => {
      const folder = mkdtempSync(path.join(scratch, 'case-'));
      write(folder, files(each));
      const time = median(() => cpuOf(args, folder)) - base;
      rmSync(folder, { recursive: true });
      return Math.max(1, time);
    });
    // What takes next to nothing at either size says nothing.
    const isMeasurable = large > 60;
    const ratio = large / small;
    console.log(
      `${name.padEnd(42)} ${small.toFixed(0)} ms, ${large.toFixed(0)} ms: ${ratio.toFixed(2)}`,
    );
    return isMeasurable && ratio > MOST;
  };
  return isTooMuch() && isTooMuch();
});
rmSync(scratch, { recursive: true, force: true });
if (exceeding.length > 0) {
  console.log(`More than ${MOST} times: ${exceeding.map(([name]) => name).join(', ')}`);
  if (process.argv.includes('--check')) process.exitCode = 1;
}

function median(measure) {
  measure();
  return Array.from({ length: RUNS }, measure).sort((a, b) => a - b)[RUNS >> 1];
}

function cpuOf(args, cwd) {
  const file = path.join(scratch, 'cpu');
  const env = { ...process.env, CPU_FILE: file, NODE_OPTIONS: `--require ${preload}` };
  spawnSync(process.execPath, [bin, ...args], { cwd, env, stdio: 'ignore' });
  return Number(readFileSync(file, 'utf8'));
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
