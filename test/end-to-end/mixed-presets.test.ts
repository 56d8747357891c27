import { expect, it } from 'vitest';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

it('proposals of several built-in templates are each held against their own', async () => {
  const cwd = emptyFolder();
  for (const template of ['enhancement', 'adr', 'rfc', 'nygard'])
    await run([`With ${template}`, '--yes', '--template', template, '--dir', 'docs'], { cwd });
  const { json } = await runJson(['list', '--dir', 'docs'], { cwd });
  const present = json.proposals.map(
    ({ title, sections }: { title: string; sections: { present: number } }) =>
      `${title} ${sections.present}`,
  );
  expect(present).toEqual(['With enhancement 14', 'With adr 4', 'With rfc 11', 'With nygard 4']);
  const { stdout } = await run(['check', '2', '--dir', 'docs'], { cwd });
  expect(stdout).toContain('Context and Problem Statement contains only the template');
  const [file = ''] = Object.keys(treeOf(cwd)).filter((name) => name.includes('0002-with-adr/'));
  writeAll(cwd, { [file]: `${treeOf(cwd)[file]}`.replace(/\n## Context[\s\S]*?(?=\n## )/, '') });
  const shown = await run(['show', '2', '--dir', 'docs'], { cwd });
  expect(shown.stdout).toContain('Missing: context-and-problem-statement\n');
});
