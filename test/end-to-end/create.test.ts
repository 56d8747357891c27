import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, gitFolder, treeOf } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

describe('creating a proposal', () => {
  it('writes a numbered directory and says where, what next and how to repeat it', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(['Faster startup', '--yes', '--show-command'], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(treeOf(cwd))).toEqual([
      'enhancements',
      'enhancements/0001-faster-startup',
      'enhancements/0001-faster-startup/README.md',
    ]);
    expect(stdout).toContain('Created enhancements/0001-faster-startup/README.md\n');
    expect(stdout).toContain('\n  ${EDITOR:-vi} enhancements/0001-faster-startup/README.md\n');
    expect(stdout).toContain("npx create-enhancement --title 'Faster startup' --yes\n");
  });

  it('numbers on from the highest, and never fills a gap', async () => {
    const cwd = emptyFolder();
    await run(['One', '--yes', '--number', '3'], { cwd });
    await run(['Two', '--yes'], { cwd });
    await run(['Three', '--yes', '--number', '41'], { cwd });
    await run(['Four', '--yes'], { cwd });
    expect(Object.keys(treeOf(cwd)).filter((name) => /^enhancements\/[^/]+$/.test(name))).toEqual([
      'enhancements/0003-one',
      'enhancements/0004-two',
      'enhancements/0041-three',
      'enhancements/0042-four',
    ]);
  });

  it('works below the root of a repository, and counts what only the last commit or another work tree has', async () => {
    const cwd = await gitFolder();
    await run(['Committed', '--yes', '--number', '7'], { cwd });
    await git(cwd, 'add', '.');
    await git(cwd, 'commit', '--message', 'Seven');
    await git(cwd, 'rm', '-r', '--quiet', 'enhancements');
    const first = await runJson(['After the commit', '--yes'], { cwd });
    expect(first.json.number).toBe(8);

    const other = path.join(emptyFolder(), 'other');
    await git(cwd, 'worktree', 'add', '--quiet', other);
    const second = await runJson(['From another work tree', '--yes'], { cwd: other });
    expect(second.json.number).toBe(9);
    expect(Object.keys(treeOf(other))).toContain(
      'enhancements/0009-from-another-work-tree/README.md',
    );

    const below = path.join(cwd, 'enhancements');
    const third = await runJson(['From below', '--yes'], { cwd: below });
    expect(third.json).toMatchObject({ number: 10, path: '0010-from-below/README.md' });
    expect(readFileSync(path.join(cwd, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
  });

  it('reports as JSON, with the content in a dry run that writes nothing', async () => {
    const cwd = emptyFolder();
    const { code, json, stderr } = await runJson(
      ['Dry', '--yes', '--dry-run', '--without', 'drawbacks', '--summary', 'Short.'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json).toEqual({
      command: 'create',
      dryRun: true,
      number: 1,
      title: 'Dry',
      slug: 'dry',
      path: 'enhancements/0001-dry/README.md',
      files: [
        {
          path: 'enhancements/0001-dry/README.md',
          content: expect.stringMatching(/^# Dry\n\n## Summary\n\nShort\.\n\n## Motivation\n/),
        },
      ],
      template: 'built-in',
      convention: {
        directory: 'enhancements',
        layout: 'directory',
        document: 'README.md',
        name: '{number}-{slug}',
        numbering: 'sequential',
        width: 4,
      },
      sections: {
        kept: expect.arrayContaining(['summary', 'alternatives']),
        removed: ['notes-constraints-caveats', 'drawbacks', 'infrastructure-needed'],
      },
      repeat: [
        ...['npx', 'create-enhancement', '--title', 'Dry', '--summary', 'Short.'],
        ...['--without', 'drawbacks', '--yes'],
      ],
    });
    expect(treeOf(cwd)).toEqual({});
  });

  it('takes answers from a file, a flag winning over it', async () => {
    const cwd = emptyFolder();
    const answers = [
      'title: From a file',
      'summary: |',
      '  First.',
      '',
      '  Second.',
      'goals: [Fast, "Small\\nand light"]',
      'non-goals: [Cheap]',
      'stories:',
      '  - As a user, I wait less.',
      '  - { title: Admin, text: Sees it. }',
      'with: [infrastructure-needed]',
      'without: [drawbacks, Version Skew Strategy]',
      'sections: { alternatives: "None, yet." }',
    ];
    writeFileSync(path.join(cwd, 'answers.yaml'), answers.join('\n'));
    const { code } = await run(['--from', 'answers.yaml', '--title', 'By flag'], { cwd });
    expect(code).toBe(0);
    const text = treeOf(cwd)['enhancements/0001-by-flag/README.md'];
    expect(text).toContain('# By flag\n\n## Summary\n\nFirst.\n\nSecond.\n\n## Motivation\n');
    expect(text).toContain(
      '### Goals\n\n- Fast\n- Small\n  and light\n\n### Non-Goals\n\n- Cheap\n\n## Proposal\n',
    );
    expect(text).toContain(
      '### User Stories\n\n#### Story 1\n\nAs a user, I wait less.\n\n#### Admin\n\nSees it.\n\n### Risks',
    );
    expect(text).toContain('## Alternatives\n\nNone, yet.\n\n## Infrastructure Needed\n\nUse this');
    expect(text).not.toMatch(/Drawbacks|Version Skew/);
  });

  it('reads JSON from standard input', async () => {
    const cwd = emptyFolder();
    const input = '{\n\t"title": "Piped",\n\t"summary": "Said \\"so\\"."\n}';
    const { code, stdout } = await run(['--from', '-', '--yes', '--show-command'], { cwd, input });
    expect(code).toBe(0);
    expect(stdout).toContain('--summary \'Said "so".\'');
    expect(treeOf(cwd)['enhancements/0001-piped/README.md']).toContain('\nSaid "so".\n');
  });

  it('repeats a run, to the byte, by the command that it prints', async () => {
    const cwd = emptyFolder();
    const args = [
      "It's $HOME `x` \\ !",
      '--slug',
      'repeat',
      '--goal',
      '-dash',
      '--goal',
      'a\nb',
      '--story',
      'T\n\ntext',
      '--text',
      'drawbacks=Some = text',
    ];
    const first = await run([...args, '--yes', '--show-command', '--dir', 'first place'], {
      cwd,
      env: { SHELL: '/bin/sh' },
    });
    const command = first.stdout.split('without questions:\n')[1]?.trim() ?? '';
    expect(command.startsWith('npx create-enhancement ')).toBe(true);
    const words = await shellWords(command);
    await run([...words.slice(2).map((word) => (word === 'first place' ? 'second' : word))], {
      cwd,
    });
    const tree = treeOf(cwd);
    const file = '0001-repeat/README.md';
    expect(tree[`second/${file}`]).toBe(tree[`first place/${file}`]);
    expect(tree[`second/${file}`]).toContain('- -dash\n- a\n  b\n');
  });

  it('opens what it wrote in the editor', async () => {
    const cwd = emptyFolder();
    const env = { VISUAL: `${process.execPath} -e 'fs.appendFileSync(process.argv[1], "edited")'` };
    const { code } = await run(['Opened', '--yes', '--open'], { cwd, env });
    expect(code).toBe(0);
    expect(treeOf(cwd)['enhancements/0001-opened/README.md']?.endsWith('\nedited')).toBe(true);
  });

  it('says that it wrote the proposal where its editor is stopped', async () => {
    const cwd = emptyFolder();
    const env = { VISUAL: `kill -TERM $PPID; exec >/dev/null 2>&1; sleep 20; :` };
    const { code, stderr } = await run(['Stopped', '--yes', '--open'], { cwd, env });
    const file = 'enhancements/0001-stopped/README.md';
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(`${file} was written, but its editor was stopped`),
    });
    expect(treeOf(cwd)[file]).toContain('# Stopped');
  });

  it('fills a template of the author', async () => {
    const cwd = emptyFolder();
    const template =
      '# {{number}}: {{title}}\n\n{{date}}\n\n## What [optional]\n\nText.\n\n## Goals\n\n{{#each goals}}\n- {{this}}\n{{/each}}\n';
    writeFileSync(path.join(cwd, 'template.md'), template);
    const { code, json } = await runJson(
      ['Own', '--yes', '--template', 'template.md', '--goal', '{{g}}'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({
      template: 'template.md',
      sections: { kept: ['goals'], removed: ['what'] },
    });
    expect(treeOf(cwd)['enhancements/0001-own/README.md']).toMatch(
      /^# 0001: Own\n\n\d{4}-\d\d-\d\d\n\n## Goals\n\n- \{\{g\}\}\n$/,
    );
  });
});

async function shellWords(command: string): Promise<string[]> {
  const { execa } = await import('execa');
  const script = `for word in ${command}; do printf '%s\\0' "$word"; done`;
  const { stdout } = await execa('sh', ['-c', script]);
  return stdout.split('\0').slice(0, -1);
}
