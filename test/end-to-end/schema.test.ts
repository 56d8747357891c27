import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, git, treeOf, writeAll } from '../support/folder.ts';
import { historyOf } from '../support/history.ts';
import { program, run, runJson } from '../support/program.ts';

const TEMPLATE =
  '# NNNN: Title\n\n- Status: draft <!-- draft | accepted -->\n\n## Summary\n\nWhat?\n\n## Design\n\nHow?\n\n## Drawbacks [optional]\n\nWhy not?\n';
const rfc = (title: string) =>
  `# ${title}\n\n- Status: draft\n\n## Summary\n\nS.\n\n## Design\n\nD.\n`;

const repository = () =>
  historyOf(
    { 'rfcs/0000-template.md': TEMPLATE, 'rfcs/0001-a.md': rfc('0001: A') },
    {
      'rfcs/0002-b.md': rfc('0002: B').replace('D.', 'TBD [x](gone.md)'),
      'README.md': '[A](rfcs/0001-a.md) and RFC 1\n',
      'rfcs/XXXX-d.md': rfc('XXXX: D'),
    },
    { 'rfcs/0000-template.md': `${TEMPLATE}\n## Costs\n\nHow much?\n` },
  );

/** Calls whose results have about everything in them that a result can have. */
const CALLS: Record<string, string[][]> = {
  create: [
    ['New', '--yes'],
    ['New', '--yes', '--dry-run', '--supersedes', '1'],
  ],
  section: [
    ['--section', 'drawbacks', '--in', '1'],
    ['--remove', 'drawbacks', '--in', '1'],
  ],
  upgrade: [['upgrade', '--all', '--dry-run']],
  list: [['list']],
  show: [['show', '1']],
  status: [
    ['status', '1'],
    ['status', '1', 'accepted'],
  ],
  supersede: [['supersede', '1', '--by', '2', '--dry-run']],
  check: [['check'], ['check', '--fix', '--dry-run'], ['check', '--update-baseline']],
  explain: [['explain', 'behind']],
  renumber: [['renumber', '1', '9', '--dry-run']],
  number: [['number', 'rfcs/XXXX-d.md', '--dry-run']],
  reservations: [['reservations']],
  init: [['init', '--yes', '--dry-run']],
  templates: [['templates']],
  completion: [['completion', 'bash']],
  schema: [['schema', 'list']],
};

interface Described {
  name: string;
  call: string;
  flags: { properties: Record<string, object> };
  answers?: object;
  result: { properties?: { command?: { const: string } } };
}

async function described(): Promise<{ commands: Described[]; failure: object }> {
  return (await runJson(['schema'], { cwd: emptyFolder() })).json;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });

function problemsOf(schema: object, value: unknown) {
  const { $schema: _, ...rules }: { $schema?: string } = { ...schema };
  const validate = ajv.compile(rules);
  return validate(value) ? [] : validate.errors;
}

describe('schema', () => {
  it('describes every command, with flags, answers and results', async () => {
    const { commands } = await described();
    const results = new Set(
      commands.map(({ result }) => result.properties?.command?.const ?? 'schema'),
    );
    expect([...results]).toEqual(Object.keys(CALLS));
    const create = commands.find(({ name }) => name === 'create');
    expect(create?.flags.properties['--goal']).toMatchObject({ type: 'array' });
    expect(create?.answers).toMatchObject({ properties: { title: expect.anything() } });
    expect(
      problemsOf(create?.answers ?? {}, { title: 'T', goals: ['a'], sections: { x: 'y' } }),
    ).toEqual([]);
    expect(problemsOf(create?.answers ?? {}, { titel: 'T' })).not.toEqual([]);
  });

  it.each(Object.entries(CALLS))('says what is printed: %s', async (_, calls) => {
    const { commands } = await described();
    for (const call of calls) {
      const cwd = await repository();
      if (/reserv/.test(call.join())) {
        const remote = emptyFolder();
        await git(remote, 'init', '--quiet', '--bare');
        await git(cwd, 'remote', 'add', 'origin', remote);
      }
      const { json } = await runJson(call, { cwd });
      const own = commands.filter(
        ({ result }) => (result.properties?.command?.const ?? 'schema') === json.command,
      );
      const problems = own.map(({ result }) => problemsOf(result, json));
      expect({ call, json, problems }).toMatchObject({ problems: expect.arrayContaining([[]]) });
    }
  });

  it.each<[call: string[], code: number, note: string]>([
    [['list', '--status', 'gone'], 0, 'no proposal here has the status "gone"'],
    [['New', '--yes', '--slug', 'x', '--supersedes', '1'], 0, 'rfcs/0001-a.md is now marked'],
    [['New', '--template', 'rfc', '--number', '1', '--yes'], 1, ''],
  ])('has the notes that people see: %j', async (call, code, note) => {
    const cwd = await repository();
    const { commands, failure } = await described();
    const { json, stderr, code: ended } = await runJson(call, { cwd });
    expect(ended).toBe(code);
    const told = stderr.split('\n').flatMap((line) => /^note: (.*)/.exec(line)?.slice(1) ?? []);
    expect(json.notes ?? []).toEqual(told);
    expect(told.join('\n')).toContain(note);
    const own = commands.find(({ result }) => result.properties?.command?.const === json.command);
    expect(problemsOf(code === 0 ? (own?.result ?? {}) : failure, json)).toEqual([]);
    expect(own?.result.properties).toHaveProperty('notes');
  });

  it('says what a failure is, and names the next call', async () => {
    const { failure } = await described();
    const { json, code } = await runJson(['show', '9'], { cwd: await repository() });
    expect({ code, problems: problemsOf(failure, json) }).toEqual({ code: 2, problems: [] });
    const unknown = await run(['schema', 'lst'], { cwd: emptyFolder() });
    expect(unknown).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean list?'),
    });
  });
});

