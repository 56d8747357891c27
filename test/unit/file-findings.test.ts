import { describe, expect, it } from 'vitest';
import { headFindings, templateFields } from '../../src/commands/check/file-findings.ts';
import { readHead } from '../../src/document/head/read-head.ts';

const NOTHING = templateFields('# T\n', new Map());

function found(text: string): [number, string][] {
  const own = { head: readHead(text), file: 'a.md', text };
  const proposal = { text, title: undefined, status: undefined, relations: [], own, beside: [] };
  return headFindings(proposal, NOTHING, (file) => file).flatMap((each): [number, string][] =>
    each.code === 'front-matter-broken' ? [[each.line, each.reason]] : [],
  );
}

describe('front matter that is no YAML', () => {
  it.each<[text: string, line: number]>([
    ['---\ntitle: it’s "so"\nauthors:\n  - "@a"\n  - "@b\nstatus: x\n---\n\n# T\n', 5],
    ["---\ntitle: it's\nby: 'a\nstatus: x\n---\n\n# T\n", 3],
    ['<!-- c -->\n---\ntags: ["a, b]\n---\n\n# T\n', 3],
    ['---\r\ntitle: "x\r\nstatus: x\r\n---\r\n\r\n# T\r\n', 2],
    ['---\ntitle: a: b\nstatus: x\n---\n\n# T\n', 2],
    ['---\nstatus: x\ntitle: [a\n---\n\n# T\n', 3],
  ])('%j is told in line %i', (text, line) => {
    expect(found(text).map(([at]) => at)).toEqual([line]);
  });

  it('is told to be too long where a parser would take minutes, and read where it is plain', () => {
    const long = (line: string) => `---\n${line.repeat(10_000)}---\n\n# T\n`;
    expect(found(long('a: "b\n'))).toEqual([[1, 'it has more than 50,000 characters']]);
    expect(found(long('key: v\n'))).toEqual([]);
  });

  it.each([
    '---\ntitle: "x"\n---\n\n# T\n',
    '<!-- c -->\n---\ntitle: "x"\n---\n\n# T\n',
    "---\ntitle: it's\n---\n\n# T\n",
    '# T\n',
  ])('%j is none', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it.each<[status: string, isMenu: boolean]>([
  ['draft | accepted | rejected', true],
  ['{proposed | rejected | accepted}', true],
  ['Draft / In review / Accepted', true],
  ['accepted', false],
  ['accepted, see 12 | 13', false],
  ['TBD', false],
])('a status %s is still to be chosen: %s', (status, isMenu) => {
  const text = `# A\n\n- Status: ${status}\n`;
  const own = { head: readHead(text), file: 'a.md', text };
  const proposal = { text, title: undefined, status: undefined, relations: [], own, beside: [] };
  const codes = headFindings(proposal, NOTHING, (file) => file).map(({ code }) => code);
  expect(codes).toEqual(isMenu ? ['value-placeholder'] : []);
});

it('a title in front matter that is the template’s is still to be replaced', () => {
  const text = '---\ntitle: neat-enhancement-idea\n---\n\n# Other\n';
  const own = { head: readHead(text), file: 'a.md', text };
  const proposal = { text, title: undefined, status: undefined, relations: [], own, beside: [] };
  const fields = templateFields(text.replace('Other', 'Neat idea'), new Map());
  expect(headFindings(proposal, fields, (file) => file)).toMatchObject([
    { code: 'value-placeholder', label: 'title', line: 2 },
  ]);
});

it.each<[line: string, isLeft: boolean]>([
  ['- Datum: JJJJ-MM-TT', true],
  ['- Fecha: AAAA-MM-DD', true],
  ['**Autor:** Nombre Apellido', true],
  ['- Reviewers: @reviewer', true],
  ['- Owner: @your-handle', true],
  ['- Replaces: /enhancements/that-less-than-great-idea.md', true],
  ['- Supersedes: (put "N/A" unless this replaces an existing RFC)', true],
  ['- Supersedes: N/A', false],
  ['- Type: Standards Track', false],
  ['- Approvers: TBD', false],
])('a value that is the template’s is still to be replaced: %s, %s', (line, isLeft) => {
  const text = `# A\n\n${line}\n\n## X\n`;
  const own = { head: readHead(text), file: 'a.md', text };
  const proposal = { text, title: undefined, status: undefined, relations: [], own, beside: [] };
  const fields = templateFields(`# Title\n\n${line}\n\n## X\n`, new Map());
  const codes = headFindings(proposal, fields, (file) => file).map(({ code }) => code);
  expect(codes).toEqual(isLeft ? ['value-placeholder'] : []);
});
