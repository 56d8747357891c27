import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const DOCUMENT = 'enhancements/0001-first/README.md';

/** A folder with one proposal, whose drawbacks and alternatives were left out. */
async function proposal(): Promise<string> {
  const cwd = emptyFolder();
  await run(['First', '--yes', '--without', 'drawbacks,alternatives'], { cwd });
  return cwd;
}

const read = (cwd: string, file = DOCUMENT) => readFileSync(path.join(cwd, file), 'utf8');
const write = (cwd: string, text: string | Buffer, file = DOCUMENT) =>
  writeFileSync(path.join(cwd, file), text);

describe('--section', () => {
  it('adds sections by id, title or beginning, and says where', async () => {
    const cwd = await proposal();
    const before = read(cwd);
    const { code, stdout, stderr } = await run(
      ['--section', 'drawb', 'Infrastructure Needed', '--in', '1'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `Added Drawbacks ${DOCUMENT}:81\nAdded Infrastructure Needed ${DOCUMENT}:85\n`,
    );
    const lines = read(cwd).split('\n');
    expect([lines[80], lines[84]]).toEqual(['## Drawbacks', '## Infrastructure Needed']);
    expect(read(cwd).startsWith(before)).toBe(true);
    expect(Object.keys(treeOf(cwd))).toEqual(['enhancements', 'enhancements/0001-first', DOCUMENT]);
  });

  it('gives lines that hold after all sections were added', async () => {
    const cwd = await proposal();
    const { json } = await runJson(
      ['--section', 'infrastructure-needed', 'drawbacks', 'summary', '--in', '1'],
      { cwd },
    );
    const lines = read(cwd).split('\n');
    const shown = json.results.map(({ heading, line }: { heading: string; line: number }) => [
      lines[line - 1],
      heading,
    ]);
    expect(shown).toEqual([
      ['## Infrastructure Needed', 'Infrastructure Needed'],
      ['## Drawbacks', 'Drawbacks'],
      ['## Summary', 'Summary'],
    ]);
  });

  it('reports as JSON', async () => {
    const cwd = await proposal();
    const { code, json } = await runJson(
      ['--section', 'drawbacks', 'goals', '--in', 'first', '--dry-run'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(json).toEqual({
      command: 'section',
      dryRun: true,
      path: DOCUMENT,
      results: [
        {
          section: 'drawbacks',
          status: 'added',
          heading: 'Drawbacks',
          line: 81,
          level: 2,
          certain: true,
          doubts: [],
        },
        { section: 'goals', status: 'present', heading: 'Goals', line: 15 },
      ],
    });
  });

  it('shows a diff in a dry run, and writes nothing', async () => {
    const cwd = await proposal();
    const before = treeOf(cwd);
    const { stdout } = await run(['--section', 'drawbacks', '--in', '1', '--dry-run'], { cwd });
    expect(stdout).toContain(`--- a/${DOCUMENT}\n+++ b/${DOCUMENT}\n@@ -77,3 +77,7 @@\n`);
    expect(stdout).toContain(
      '\n+\n+## Drawbacks\n+\n+Why should this enhancement __not__ be implemented?\n',
    );
    expect(treeOf(cwd)).toEqual(before);
  });

  it('takes the text by flag or file, and all required sections by "all"', async () => {
    const cwd = await proposal();
    write(
      cwd,
      read(cwd)
        .replace(/### (?:Test Plan|Risks)[\s\S]*?(?=\n#)/g, '')
        .replace(/\n{3,}/g, '\n\n'),
    );
    write(cwd, 'sections: { test-plan: "By file" }\n', 'answers.yaml');
    const args = [
      '--section',
      'all',
      'drawbacks',
      '--in',
      '1',
      '--from',
      'answers.yaml',
      '--text',
      'drawbacks=By flag',
      '--accept-doubts',
    ];
    const { code } = await run(args, { cwd });
    expect(code).toBe(0);
    expect(read(cwd)).toContain('### Test Plan\n\nBy file\n');
    expect(read(cwd)).toContain('### Risks and Mitigations\n\nWhat are');
    expect(read(cwd)).toContain('## Drawbacks\n\nBy flag\n');
  });

  it('leaves the file alone, its time too, when the section is there', async () => {
    const cwd = await proposal();
    utimesSync(path.join(cwd, DOCUMENT), new Date(1e12), new Date(1e12));
    write(cwd, `${read(cwd)}\n## Draw Backs / Alternatives\n`);
    utimesSync(path.join(cwd, DOCUMENT), new Date(1e12), new Date(1e12));
    const { code, stdout } = await run(['--section', 'alternatives', '--in', '1'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Already there: Draw Backs / Alternatives ${DOCUMENT}:81\n`,
    });
    expect(statSync(path.join(cwd, DOCUMENT)).mtimeMs).toBe(1e12);
  });

  it('refuses a doubtful place, and takes what decides', async () => {
    const cwd = await proposal();
    const moved = read(cwd).replace(/## Motivation[\s\S]*?(?=### Goals)/, '');
    write(
      cwd,
      moved.replace(/### Goals[\s\S]*?(?=### )/, '').replace(/### Non-Goals[\s\S]*?(?=## )/, ''),
    );
    const before = read(cwd);
    const { code, stdout, stderr } = await run(['--section', 'goals', '--in', '1'], { cwd });
    expect({ code, stdout: stdout.trim() }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /error: Goals was not added[\s\S]*its parent section is missing[\s\S]*--accept-doubts[\s\S]*--before <heading>/,
    );
    expect(stderr).toContain('Nothing was written.');
    expect(read(cwd)).toBe(before);
    const json = await runJson(['--section', 'goals', '--in', '1'], { cwd });
    expect(json.json.results[0]).toMatchObject({
      status: 'unplaced',
      certain: false,
      doubts: ['parent-missing'],
      hint: expect.stringMatching(/^Pass --accept-doubts .*--before <heading>/),
    });

    await run(['--section', 'goals', '--in', '1', '--before', 'User Stories'], { cwd });
    expect(read(cwd)).toMatch(/### Goals\n\nList[^#]*### User Stories/);
    write(cwd, before);
    await run(['--section', 'goals', '--in', '1', '--after', 'User stories'], { cwd });
    expect(read(cwd)).toMatch(
      /### User Stories[\s\S]*#### Story 2\n\n### Goals\n\nList[^#]*### Risks/,
    );
    write(cwd, before);
    expect((await run(['--section', 'goals', '--in', '1', '--accept-doubts'], { cwd })).code).toBe(
      0,
    );
  });

  it('writes all or nothing', async () => {
    const cwd = await proposal();
    write(cwd, `${read(cwd)}\n\`\`\`\nnever closed\n`);
    const before = treeOf(cwd);
    const { code, stderr } = await run(['--section', 'notes', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('line 81 opens a block that is never closed');
    expect(treeOf(cwd)).toEqual(before);
  });

  it('names a generated table of contents that is now stale', async () => {
    const cwd = await proposal();
    write(
      cwd,
      read(cwd).replace(
        '## Summary',
        '<!-- toc -->\n- [Summary](#summary)\n<!-- /toc -->\n\n## Summary',
      ),
    );
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toBe(
      `note: the generated table of contents at ${DOCUMENT}:3 is out of date: run its generator again\n`,
    );
  });

  it.each([
    ['1. ', ''],
    ['IV. ', ''],
    ['1. ', '\n## References\n\nNone.\n'],
  ])('says that a heading has no number where the others have one: %j %j', async (number, last) => {
    const cwd = await proposal();
    const numbered = read(cwd).replaceAll(/^## (?=\w)/gm, `## ${number}`);
    write(cwd, numbered + last);
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `note: the other headings are numbered; give "Drawbacks" its number in ${DOCUMENT}\n`,
    });
  });

  it('adds nothing beside a section that somebody has put away in a comment', async () => {
    const cwd = await proposal();
    write(
      cwd,
      read(cwd).replace(
        '## Design Details',
        '<!--\n## Drawbacks\n\nLater.\n-->\n\n## Design Details',
      ),
    );
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/"Drawbacks" \(line \d+\) may be this section under another name/);
  });

  it('passes over no heading in HTML behind the one that it is to follow', async () => {
    const cwd = await proposal();
    write(cwd, '# T\n\n## Summary\n\ns\n\n<h2>Alternatives</h2>\n\na\n');
    const { code, stderr } = await run(
      ['--section', 'drawbacks', '--in', '1', '--after', 'Summary'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('"Alternatives" (line 7) is a heading in HTML');
  });

  it('uses a template of the author', async () => {
    const cwd = await proposal();
    write(cwd, '# {{title}}\n\n## Summary\n\n## Rollout [optional]\n\nHow?\n', 'template.md');
    const { stdout } = await run(
      ['--section', 'rollout', '--in', '1', '--template', 'template.md', '--accept-doubts'],
      { cwd },
    );
    expect(stdout).toContain('Added Rollout');
  });
});

describe('which proposal', () => {
  it.each([
    ['its number', '1'],
    ['its number with a hash', '#1'],
    ['its slug', 'first'],
    ['its name', '0001-first'],
    ['its directory', 'enhancements/0001-first'],
    ['its document', DOCUMENT],
  ])('is found by %s', async (_, word) => {
    const cwd = await proposal();
    expect((await run(['--section', 'drawbacks', '--in', word], { cwd })).stdout).toContain(
      'Added Drawbacks',
    );
  });

  it('is the one of the current directory', async () => {
    const cwd = path.join(await proposal(), 'enhancements/0001-first');
    expect((await run(['--section', 'drawbacks'], { cwd })).stdout).toBe(
      'Added Drawbacks README.md:81\n',
    );
  });

  it.each<[string[], string[]]>([
    [
      ['--section', 'drawbacks'],
      ['Choose a proposal with --in', DOCUMENT],
    ],
    [
      ['--section', 'drawbacks', '--in', '9'],
      ['There is no proposal "9"', DOCUMENT],
    ],
    [
      ['--section', '--in', '1'],
      ['Specify which sections', 'notes-constraints-caveats, drawbacks, alternatives'],
    ],
    [
      ['--section', 'no', '--in', '1'],
      ['"no" matches several sections: non-goals, notes-constraints-caveats'],
    ],
    [
      ['--section', 'drawbakcs', '--in', '1'],
      ['did you mean drawbacks?', 'summary, motivation'],
    ],
    [
      ['--section', 'drawbacks', '--in', '1', '--before', 'a', '--after', 'b'],
      ['--before and --after'],
    ],
    [['--section', 'drawbacks', '--title', 'x'], ['--title cannot be used with --section']],
    [
      ['--remove', '--in', '1'],
      ['Specify which sections to remove', 'drawbacks'],
    ],
    [['--remove', 'summary', '--in', '1'], ['"Summary" is required and cannot be removed']],
    [
      ['--section', 'drawbacks', '--in', '1', '--before', 'None'],
      ['There is no heading "None"', '3: Summary'],
    ],
    [['--in', '1', 'x'], ['--in is only for --section']],
    [['--section', 'a', '--remove', 'b'], ['--remove cannot be used with --section']],
  ])('%j exits 2 and says what to do', async (args, expected) => {
    const cwd = await proposal();
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await run(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('the file', () => {
  it('keeps its mode, and a link stays a link', async () => {
    const cwd = await proposal();
    const real = path.join(cwd, 'real.md');
    write(cwd, read(cwd), 'real.md');
    chmodSync(real, 0o640);
    symlinkSync('real.md', path.join(cwd, 'link.md'));
    expect((await run(['--section', 'drawbacks', '--in', 'link.md'], { cwd })).code).toBe(0);
    expect(lstatSync(path.join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o640);
    expect(read(cwd, 'real.md')).toContain('## Drawbacks');
  });

  it.each<[string, (file: string) => void, number, string]>([
    ['read-only', (file) => chmodSync(file, 0o444), 1, 'it is read-only'],
    ['binary', (file) => writeFileSync(file, Buffer.from([35, 32, 0, 1, 2])), 1, 'not UTF-8 text'],
    [
      'no UTF-8',
      (file) => writeFileSync(file, Buffer.from('# Caf\xe9\n', 'latin1')),
      1,
      'not UTF-8 text',
    ],
    [
      'of 50 MB',
      (file) => writeFileSync(file, Buffer.alloc(50_000_000, '# x\n')),
      1,
      'it has 50000000 bytes',
    ],
    ['missing', () => undefined, 2, 'no proposal'],
  ])('that is %s is refused and untouched', async (name, arrange, code, reason) => {
    const cwd = emptyFolder();
    const file = path.join(cwd, 'file.md');
    if (name !== 'missing')
      writeFileSync(file, '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n');
    arrange(file);
    const before = name === 'missing' ? undefined : readFileSync(file);
    const outcome = await run(['--section', 'drawbacks', '--in', 'file.md'], { cwd });
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(reason);
    if (before) expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('with hard links is refused: replacing it would cut them', async () => {
    const cwd = await proposal();
    linkSync(path.join(cwd, DOCUMENT), path.join(cwd, 'hard.md'));
    const before = treeOf(cwd);
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('hard links') });
    expect(treeOf(cwd)).toEqual(before);
  });

  it('is not kept from others in its directory, and whatever lies there is none of ours', async () => {
    const cwd = emptyFolder();
    const text = '# T\n\n## Summary\n\ns\n\n## Motivation\n\nm\n\n## Proposal\n\np\n';
    const files = ['a.md', 'b.md', 'c.md', 'd.md'];
    for (const file of files) write(cwd, text, file);
    mkdirSync(path.join(cwd, '.create-enhancement'));
    const foreign = '.create-enhancement/edit-1-2-3';
    write(cwd, 'left', foreign);
    const runs = files.map((file) => run(['--section', 'drawbacks', '--in', file], { cwd }));
    expect((await Promise.all(runs)).map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      files.map(() => ({ code: 0, stderr: '' })),
    );
    expect(Object.keys(treeOf(cwd))).toEqual(['.create-enhancement', foreign, ...files]);
  });

  it('loses nothing to two runs at once: both sections are there, or one refuses', async () => {
    const cwd = await proposal();
    for (let round = 0; round < 5; round++) {
      const before = read(cwd);
      const wanted = ['drawbacks', 'alternatives', 'infrastructure-needed', 'notes'];
      const runs = await Promise.all(
        wanted.map((section) => run(['--section', section, '--in', '1'], { cwd })),
      );
      const text = read(cwd);
      runs.forEach(({ code, stdout, stderr }, index) => {
        const heading = /^Added (.*) enh/.exec(stdout)?.[1];
        if (code === 0) expect(text).toContain(`# ${heading}\n`);
        else
          expect({ wanted: wanted[index], stderr }).toMatchObject({
            stderr: expect.stringMatching(/changed in the meantime|Another run/),
          });
      });
      expect(runs.some(({ code }) => code === 0)).toBe(true);
      write(cwd, before);
    }
    expect(Object.keys(treeOf(cwd))).toEqual(['enhancements', 'enhancements/0001-first', DOCUMENT]);
  });

  it('is found in a directory that holds others', async () => {
    const cwd = await proposal();
    mkdirSync(path.join(cwd, 'enhancements/0001-twin'));
    write(cwd, read(cwd), 'enhancements/0001-twin/README.md');
    const { code, stderr } = await run(['--section', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /Several proposals match "1":\n {2}enhancements\/0001-first\/README.md\n {2}enhancements\/0001-twin/,
    );
  });
});

describe('no text is dropped', () => {
  it.each<[string[], number, string]>([
    [
      ['--section', 'drawbacks', '--text', 'alternatives=words'],
      2,
      'text for alternatives, which is not one of',
    ],
    [
      ['--section', 'summary', '--text', 'summary=words'],
      1,
      'it already exists, and the new text would be lost',
    ],
    [
      ['--remove', 'drawbacks', '--text', 'drawbacks=words'],
      2,
      '--text cannot be used with --remove',
    ],
    [
      ['--section', 'drawbacks', '--text', 'drawbacks=```\nopen'],
      1,
      'its text would change the outline: line 1',
    ],
    [
      ['--section', 'drawbacks', '--text', 'drawbacks=a\n\n## B'],
      1,
      'its text would change the outline: line 3',
    ],
  ])('%j', async (args, code, expected) => {
    const cwd = await proposal();
    const before = treeOf(cwd);
    const outcome = await run([...args, '--in', '1'], { cwd });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' });
    expect(outcome.stderr).toContain(expected);
    if (expected.includes('outline'))
      expect(outcome.stderr).toContain('hint: Pass --nest-headings');
    expect(treeOf(cwd)).toEqual(before);
  });

  it('keeps headings of a text inside with --nest-headings', async () => {
    const cwd = await proposal();
    await run(
      ['--section', 'drawbacks', '--in', '1', '--text', 'drawbacks=a\n\n# B', '--nest-headings'],
      { cwd },
    );
    expect(read(cwd)).toContain('## Drawbacks\n\na\n\n### B\n');
  });

  it('names an answer of a file that is not used', async () => {
    const cwd = await proposal();
    write(cwd, 'summary: words\n', 'a.yaml');
    const { code, stderr } = await run(
      ['--section', 'drawbacks', '--in', '1', '--from', 'a.yaml'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('"summary" is not used'),
    });
  });

  it('says of each section what became of it when another was refused', async () => {
    const cwd = await proposal();
    write(cwd, `${read(cwd)}\n<details>\n`);
    const { code, json } = await runJson(['--section', 'notes', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(1);
    expect(json.results).toEqual([
      { section: 'notes-constraints-caveats', status: 'skipped' },
      expect.objectContaining({ section: 'drawbacks', status: 'unplaced' }),
    ]);
  });
});

describe('--remove', () => {
  it('is the inverse of adding, to the byte', async () => {
    const cwd = await proposal();
    const before = read(cwd);
    const sections = [
      'notes-constraints-caveats',
      'drawbacks',
      'alternatives',
      'infrastructure-needed',
    ];
    await run(['--section', ...sections, '--in', '1'], { cwd });
    expect(read(cwd)).not.toBe(before);
    const { code } = await run(['--remove', ...sections, '--in', '1'], { cwd });
    expect(code).toBe(0);
    expect(read(cwd)).toBe(before);
  });

  it('refuses where people have written, and shows what would be lost', async () => {
    const cwd = await proposal();
    await run(['--section', 'drawbacks', '--text', 'drawbacks=Our own words', '--in', '1'], {
      cwd,
    });
    const before = read(cwd);
    const { code, stderr } = await run(['--remove', 'drawbacks', '--in', '1'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('this text would be lost:\n## Drawbacks\n\nOur own words');
    expect(read(cwd)).toBe(before);
  });
});
