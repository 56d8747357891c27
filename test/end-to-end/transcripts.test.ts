import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, inject, it } from 'vitest';
import { emptyFolder, git, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

const root = path.join(import.meta.dirname, '../..');

/** Where the transcripts are run that say so in a comment before them, and all that follow in their file. */
const PLACES: Record<string, () => Promise<string>> = {
  'an empty folder': async () => emptyFolder(),
  'a repository of RFCs': () =>
    repositoryWith({
      'rfcs/RFC-0000/README.md':
        '# RFC-NNNN Title\n\n## Summary\n\nWhat?\n\n## Motivation\n\nWhy?\n',
      ...Object.fromEntries(
        Array.from({ length: 13 }, (_, index) => {
          const number = String(index + 1).padStart(4, '0');
          return [`rfcs/${number}-rfc-${index + 1}/README.md`, `# RFC-${number} A title\n`];
        }),
      ),
    }),
  'a repository whose template has grown': () => grownTemplate(),
  'a repository of decisions': () => decisions(),
  'a repository whose branch has number 7': async () => {
    const cwd = await repositoryWith(files(6));
    await git(cwd, 'switch', '--quiet', '--create', 'feature-x');
    writeAll(cwd, { 'rfcs/0007-cache.md': '# Cache\n' });
    await commit(cwd, 'Jo Doe');
    await git(cwd, 'update-ref', 'refs/remotes/origin/feature-x', 'HEAD');
    await git(cwd, 'switch', '--quiet', 'main');
    await git(cwd, 'branch', '--quiet', '--delete', '--force', 'feature-x');
    return cwd;
  },
  'a clone that holds number 8': async () => {
    const remote = await repositoryWith(files(7));
    await git(remote, 'config', 'core.bare', 'true');
    const cwd = path.join(emptyFolder(), 'clone');
    await git(remote, 'clone', '--quiet', remote, cwd);
    await git(cwd, 'config', 'user.name', 'Jo Doe');
    await git(cwd, 'config', 'user.email', 'jo@example.invalid');
    await run(['Second cache', '--yes', '--reserve'], { cwd });
    rmSync(path.join(cwd, 'rfcs/0008-second-cache.md'));
    return cwd;
  },
};

interface Transcript {
  place: string;
  command: string;
  output: string;
}

function transcriptsIn(document: string): Transcript[] {
  const text = readFileSync(path.join(root, document), 'utf8');
  let place = '';
  return [...text.matchAll(/^<!-- in: (.*) -->$|^```console\n([\s\S]*?)^```$/gm)].flatMap(
    ([, next, block = '']) => {
      place = next ?? place;
      const runs = block.split(/^\$ /m).filter(Boolean);
      return runs.map((each) => {
        const [command = '', ...lines] = each.split('\n');
        return { place, command, output: lines.join('\n').trimEnd() };
      });
    },
  );
}

const documents = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((name) => transcriptsIn(name).length > 0);

describe('every transcript is what the program prints', () => {
  it.each(documents)('in %s', async (document) => {
    let [place, cwd] = ['', ''];
    for (const transcript of transcriptsIn(document)) {
      if (transcript.place !== place) {
        place = transcript.place;
        cwd = (await PLACES[place]?.()) ?? expect.unreachable(`no place is "${place}"`);
      }
      expect({ ...transcript, output: await outputOf(transcript.command, cwd) }).toEqual(
        transcript,
      );
    }
  });

  it('and there are some', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/numbers.md']));
  });
});

async function outputOf(command: string, cwd: string): Promise<string> {
  const bin = path.join(emptyFolder(), 'bin');
  mkdirSync(bin);
  // `npx` finds the program that is installed here, and asks no registry.
  const installed = path.join(inject('installation'), 'node_modules/.bin');
  symlinkSync(path.join(import.meta.dirname, '../support/npx.sh'), path.join(bin, 'npx'));
  const env = { PATH: [bin, installed, process.env.PATH].join(path.delimiter), SHELL: '/bin/sh' };
  const { all } = await execa('sh', ['-c', command], { cwd, env, all: true, reject: false });
  return String(all).trimEnd();
}

