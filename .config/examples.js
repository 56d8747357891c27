// Writes docs/examples/: what each template that ships makes of the same answers, by the built program. With
// `--check`, writes nothing, and fails when that is not what is there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './bundle.js';

const examples = path.join(root, 'docs/examples');
const program = path.join(root, 'bin/create-enhancement.js');

/** The day of every example. */
const DAY = '2026-01-31';

const ANSWERS = `title: Faster startup
summary: The program starts in half the time.
`;

const MORE_ANSWERS = `${ANSWERS}goals: [Start in half the time]
non-goals: [Use less memory]
stories:
  - As a user, I wait less.
`;

const written = examplesNow();
if (process.argv.includes('--check')) {
  const there = new Map(filesBelow(examples).map((file) => [file, textOf(examples, file)]));
  const differing = [...new Set([...written.keys(), ...there.keys()])].filter(
    (file) => written.get(file) !== there.get(file),
  );
  for (const file of differing)
    console.error(`docs/examples/${file} is out of date; run npm run docs`);
  if (differing.length > 0) process.exitCode = 1;
} else {
  rmSync(examples, { recursive: true, force: true });
  for (const [file, text] of written) {
    mkdirSync(path.dirname(path.join(examples, file)), { recursive: true });
    writeFileSync(path.join(examples, file), text);
  }
}

/** The files of all examples, by their path below docs/examples/. */
function examplesNow() {
  const { templates } = JSON.parse(
    run(['templates', '--json'], mkdtempSync(path.join(tmpdir(), 'examples-'))),
  );
  const all = new Map([['answers.yaml', MORE_ANSWERS]]);
  for (const { name } of templates) {
    const folder = mkdtempSync(path.join(tmpdir(), 'examples-'));
    const answers = path.join(folder, 'answers.yaml');
    // Only the first template asks for goals and stories.
    writeFileSync(answers, name === 'enhancement' ? MORE_ANSWERS : ANSWERS);
    const call = ['--from', answers, '--template', name, '--dir', '.', '--yes', '--json'];
    const { files } = JSON.parse(run(call, folder));
    for (const { path: file } of files) all.set(`${name}/${file}`, textOf(folder, file));
    rmSync(folder, { recursive: true });
  }
  return all;
}

function run(args, cwd) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function textOf(folder, file) {
  return readFileSync(path.join(folder, file), 'utf8').replaceAll(today(), DAY);
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
}
