import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

/** Two proposals of a built-in template, which nothing else is known of. */
const two = async (template: string) => {
  const cwd = emptyFolder();
  await run(['First', '--yes', '--template', template], { cwd });
  await run(['Second', '--yes'], { cwd });
  return cwd;
};

it.each([
  ['kep', 'implementable', 'implementable'],
  ['rfc', 'accepted', 'accepted'],
  ['adr', 'superseded', 'superseded'],
  ['nygard', 'accepted', 'Accepted'],
  ['madr', 'rejected', 'rejected'],
])('a proposal of the built-in template %s can become %s', async (template, value, written) => {
  const cwd = await two(template);
  const { json, code } = await runJson(['status', '1', value], { cwd });
  expect({ code, to: json.to }).toEqual({ code: 0, to: written });
  expect((await run(['status', '1'], { cwd })).stdout).toMatch(new RegExp(`^${written} `));
});

it('a status that the built-in template does not have is refused with the nearest', async () => {
  const cwd = await two('adr');
  const { code, stderr } = await run(['status', '1', 'acepted'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('No proposal here has the status "acepted"; did you mean accepted?');
});

it('no other status than those of the configuration is known', async () => {
  const cwd = await two('nygard');
  writeAll(cwd, { 'enhancement.config.json': '{"statuses":["Proposed","Final"]}' });
  const { code, stderr } = await run(['status', '1', 'Accepted'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('  Proposed\n  Final\n');
});

it('init copies a template from outside of the repository, file or directory', async () => {
  const outside = emptyFolder();
  writeAll(outside, {
    't.md': '# {title}\n',
    'NNNN-t/README.md': '# {title}\n',
    'NNNN-t/a.yaml': 'a: 1\n',
  });
  const copies = {
    't.md': ['enhancements/template.md'],
    'NNNN-t': ['enhancements/NNNN-template/README.md', 'enhancements/NNNN-template/a.yaml'],
  };
  for (const [name, files] of Object.entries(copies)) {
    const cwd = emptyFolder();
    const args = ['init', '--yes', '--template', path.join(outside, name)];
    expect(await run(args, { cwd })).toMatchObject({ code: 0 });
    const written = Object.entries(treeOf(cwd)).filter(([, text]) => text !== null);
    expect(written.map(([file]) => file).sort()).toEqual(['enhancement.config.json', ...files]);
    expect(await run(['list'], { cwd })).toMatchObject({ code: 0 });
  }
});

it('init writes the statuses of a built-in template, unless a proposal has another one', async () => {
  const statusesIn = async (files: Record<string, string>) => {
    const cwd = await repositoryWith({ 'README.md': '# A\n' });
    writeAll(cwd, files);
    await run(['init', '--yes', '--dir', 'docs/adr', '--template', 'adr'], { cwd });
    const text = readFileSync(path.join(cwd, 'enhancement.config.json'), 'utf8');
    return JSON.parse(text).statuses;
  };
  const all = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'];
  expect(await statusesIn({})).toEqual(all);
  const decision = (status: string) => `# 0001: A\n\n- Status: ${status}\n`;
  expect(await statusesIn({ 'docs/adr/0001-a.md': decision('accepted') })).toEqual(all);
  expect(await statusesIn({ 'docs/adr/0001-a.md': decision('parked') })).toBeUndefined();
});

it.each(['enhancement', 'kep', 'rfc', 'adr', 'nygard', 'madr', 'madr-minimal', 'openspec'])(
  'nothing of a built-in template counts as written: %s',
  async (template) => {
    const cwd = emptyFolder();
    await run(['First', '--yes', '--template', template], { cwd });
    const { json } = await runJson(['show', '1'], { cwd });
    const written = json.outline.filter(
      ({ state, level, heading }: { state: string; level: number; heading: string }) =>
        state === 'written' && level > 1 && !/^(?:Status|Implementation History)$/.test(heading),
    );
    expect(written).toEqual([]);
  },
);

it('records of a known form have its statuses in their own letters, where they have no others', async () => {
  const record = (number: number, status: string) =>
    `# ${number}. T${number}\n\n## Status\n\n${status}\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n`;
  const records = (status: string) =>
    Object.fromEntries(
      [1, 2, 3].map((number) => [`docs/adr/000${number}-t.md`, record(number, status)]),
    );
  const cwd = await repositoryWith(records('Accepted'));
  expect(await runJson(['status', '3', 'deprecated'], { cwd })).toMatchObject({
    code: 0,
    json: { to: 'Deprecated' },
  });
  expect(await run(['status', '3', 'nonsense'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('  Rejected\n'),
  });
  const superseded = await run(['status', '2', 'superseded'], { cwd });
  expect(superseded.stderr).toContain(
    'note: no successor is named; npx create-enhancement supersede',
  );
  const own = await repositoryWith(records('Ratified'));
  expect(await run(['status', '3', 'deprecated'], { cwd: own })).toMatchObject({ code: 2 });
});
