// Writes docs/commands.md, the help of every command as the built program prints it, and docs/skill/, the same for
// agents. With `--check`, writes nothing, and fails when that is not what is there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.js';

const program = path.join(root, 'bin/create-enhancement.js');

const { commands } = JSON.parse(run(['schema']));
const pages = commands.map(({ call }) => {
  const words = call.split(' ').slice(1);
  const called = words.slice(0, words.findIndex((word) => /^[<[]|^$/.test(word)) >>> 0);
  const title = called.length === 0 ? 'create-enhancement' : called.join(' ');
  return { title, help: run([...called, '--help']).trimEnd() };
});
const text = [
  '# Commands',
  '',
  'The help of every command, as it is printed. Made by `npm run docs`; `create-enhancement schema` prints the same for programs, as JSON Schema.',
  '',
  ...pages.map(
    ({ title }) => `- [${title}](#${title.replace(/[^a-z -]/g, '').replaceAll(' ', '-')})`,
  ),
  ...pages.flatMap(({ title, help }) => ['', `## ${title}`, '', '```text', help, '```']),
  '',
].join('\n');

const skill = `---
name: create-enhancement
description: Creates, changes and checks enhancement proposals (KEP, RFC, ADR, design documents) in a repository, with their numbers, templates and statuses. Use whenever a proposal is to be written, numbered, renumbered, upgraded or checked.
---

# Enhancement proposals with create-enhancement

Call \`npx create-enhancement\` without a terminal: nothing is asked, and what is missing is named with exit code 2. With \`--json\`, one object is printed on standard output. Exit codes: 0 done, 1 the answer is no, 2 wrong call, 130 cancelled; the \`hint\` of a refusal says what to change, and its \`next\` is the whole call where only one can be meant. \`--dry-run\` shows what would be written.

${commands.map(({ call, about }) => `- \`${call}\`: ${about}`).join('\n')}

Never number, copy or rename a proposal by hand: \`renumber\` mends what points at it. Before you stop, run \`create-enhancement check --changed --json\`, and the \`fix\` of each finding that you have made. \`create-enhancement schema <command>\` describes flags, answers and results.
`;

for (const [target, wanted] of [
  ['docs/commands.md', text],
  ['docs/skill/SKILL.md', skill],
]) {
  const file = path.join(root, target);
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  } else if (readFileSync(file, 'utf8') !== wanted) {
    console.error(`${target} is not what the program says now: npm run docs`);
    process.exitCode = 1;
  }
}

function run(args) {
  return execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' });
}
