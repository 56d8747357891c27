import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf, writeAll } from '../support/folder.ts';
import { run } from '../support/program.ts';

/** What `supersede 1 --by 2` makes of the lines that say the status of both. */
async function linesOfBoth(documents: Record<string, string>): Promise<string[]> {
  const cwd = emptyFolder();
  writeAll(cwd, documents);
  const { code, stderr } = await run(['supersede', '1', '--by', '2'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await run(['check'], { cwd })).toMatchObject({ code: 0 });
  const tree = treeOf(cwd);
  return ['adr/0001-a.md', 'adr/0002-b.md'].flatMap((file) =>
    (tree[file] ?? '').split('\n').filter((line) => /\]\(000\d/.test(line)),
  );
}

describe('the words of supersede', () => {
  it.each<[label: string, status: string, sections: [string, string], lines: [string, string]]>([
    ['Status', 'Akzeptiert', ['Kontext', 'Entscheidung'], ['Ersetzt durch', 'Ersetzt']],
    ['Statut', 'Accepté', ['Contexte', 'Décision'], ['Remplacé par', 'Remplace']],
    ['Estado', 'Aceptado', ['Contexto', 'Decisión'], ['Reemplazado por', 'Reemplaza']],
    ['Estado', 'Aceito', ['Contexto', 'Decisão'], ['Substituído por', 'Substitui']],
    ['Stato', 'Accettato', ['Contesto', 'Decisione'], ['Sostituito da', 'Sostituisce']],
    ['Статус', 'Принято', ['Контекст', 'Решение'], ['Заменено на', 'Заменяет']],
    ['状态', '已接受', ['背景', '决定'], ['已被取代：', '取代']],
    ['ステータス', '承認', ['背景', '決定'], ['置き換え済み：', '置き換える']],
    ['상태', '승인', ['배경', '결정'], ['대체됨:', '대체']],
    ['Status', 'ACCEPTED', ['Context', 'Decision'], ['SUPERSEDED by', 'Supersedes']],
    ['status', 'accepted', ['Context', 'Decision'], ['superseded by', 'supersedes']],
  ])('are in the language of the document: %s %s', async (label, status, [one, two], said) => {
    const text = (n: number) =>
      `# ${n}. T${n}\n\n- ${label}: ${status}\n\n## ${one}\n\nx\n\n## ${two}\n\ny\n`;
    const lines = await linesOfBoth({ 'adr/0001-a.md': text(1), 'adr/0002-b.md': text(2) });
    const space = said[0].endsWith('：') ? '' : ' ';
    expect(lines).toEqual([
      `- ${label}: ${said[0]}${space}[2. T2](0002-b.md)`,
      `- ${said[1]}: [1. T1](0001-a.md)`,
    ]);
  });

  it.each<[own: [third: string, fourth: string], lines: [string, string]]>([
    [
      [
        '- Status: Replaced by [4. T4](0004-d.md)',
        '- Status: Accepted\n- Replaces: [3. T3](0003-c.md)',
      ],
      ['- Status: Replaced by [2. T2](0002-b.md)', '- Replaces: [1. T1](0001-a.md)'],
    ],
    [
      [
        '- Status: Accepted\n- Obsoletes: [4. T4](0004-d.md)',
        '- Status: Obsoleted by [3. T3](0003-c.md)',
      ],
      ['- Status: Obsoleted by [2. T2](0002-b.md)', '- Obsoletes: [1. T1](0001-a.md)'],
    ],
  ])('are those that the others use: %j', async ([third, fourth], lines) => {
    const text = (n: number, own: string) => `# ${n}. T${n}\n\n${own}\n\n## Context\n\nx\n`;
    const found = await linesOfBoth({
      'adr/0001-a.md': text(1, '- Status: Accepted'),
      'adr/0002-b.md': text(2, '- Status: Accepted'),
      'adr/0003-c.md': text(3, third),
      'adr/0004-d.md': text(4, fourth),
    });
    expect(found).toEqual(lines);
  });

  it.each<[text: string, after: string]>([
    [
      '- Feature Name: a\n- Start Date: 2024-01-01\n\n# Summary\n[summary]: #summary\n\nX.\n\n# Motivation\n\nY.\n',
      '- Feature Name: a\n- Start Date: 2024-01-01\n- Superseded by: [T2](0002-b.md)\n\n# Summary\n',
    ],
    [
      '# T1\n\n* author: Jo\n  and Kim\n\n## Context\n\nC.\n',
      '# T1\n\n* author: Jo\n  and Kim\n* superseded by: [T2](0002-b.md)\n\n## Context\n',
    ],
    [
      '# T1\n\n| Status | <b>Accepted</b> |\n|---|---|\n| Date | x |\n\n## Context\n\nC.\n',
      '| Status | <b>Superseded by [T2](0002-b.md)</b> |\n',
    ],
  ])('stand in the list of labels that there is: %j', async (text, after) => {
    const cwd = emptyFolder();
    writeAll(cwd, { 'adr/0001-a.md': text, 'adr/0002-b.md': '# T2\n\n## Context\n\nC.\n' });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(cwd)['adr/0001-a.md']).toContain(after);
  });

  it.each<[head: string, line: string]>([
    ['- **Status:** ~~Draft~~ Accepted', '- **Supersedes:** [T1](0001-a.md)'],
    ['| Status | <b>Accepted</b> |\n|---|---|\n| Date | x |', '| Supersedes | [T1](0001-a.md) |'],
  ])('have no markup that belongs to the status: %j', async (head, line) => {
    const cwd = emptyFolder();
    const text = (n: number) => `# T${n}\n\n${head}\n\n## Context\n\nC.\n`;
    writeAll(cwd, { 'adr/0001-a.md': text(1), 'adr/0002-b.md': text(2) });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(cwd)['adr/0002-b.md']?.split('\n')).toContain(line);
  });

  it.each<[theirs: string, own: string, after: string]>([
    [
      '- Status: Superseded\n- Superseded-By: 9',
      '- Status: Final',
      '- Status: Superseded\n- Superseded-By: [T2](0002-b.md)\n',
    ],
    [
      '    Status: Obsolete\n    Obsoleted by: 9',
      '    Status: Final',
      '    Status: Obsolete\n    Obsoleted by: 2\n',
    ],
  ])(
    'stand at a label of their own where the others have them so: %j',
    async (theirs, own, after) => {
      const cwd = emptyFolder();
      const text = (n: number, head: string) => `# T${n}\n\n${head}\n\n## Context\n\nC.\n`;
      writeAll(cwd, {
        'adr/0001-a.md': text(1, own),
        'adr/0002-b.md': text(2, own),
        'adr/0003-c.md': text(3, theirs),
      });
      expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
      expect(treeOf(cwd)['adr/0001-a.md']).toContain(after);
    },
  );

  it('name a proposal in front matter as the others do', async () => {
    const cwd = emptyFolder();
    const text = (n: number, head: string) =>
      `---\nstatus: implemented\n${head}---\n\n# TEP-000${n}: T${n}\n\n## Context\n\nC.\n`;
    writeAll(cwd, {
      'teps/0001-a.md': text(1, ''),
      'teps/0002-b.md': text(2, ''),
      'teps/0003-c.md': text(3, 'superseded-by:\n- TEP-0004\n'),
      'teps/0004-d.md': text(4, 'supersedes:\n- TEP-0003\n'),
    });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    const tree = treeOf(cwd);
    expect(tree['teps/0001-a.md']).toContain('superseded-by:\n- TEP-0002\n');
    expect(tree['teps/0002-b.md']).toContain('supersedes:\n- TEP-0001\n');
  });

  it('are English where a heading alone says another language, as several have that word', async () => {
    const text = (n: number) =>
      `# T${n}\n\n* Status: Accepterad\n\n## Kontext\n\nx\n\n## Beslut\n\ny\n\n## Följder\n\nz\n`;
    const lines = await linesOfBoth({ 'adr/0001-a.md': text(1), 'adr/0002-b.md': text(2) });
    expect(lines[1]).toBe('* Supersedes: [T1](0001-a.md)');
  });

  it('and the status are those of kep.yaml: its comment, and lists where others have them', async () => {
    const cwd = emptyFolder();
    const kep = (own: string) => `title: T\n# draft|implemented|replaced\nstatus: draft\n${own}`;
    writeAll(cwd, {
      'keps/1-a/README.md': '# KEP-1: A\n',
      'keps/1-a/kep.yaml': kep('superseded-by:\n'),
      'keps/2-b/README.md': '# KEP-2: B\n',
      'keps/2-b/kep.yaml': kep('replaces:\n'),
      'keps/3-c/README.md': '# KEP-3: C\n',
      'keps/3-c/kep.yaml': kep('see-also:\n  - "/keps/1-a"\n'),
    });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    const tree = treeOf(cwd);
    expect(tree['keps/1-a/kep.yaml']).toBe(
      kep('superseded-by:\n  - "/keps/2-b"\n').replace('status: draft', 'status: replaced'),
    );
    expect(tree['keps/2-b/kep.yaml']).toBe(kep('replaces:\n  - "/keps/1-a"\n'));
  });

  it('are those that go with what the others use for the other end', async () => {
    const text = (n: number, own: string) =>
      `# ${n}. T${n}\n\n## Status\n\n${own}\n\n## Context\n\nx\n`;
    const cwd = emptyFolder();
    writeAll(cwd, {
      'adr/0001-a.md': text(1, 'Accepted'),
      'adr/0002-b.md': text(2, 'Accepted'),
      'adr/0003-c.md': text(3, 'Replaced by ADR-99'),
    });
    expect(await run(['supersede', '1', '--by', '2'], { cwd })).toMatchObject({ code: 0 });
    expect(treeOf(cwd)['adr/0002-b.md']).toContain('Accepted\n\nReplaces [1. T1](0001-a.md)\n');
  });
});