describe('completion', () => {
  it.each<[words: string[], expected: string[]]>([
    [['li'], ['list']],
    [
      ['--section', 'd'],
      ['design', 'drawbacks'],
    ],
    [
      ['show', ''],
      ['rfcs/XXXX-d.md', '1', '2'],
    ],
    [
      ['status', '1', ''],
      ['draft', 'accepted'],
    ],
    [['check', '--for'], ['--format']],
    [['check', '--format', 's'], ['sarif']],
    [['explain', 'title-m'], ['title-missing']],
    [['completion', 'z'], ['zsh']],
    [['supersede', '1', '--by', '2'], ['2']],
    [['list', '--sort', 'c'], ['changed']],
    [['schema', 'li'], ['list']],
  ])('of %j', async (words, expected) => {
    const lines = (
      await run(['complete', '--', ...words], { cwd: await repository() })
    ).stdout.split('\n');
    expect(
      lines
        .filter((line) => line !== '')
        .slice(0, -1)
        .map((line) => line.split('\t')[0]),
    ).toEqual(expected);
  });

  it.each(['bash', 'zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    const { stdout, code } = await run(['completion', shell], { cwd: emptyFolder() });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/create-enhancement complete '?--/),
    });
    expect(stdout).not.toMatch(/\beval\b|Invoke-Expression/);
  });

  const bash = async (cwd: string, ...typed: string[]) => {
    const { stdout: script } = await run(['completion', 'bash'], { cwd });
    const bin = emptyFolder();
    writeAll(bin, {
      'create-enhancement': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    });
    await execa('chmod', ['+x', path.join(bin, 'create-enhancement')]);
    const words = ['create-enhancement', ...typed].map((word) => `'${word}'`).join(' ');
    const ask = `${script}\n${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length}; _create_enhancement; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { PATH: `${bin}:${process.env.PATH}` };
    const { stdout, stderr } = await execa('bash', ['--norc', '-c', ask], { cwd, env });
    expect(stderr).toBe('');
    return stdout.split('\n');
  };

  it.runIf(process.platform === 'linux')('works in bash by itself, sourced twice', async () => {
    const cwd = await repository();
    expect(await bash(cwd, 'sta')).toEqual(['status']);
    expect(await bash(cwd, 'show', '')).toEqual(['rfcs/XXXX-d.md', '1', '2']);
    expect(await bash(cwd, 'list', '--status', '=', 'dra')).toEqual(['draft']);
  });

  it.runIf(process.platform === 'linux')(
    'runs nothing that is typed, or that a proposal says',
    async () => {
      const cwd = await repository();
      const trap = (name: string) => `$(touch\${IFS}${path.join(cwd, name)})`;
      writeAll(cwd, { 'rfcs/0003-e.md': rfc('0003: E').replace('draft', trap('said')) });
      expect((await bash(cwd, 'status', '1', '')).join()).toContain('touch');
      await bash(cwd, 'show', trap('typed'));
      expect(Object.keys(treeOf(cwd)).filter((name) => /said|typed/.test(name))).toEqual([]);
    },
  );

  it('says nothing where there is nothing to be named', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, { 'enhancement.config.json': '{' });
    expect(await run(['complete', '--', 'show', ''], { cwd })).toMatchObject({
      code: 0,
      stdout: ':4\n',
    });
  });
});
