import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandFor, parseCall } from '../../src/cli/parse.ts';
import {
  anchorsOf,
  anchorWords,
  decodedAnchor,
} from '../../src/document/markdown/heading-anchor.ts';
import { outline } from '../../src/document/markdown/outline.ts';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { program, run } from '../support/program.ts';

const root = path.join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const pages = [
  'README.md',
  'CHANGELOG.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.startsWith('docs/examples/')),
];

/** A folder with a `npx` of its own, which calls the installed program, whatever package it is asked for. */
function withOwnNpx(): string {
  const folder = emptyFolder();
  const script = `#!/bin/sh\nfor word; do case $word in --yes|create-enhancement|create-enhancement@*) shift ;; *) break ;; esac; done\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeAll(folder, { npx: script });
  return folder;
}

async function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const bin = withOwnNpx();
  await execa('chmod', ['+x', path.join(bin, 'npx')]);
  const PATH = `${bin}:${process.env.PATH}`;
  return execa('bash', ['-e', '-c', script], {
    cwd,
    env: { ...env, PATH },
    reject: false,
    input: '',
  });
}

describe('the documentation', () => {
  it.each(['reference', 'examples'])('has what the program writes: %s', async (name) => {
    const { exitCode, stderr } = await execa(
      process.execPath,
      [path.join(root, `.config/${name}.js`), '--check'],
      { reject: false },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it.each(pages)('has no link that leads nowhere: %s', (page) => {
    const text = textOf(page)
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
      .replace(/`[^`\n]*`/g, '');
    const targets = [...text.matchAll(/\]\(([^()\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)];
    const own = targets.map(([, one, other]) => one ?? other ?? '');
    const broken = own.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const place = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      if (!existsSync(path.join(root, place))) return true;
      if (anchor === undefined || !place.endsWith('.md')) return false;
      const titles = outline(textOf(place)).map(({ title }) => anchorWords(title));
      return !anchorsOf(titles).includes(decodedAnchor(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names no command or flag that there is not', () => {
    const calls = pages.flatMap((page) =>
      [...textOf(page).matchAll(/^(.*?)\bnpx (?:--yes )?create-enhancement\b([^\n`#|>]*)/gm)].map(
        ([, , words = '']) => words,
      ),
    );
    expect(calls.length).toBeGreaterThan(30);
    const problems = calls.flatMap((call) => {
      const words = (call.match(/"[^"]*"|'[^']*'|[^\s]+/g) ?? []).map((word) =>
        word.replace(/^["']|["']$/g, ''),
      );
      const real = words
        .filter((word) => !/^[.…]{1,3}$|^(?:by|and|does|, and)$/.test(word))
        .map((word) => word.replace(/[.,;:)]+$/, ''));
      try {
        parseCall(commandFor(real, 'posix'));
        return [];
      } catch (error) {
        const message = String(error);
        return /Unknown option|There is no command|cannot be used with/.test(message)
          ? [`${call}: ${message}`]
          : [];
      }
    });
    expect(problems).toEqual([]);
  });

  it('has a README of at most 150 lines', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(151);
  });
});

const TEMPLATE = '# NNNN: Title\n\n## Summary\n\nWhat?\n\n## Design\n\nHow?\n';
const rfc = (title: string) => `# ${title}\n\n## Summary\n\nS.\n\n## Design\n\nD.\n`;

describe.runIf(process.platform !== 'win32')('what agents are told', () => {
  it('works as it is written, one call after the other', async () => {
    const cwd = await historyOf(
      {
        'rfcs/0000-template.md': TEMPLATE,
        'rfcs/0001-use-git.md': rfc('0001: Use Git').split('\n## Design')[0] ?? '',
      },
      {
        'rfcs/0001-cache.md': rfc('0001: Cache'),
        'answers.yaml': 'title: Queue\nsummary: Work waits.\n',
      },
    );
    const [, block = ''] =
      /## Three tasks[\s\S]*?```sh\n([\s\S]*?)```/.exec(textOf('docs/agents.md')) ?? [];
    const calls = block.split('\n').filter((line) => line.startsWith('npx '));
    expect(calls).toHaveLength(4);
    const results = [];
    for (const call of calls) results.push(await bash(call, cwd));
    expect(
      results.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : `${exitCode} ${stderr}`)),
    ).toEqual([0, expect.anything(), 0, 0]);
    const tree = treeOf(cwd);
    expect(tree['rfcs/0002-queue.md']).toContain('Work waits.');
    expect(tree['rfcs/0001-use-git.md']).toContain('## Design');
    expect(tree['rfcs/0003-cache.md']).toContain('# 0003: Cache');
  });
});

describe.runIf(process.platform !== 'win32')('in CI', () => {
  const step = parse(textOf('action.yml')).runs.steps[0];

  const act = (cwd: string, env: Record<string, string>) =>
    bash(step.run, cwd, {
      COMMAND: 'check',
      BASE: '',
      DIRECTORY: '',
      INDEX: '',
      NUMBER: '',
      VERSION: '1',
      ...env,
    });

  const changed = async () => {
    const cwd = await historyOf(
      { 'rfcs/0000-template.md': TEMPLATE, 'rfcs/0001-a.md': rfc('0001: A').replace('D.', 'TBD') },
      { 'rfcs/XXXX-b.md': rfc('XXXX: B').replace('D.', 'TODO') },
    );
    return { cwd, base: (await execa('git', ['rev-parse', 'HEAD~1'], { cwd })).stdout };
  };

  it('the action tells what a pull request adds, and nothing else', async () => {
    const { cwd, base } = await changed();
    const { exitCode, stdout } = await act(cwd, { BASE: base });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringMatching(/^::warning file=rfcs\/XXXX-b\.md,line=9,title=section-tbd::/),
    });
    expect(stdout).not.toContain('0001-a.md');
    expect((await act(cwd, {})).stdout).toContain('0001-a.md');
  });

  it('the action gives a draft the number of its pull request', async () => {
    const { cwd, base } = await changed();
    expect(await act(cwd, { COMMAND: 'number', BASE: base, NUMBER: '42' })).toMatchObject({
      exitCode: 0,
    });
    expect(treeOf(cwd)['rfcs/0042-b.md']).toContain('# 0042: B');
  });

  it('the action numbers a draft directory once, whatever its name, and asks for what it needs', async () => {
    const draft = {
      'rfcs/RFC-XXXX-é/README.md': rfc('XXXX: B'),
      'rfcs/RFC-XXXX-é/data.md': 'D.\n',
    };
    const first = { 'rfcs/RFC-0001-a/README.md': rfc('0001: A') };
    const cwd = await historyOf(first, draft);
    const number = { COMMAND: 'number', NUMBER: '42' };
    expect(await act(cwd, { ...number, BASE: 'HEAD~1' })).toMatchObject({ exitCode: 0 });
    expect(Object.keys(treeOf(cwd))).toContain('rfcs/RFC-0042-é/data.md');
    expect(await act(cwd, number)).toMatchObject({
      exitCode: 2,
      stdout: expect.stringMatching(/^::error::/),
    });
  });

  it('the action brings the list up to date, and refuses what it does not know', async () => {
    const { cwd } = await changed();
    writeAll(cwd, {
      'rfcs/README.md': '<!-- create-enhancement list -->\n<!-- /create-enhancement list -->\n',
    });
    expect(await act(cwd, { COMMAND: 'index', INDEX: 'rfcs/README.md' })).toMatchObject({
      exitCode: 0,
    });
    expect(treeOf(cwd)['rfcs/README.md']).toContain('[A](0001-a.md)');
    expect(await act(cwd, { COMMAND: 'lint' })).toMatchObject({ exitCode: 2 });
  });

  it('the hooks call what there is', async () => {
    const { cwd } = await changed();
    for (const { entry } of parse(textOf('.pre-commit-hooks.yaml'))) {
      const [, ...words] = entry.split(' ');
      expect((await run(words, { cwd })).code).toBeLessThan(2);
    }
  });

  it('no new version of what ships to users comes by itself', () => {
    const { devDependencies } = JSON.parse(textOf('package.json'));
    const licences = textOf('dist/LICENSES.txt');
    const shipped = new Set(
      [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name),
    );
    const { packageRules } = JSON.parse(textOf('.github/renovate.json'));
    const last = packageRules.at(-1);
    expect(last).toMatchObject({ automerge: false });
    expect(last.matchPackageNames).toEqual(
      Object.keys(devDependencies).filter((name) => shipped.has(name)),
    );
  });

  it('every action is pinned by its digest, and every job ends by itself', () => {
    const folder = '.github/workflows';
    for (const name of readdirSync(path.join(root, folder))) {
      const text = textOf(`${folder}/${name}`);
      const used = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
      expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
      for (const job of Object.values<object>(parse(text).jobs))
        expect(job).toHaveProperty('timeout-minutes');
    }
  });
});

it('what is published has nothing that only building needs', () => {
  const files = readdirSync(path.join(path.dirname(program), '../dist'));
  expect(files.filter((name) => /\.map$|modules\.json/.test(name))).toEqual([]);
  expect(statSync(path.join(path.dirname(program), '../dist/build-id')).size).toBe(64);
});
