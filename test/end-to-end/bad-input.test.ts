import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { emptyFolder, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { run, runJson } from '../support/program.ts';

const DOCUMENT = 'enhancements/0001-slug/README.md';

describe('a wrong call exits 2, names what is wrong and writes nothing', () => {
  it.each<[args: string[], expected: string[]]>([
    [
      ['--titel', 'x'],
      ['Unknown option --titel', '--title', '--help'],
    ],
    [['--title'], ['--title needs a value: <text>']],
    ...['../x.md', '../../.git/hooks/pre-commit', '/tmp/x.md', '..'].map(
      (document): [string[], string[]] => [
        ['x', '--yes', '--document', document],
        [`--document ${document}: expected the name of a file`],
      ],
    ),
    [
      ['two', 'words'],
      ['Unexpected arguments', 'quotes'],
    ],
    [['one', '--title', 'two'], ['given twice']],
    [
      ['x', '--yes', '--number', 'seven'],
      ['--number: expected a number, #number or the URL of an issue or pull request'],
    ],
    [['x', '--yes', '--number', '0'], ['--number: expected a number from 1']],
    [['x', '--yes', '--number', '99999999999999999999'], ['--number: expected a whole number']],
    [
      ['x', '--yes', '--slug', 'Not A Slug'],
      ['"Not A Slug" is not a slug', 'not-a-slug'],
    ],
    [
      ['x', '--yes', '--with', 'drawbakcs'],
      ['no section "drawbakcs"', 'did you mean drawbacks?', 'alternatives'],
    ],
    [['x', '--yes', '--without', 'Summary'], ['"Summary" is required and cannot be left out']],
    [
      ['x', '--yes', '--with', 'drawbacks', '--without', 'Drawbacks'],
      ['"Drawbacks" is both included and left out'],
    ],
    [['x', '--yes', '--text', 'drawbacks'], ['--text takes section=text']],
    [['x', '--yes', '--text', 'goals=a', '--goal', 'b'], ['The section goals has two texts']],
    [
      ['x', '--yes', '--story', 's', '--without', 'user-stories'],
      ['"User Stories" is left out, but there is an answer for it'],
    ],
    [
      ['x', '--yes', '--summary', 'a\u0007b'],
      ['--summary', 'U+0007'],
    ],
    [
      ['x', '--yes', '--template', 'none.md'],
      ['none.md', 'There is no template none.md'],
    ],
    [
      ['', '--yes'],
      ['--title', 'only white space'],
    ],
    [
      [' \t ', '--yes'],
      ['--title', 'only white space'],
    ],
    [
      ['one\ntwo', '--yes'],
      ['--title', 'expected one line'],
    ],
    [['外部公開', '--yes'], ['--slug <slug>']],
    [['🚀', '--yes'], ['--slug <slug>']],
  ])('%j', async (args, expected) => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect(treeOf(cwd)).toEqual({});
  });

  it('gives a failure as JSON, too', async () => {
    const { code, json } = await runJson(['--titel', 'x'], { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(json).toEqual({
      command: 'create',
      error: {
        code: 'usage',
        message: expect.stringContaining('--titel'),
        hint: expect.any(String),
        next: 'npx create-enhancement --title x --json',
      },
    });
  });

  it.each<[args: string[], next: string[]]>([
    [
      ['--titel=Use Git', '--yes'],
      ['--title=Use Git', '--yes'],
    ],
    [
      ['Use Git', '--yes', '--with', 'drawbakcs'],
      ['Use Git', '--yes', '--with', 'drawbacks'],
    ],
    [
      ['Use Git', '--slug', 'Use_Git', '--yes'],
      ['Use Git', '--yes', '--slug', 'use-git'],
    ],
    [
      ['schema', 'chek'],
      ['schema', 'check'],
    ],
    [
      ['explain', 'guidance-lef'],
      ['explain', 'guidance-left'],
    ],
  ])('says the call that goes on, which works: %j', async (args, next) => {
    const cwd = emptyFolder();
    const { stderr } = await run(args, { cwd });
    const words = next.map((each) => (each.includes(' ') ? `'${each}'` : each)).join(' ');
    expect(stderr).toContain(`next: npx create-enhancement ${words}\n`);
    expect((await run(next, { cwd })).code).toBe(0);
  });

  it('says no call where the word that is wrong may be the title as well', async () => {
    const { stderr } = await run(['drawbakcs', '--yes', '--with', 'drawbakcs'], {
      cwd: emptyFolder(),
    });
    expect(stderr).toContain('did you mean drawbacks?');
    expect(stderr).not.toContain('next:');
  });

  it('says a call with line breaks as it can be pasted', async () => {
    const cwd = emptyFolder();
    await run(['T', '--yes'], { cwd });
    const story = 'S\n\nText';
    const { stderr } = await run(['T', '--yes', '--story', story], { cwd });
    expect(stderr).toContain(
      `next: npx create-enhancement T --yes --story '${story}' --slug t-2\n`,
    );
  });

  it('says how the first is written where there is none', async () => {
    const cwd = emptyFolder();
    const { stderr } = await run(['--section', 'drawbacks'], { cwd });
    expect(stderr).toContain('hint: Run npx create-enhancement to write the first one\n');
  });

  it('says the call about the only proposal, and none where several can be meant', async () => {
    const cwd = emptyFolder();
    await run(['Use Git', '--yes', '--without', 'drawbacks'], { cwd });
    const first = await run(['--section', 'drawbacks'], { cwd });
    expect(first.stderr).toContain(
      'next: npx create-enhancement --section drawbacks --in enhancements/0001-use-git/README.md\n',
    );
    const same = await run(['Use Git', '--yes'], { cwd });
    expect(same.stderr).toContain(
      "next: npx create-enhancement 'Use Git' --yes --slug use-git-2\n",
    );
    const behind = await run(['--yes', '--', 'Use Git'], { cwd });
    expect(behind.stderr).toContain(
      "next: npx create-enhancement --yes --slug use-git-2 -- 'Use Git'\n",
    );
    await run(['Use Git', '--yes', '--slug', 'use-git-2'], { cwd });
    expect((await run(['--section', 'drawbacks'], { cwd })).stderr).not.toContain('next:');
    const third = await run(['Use Git', '--yes', '--slug', 'use-git-2'], { cwd });
    expect(third.stderr).toContain(
      "next: npx create-enhancement 'Use Git' --yes --slug use-git-2-2\n",
    );
  });
});

describe('without somebody to ask, every missing answer is named with its flag', () => {
  it.each<[string, { env?: Record<string, string>; stdin?: 'ignore' }]>([
    ['no terminal', {}],
    ['closed standard input', { stdin: 'ignore' }],
    ['CI', { env: { CI: '1' } }],
    ['a dumb terminal', { env: { TERM: 'dumb' } }],
  ])('%s', async (_, options) => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run([], { cwd, ...options });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const flags = stderr.match(/^ {2}--[a-z-]+/gm)?.map((flag) => flag.trim());
    expect(flags).toEqual(['--title', '--summary', '--goal', '--non-goal', '--story', '--with']);
    expect(treeOf(cwd)).toEqual({});
  });

  it('asks for nothing but a title with --yes, and for nothing at all when all is answered', async () => {
    const cwd = emptyFolder();
    const { code, stderr } = await run(['--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr.match(/--[a-z-]+ </g)).toEqual(['--title <']);
    const answers = [
      'T',
      '--summary',
      '',
      '--goal',
      '',
      '--non-goal',
      '',
      '--story',
      '',
      '--with',
      'drawbacks',
    ];
    expect((await run(answers, { cwd })).code).toBe(0);
  });
});

describe('words are data', () => {
  it.each([
    'x'.repeat(300),
    '../../etc',
    'CON',
    '{{title}} {{{summary}}} {{#if x}}',
    "$& $1 $` $' $$",
    '`code` | <b>& &amp; "quotes" \\',
    'Emoji 👩‍👩‍👧‍👦 and 🇪🇺',
    'שלום עולם \u200F rtl',
  ])('%s', async (words) => {
    const cwd = emptyFolder();
    const args = [
      words,
      '--slug',
      'slug',
      '--yes',
      '--summary',
      words,
      '--goal',
      words,
      '--story',
      `${words}\n\n${words}`,
    ];
    const { code, stderr } = await run(args, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = treeOf(cwd)[DOCUMENT] ?? '';
    expect(text.startsWith(`# ${words}\n\n## Summary\n\n${words}\n\n## Motivation\n`)).toBe(true);
    expect(text).toContain(`### Goals\n\n- ${words}\n\n### Non-Goals\n`);
    expect(text).toContain(`### User Stories\n\n#### ${words}\n\n${words}\n\n### Risks`);
  });

  it.each([
    ['../../etc', 'etc'],
    ['CON', 'con-proposal'],
    ['Crème brûlée: a/b_c', 'creme-brulee-a-b-c'],
    [`${'word '.repeat(20)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('the path of %s stays inside the directory', async (title, slug) => {
    const cwd = emptyFolder();
    await run([title, '--yes'], { cwd });
    expect(Object.keys(treeOf(cwd))).toEqual([
      'enhancements',
      `enhancements/0001-${slug}`,
      `enhancements/0001-${slug}/README.md`,
    ]);
  });
});

describe('an answer that would change the outline is written as it is, and told', () => {
  const hostile = '# One\n\ntext\n---\n\n<!-- open\n\n```\nnot closed';

  it('says where, and how to keep it inside', async () => {
    const cwd = emptyFolder();
    const { code, stderr } = await run(['T', '--slug', 'slug', '--yes', '--summary', hostile], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^note: summary, line 1: "# One" is a heading .* --nest-headings/),
      expect.stringMatching(/^note: summary, line 3: "text" is a heading .* --nest-headings/),
      expect.stringMatching(/^note: summary, line 6: "<!-- open" opens a block .* --nest-headings/),
    ]);
    expect(treeOf(cwd)[DOCUMENT]).toContain(`## Summary\n\n${hostile}\n\n## Motivation\n`);
  });

  it('keeps every section with --nest-headings', async () => {
    const cwd = emptyFolder();
    const args = ['T', '--slug', 'slug', '--yes', '--summary', hostile, '--nest-headings'];
    const { stderr } = await run(args, { cwd });
    expect(stderr).toBe('');
    expect(treeOf(cwd)[DOCUMENT]).toContain(
      '## Summary\n\n### One\n\n#### text\n\n<!-- open\n\n```\nnot closed\n-->\n\n## Motivation\n',
    );
  });

  it('says nothing of deeper headings, closed fences and rules', async () => {
    const cwd = emptyFolder();
    const summary = '### Deeper\n\n```\n# code\n```\n\n---\n\n<!-- note -->';
    const { stderr } = await run(['T', '--slug', 'slug', '--yes', '--summary', summary], { cwd });
    expect(stderr).toBe('');
  });
});

describe('an unusable answers file exits 2 with the file, the place and what was expected', () => {
  it.each<[name: string, content: string | Buffer | undefined, expected: string[]]>([
    ['missing.yaml', undefined, ['missing.yaml', 'there is no such file']],
    ['malformed.yaml', 'title: "open\ngoals: [', ['malformed.yaml:']],
    ['malformed.json', '{ "title": ', ['malformed.json:1:']],
    ['twice.yaml', 'title: a\ntitle: b\n', ['twice.yaml:2:1', 'unique']],
    ['key.yaml', 'title: a\n? [b, c]\n: d\n', ['key.yaml:2:3: ', 'keys must be strings']],
    ['list.yaml', '- title\n', ['list.yaml: expected keys and values, found a list']],
    ['empty.yaml', '', ['empty.yaml: expected keys and values, found nothing']],
    [
      'wrong.yaml',
      'titel: T\ngoals: one\nnon-goals:\n  - ok\n  - 2\nstories:\n  - { titel: x }\nnumber: [1]\n',
      [
        'wrong.yaml:1:8: titel: unknown key "titel"; did you mean title?',
        'wrong.yaml:2:8: goals: expected a list, found "one"',
        'wrong.yaml:5:5: non-goals[1]: expected text, found number 2',
        'wrong.yaml:7:5: stories[0]: expected text, or a title and text',
        'wrong.yaml:8:9: number: expected a number, #number or a URL, found a list',
        'Known keys: title, slug',
      ],
    ],
    ['bytes.yaml', Buffer.from([0x74, 0x3a, 0x20, 0xff, 0xfe]), ['bytes.yaml', 'UTF-8']],
    ['large.yaml', `title: ${'x'.repeat(50_000_000)}`, ['large.yaml', 'more than 5 MB']],
    ['control.json', '{"title": "a\\u0000b"}', ['control.json', 'U+0000']],
    ['surrogate.json', '{"title": "a\\ud800b"}', ['surrogate.json', 'U+D800']],
  ])('%s', async (name, content, expected) => {
    const cwd = emptyFolder();
    if (content !== undefined) writeFileSync(path.join(cwd, name), content);
    const before = Object.keys(treeOf(cwd));
    const { code, stdout, stderr } = await run(['--from', name, '--yes'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect(Object.keys(treeOf(cwd))).toEqual(before);
  });
});

describe.runIf(process.platform !== 'win32')('a FIFO, which would never end', () => {
  it.each([
    ['enhancement.config.json', ['T', '--yes']],
    ['t.md', ['T', '--yes', '--template', 't.md']],
    ['e.md', ['--section', 'drawbacks', '--in', 'e.md']],
  ])('is no %s', async (name, args) => {
    const cwd = emptyFolder();
    await execa('mkfifo', [path.join(cwd, name)]);
    const { code, stderr } = await run(args, { cwd, timeout: 20_000 });
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(`${name}`);
    expect(stderr).toContain('it is not a regular file');
  });
});

describe('a limit is said with its number', () => {
  it.each<[string, object, string]>([
    ['a title', { title: 'x'.repeat(301) }, 'title: expected at most 300 characters, found 301'],
    [
      'an answer',
      { title: 'T', summary: 'x'.repeat(1_000_001) },
      'summary: expected at most 1000000 characters, found 1000001',
    ],
  ])('for %s', async (_, answers, said) => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 'a.json'), JSON.stringify(answers));
    const { code, stderr } = await run(['--from', 'a.json', '--yes'], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  });

  it('for the width of a number', async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, 't.md'), '# {{pad number 400000000}} {{title}}\n');
    const { code, stderr } = await run(['T', '--yes', '--template', 't.md'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a width of at most 100, found 400000000'),
    });
  });
});

describe('a place that cannot be written exits 1 and leaves the tree as it was', () => {
  it.each<[string, (cwd: string) => string[], string[]]>([
    [
      'the directory is a file',
      (cwd) => {
        writeFileSync(path.join(cwd, 'enhancements'), 'mine');
        return ['T', '--yes'];
      },
      ['enhancements: a file is in the way', '--dir'],
    ],
    [
      'a directory above it is a file',
      (cwd) => {
        writeFileSync(path.join(cwd, 'file'), 'mine');
        return ['T', '--yes', '--dir', 'file/below'];
      },
      ['file/below: a file is in the way'],
    ],
    [
      'the number is taken',
      (cwd) => {
        mkdirSync(path.join(cwd, 'enhancements/0007-other'), { recursive: true });
        return ['T', '--yes', '--number', '7'];
      },
      ['Number 7 is taken: enhancements/0007-other', 'Leave out the number to get 8'],
    ],
    [
      'the slug is taken',
      (cwd) => {
        mkdirSync(path.join(cwd, 'enhancements/0007-t'), { recursive: true });
        return ['T', '--yes'];
      },
      ['The slug "t" is taken: enhancements/0007-t', '--slug'],
    ],
    [
      'the path is too long',
      () => ['T', '--yes', '--dir', 'x'.repeat(300)],
      ['the path is too long', '--dir'],
    ],
  ])('%s', async (_, arrange, expected) => {
    const cwd = emptyFolder();
    const args = arrange(cwd);
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await run(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const text of expected) expect(stderr).toContain(text);
    expect(treeOf(cwd)).toEqual(before);
  });

  it.runIf(process.platform !== 'win32')('a file may not grow (ulimit)', async () => {
    const cwd = emptyFolder();
    const { execa } = await import('execa');
    const { program } = await import('../support/program.ts');
    const script = 'ulimit -f 0; exec "$@"';
    const result = await execa(
      'sh',
      ['-c', script, 'sh', process.execPath, program, 'T', '--yes'],
      {
        cwd,
        reject: false,
      },
    );
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain('Nothing was written: enhancements');
    expect(treeOf(cwd)).toEqual({});
  });

  const isRoot = process.getuid?.() === 0;

  it.runIf(isRoot && process.platform === 'linux')('the disk is full', async () => {
    const cwd = emptyFolder();
    const { execa } = await import('execa');
    await execa('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', cwd]);
    try {
      writeFileSync(path.join(cwd, 'filler'), 'x'.repeat(4096));
      const { code, stderr } = await run(['T', '--yes'], { cwd });
      expect(code).toBe(1);
      expect(stderr).toContain('the disk is full');
      expect(Object.keys(treeOf(cwd))).toEqual(['filler']);
      expect(readFileSync(path.join(cwd, 'filler'), 'utf8')).toBe('x'.repeat(4096));
    } finally {
      await execa('umount', [cwd]);
    }
  });

  it.runIf(process.platform !== 'win32')('there is no permission', async () => {
    const cwd = emptyFolder();
    mkdirSync(path.join(cwd, 'enhancements'), { mode: 0o555 });
    const { chmodSync } = await import('node:fs');
    chmodSync(cwd, 0o755);
    // Root may write everywhere, so root becomes nobody.
    const user = isRoot ? { uid: 65534, gid: 65534 } : {};
    const { code, stderr } = await run(['T', '--yes'], { cwd, ...user });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('permission to write was denied'),
    });
    expect(existsSync(path.join(cwd, 'enhancements'))).toBe(true);
    expect(Object.keys(treeOf(cwd))).toEqual(['enhancements']);
  });
});

it('a template that is in git, and was deleted, is named with what to do', async () => {
  const cwd = await repositoryWith({
    'rfcs/0000-template.md': '# NNNN: Title\n\n## Summary\n',
    'rfcs/0001-a.md': '# 0001: A\n\n## Summary\n\nOne.\n',
  });
  rmSync(path.join(cwd, 'rfcs/0000-template.md'));
  const before = treeOf(cwd);
  const { code, stderr } = await run(['T', '--yes'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /^error: There is no template rfcs\/0000-template\.md\nhint: .*git restore.*--template/,
    ),
  });
  expect(treeOf(cwd)).toEqual(before);
});

it('a file of data is no template', async () => {
  const cwd = emptyFolder();
  writeAll(cwd, { 'a.yaml': 'title: T\n' });
  expect(await run(['T', '--yes', '--template', 'a.yaml'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'a.yaml: it is not Markdown (a file of answers is read by --from)',
    ),
  });
});