async function decisions(): Promise<string> {
  const cwd = emptyFolder();
  await git(cwd, 'init', '--initial-branch', 'main');
  const record = (number: number, title: string, status: string, consequences: string) =>
    `# ${number}. ${title}\n\n## Status\n\n${status}\n\n## Context\n\nc\n\n## Decision\n\nd\n\n## Consequences\n\n${consequences}\n`;
  await commitAt(cwd, '2024-01-10T12:00:00Z', {
    'docs/adr/0001-use-git.md': record(1, 'Use Git', 'Accepted', 'x'),
  });
  await commitAt(cwd, '2024-02-01T12:00:00Z', {
    'docs/adr/0002-cache.md': record(2, 'Cache', 'Proposed', 'TBD'),
  });
  return cwd;
}

/** Commits of the same person and times, so that they have the same names everywhere. */
async function grownTemplate(): Promise<string> {
  const cwd = emptyFolder();
  await git(cwd, 'init', '--initial-branch', 'main');
  const day = (text: string) => `${text}T12:00:00Z`;
  const template = (motivation: string, more: string) =>
    `# RFC-NNNN: Title\n\n## Summary\n\nOne paragraph that says what it is about.\n\n## Motivation\n\n${motivation}\n\n## Design\n\nExplain it so that it can be built.\n\n${more}`;
  const drawbacks = '## Drawbacks\n\nWhy should it not be done?\n';
  const security = '## Security\n\nWhat could an attacker do with it?\n\n';
  const questions = '\n## Open questions [optional]\n\nWhat is not settled?\n';
  const proposal = (title: string, motivation: string, more: string) =>
    `# ${title}\n\n## Summary\n\nIt is fast.\n\n## Motivation\n\n${motivation}\n\n## Design\n\nA map.\n\n${more}`;
  const old = 'Why should this be done?';
  const memory = '## Drawbacks\n\nMemory.\n';
  const file = 'rfcs/0000-template.md';
  await commitAt(cwd, day('2024-01-10'), { [file]: template(old, drawbacks) });
  const cache = proposal('RFC-0001: Cache', old, memory);
  await commitAt(cwd, day('2024-02-01'), { 'rfcs/0001-cache.md': cache });
  const grown = template(
    'Which problem does it solve, and whose is it?',
    security + drawbacks + questions,
  );
  await commitAt(cwd, day('2025-05-05'), { [file]: grown });
  const queue = proposal('RFC-0002: Queue', 'Mail.', `## Security\n\nNo.\n\n${memory}`);
  await commitAt(cwd, day('2025-06-01'), { 'rfcs/0002-queue.md': queue });
  return cwd;
}

async function commitAt(cwd: string, date: string, files: Record<string, string>): Promise<void> {
  writeAll(cwd, files);
  await git(cwd, 'add', '--all');
  const person = { NAME: 'Jo Doe', EMAIL: 'jo@example.invalid', DATE: date };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(person).map(([what, value]) => [`GIT_${who}_${what}`, value]),
    ),
  );
  await execa('git', ['commit', '--quiet', '--message', 'x'], { cwd, env });
}

function files(count: number): Record<string, string> {
  const names = Array.from(
    { length: count },
    (_, index) => `rfcs/000${index + 1}-a-${index + 1}.md`,
  );
  return Object.fromEntries(names.map((name) => [name, '# A title\n\n## Summary\n\nText.\n']));
}

async function repositoryWith(contents: Record<string, string>): Promise<string> {
  const cwd = emptyFolder();
  await git(cwd, 'init', '--quiet', '--initial-branch', 'main');
  writeAll(cwd, contents);
  await commit(cwd, 'Somebody');
  return cwd;
}

async function commit(cwd: string, author: string): Promise<void> {
  await git(cwd, 'add', '--all');
  await git(
    cwd,
    'commit',
    '--quiet',
    '--author',
    `${author} <x@example.invalid>`,
    '--message',
    'x',
  );
}
