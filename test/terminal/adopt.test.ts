import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, repositoryWith, treeOf, writeAll } from '../support/folder.ts';
import { Terminal } from '../support/terminal.ts';

const KEPS = {
  'keps/NNNN-template/README.md': '# KEP-NNNN: Title\n\n## Summary\n\nSay what.\n',
  'keps/sig-a/101-one/README.md': '# One\n',
  'keps/sig-a/377-two/README.md': '# Two\n',
  'keps/sig-b/1205-three/README.md': '# Three\n',
};

describe('questions in a repository with proposals', () => {
  it('are those for the area and the number, and what was adopted is shown', async () => {
    const cwd = await repositoryWith(KEPS);
    const terminal = new Terminal(['My idea', '--show-command'], { cwd, columns: 120 });
    await terminal.waitFor('Which area does the proposal belong to?');
    terminal.press('down', 'enter');
    await terminal.waitFor('keps/sig-b/N-slug/README.md, numbered by issue or pull request');
    await terminal.waitFor('What is the number of its issue');
    terminal.type('1205');
    terminal.press('enter');
    await terminal.waitFor('1205 is taken: keps/sig-b/1205-three');
    terminal.press('ctrl+u');
    terminal.type('https://example.invalid/o/r/issues/2048');
    terminal.press('enter');
    expect(await terminal.waitFor(/◆ {2}Summary/)).not.toContain('Goal');
    terminal.type('Short.');
    terminal.press('tab');
    await terminal.waitFor(/Write keps\/sig-b\/2048-my-idea\/README\.md\?/);
    terminal.press('enter');
    await terminal.waitFor('Open it now?');
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(await terminal.waitFor('The same again')).toContain('--dir keps/sig-b');
    expect(treeOf(cwd)['keps/sig-b/2048-my-idea/README.md']).toBe(
      '# KEP-2048: My idea\n\n## Summary\n\nShort.\n',
    );
  });

  it('show what is no text in the names of a clone, and do nothing of it', async () => {
    const name = 'sig\u001B]52;c;ZXZpbA==\u0007\u202E\u009B31m';
    const cwd = await repositoryWith({
      ...KEPS,
      [`keps/${name}/1300-x/README.md`]: '# X\n',
    });
    const terminal = new Terminal(['My idea'], { cwd, columns: 120 });
    await terminal.waitFor('sig\\u001b]52;c;ZXZpbA==\\u0007\\u202e\\u009b31m');
    for (const raw of ['\u202E', '\u009B', 'ZXZpbA==\u0007']) {
      expect(terminal.raw).not.toContain(raw);
    }
    terminal.press('ctrl+c');
    expect(await terminal.exit).toBe(130);
  });

  it('can be cancelled at each, and nothing is written', async () => {
    const cwd = await repositoryWith(KEPS);
    const before = treeOf(cwd);
    const first = new Terminal(['My idea'], { cwd });
    await first.waitFor('Which area');
    first.press('ctrl+c');
    expect(await first.exit).toBe(130);
    const second = new Terminal(['My idea'], { cwd, columns: 120 });
    await second.waitFor('Which area');
    second.press('enter');
    await second.waitFor('What is the number');
    second.press('ctrl+c');
    expect(await second.exit).toBe(130);
    await second.waitFor('npx create-enhancement --resume');
    const third = new Terminal(['--resume'], { cwd, columns: 120 });
    expect(await third.waitFor('What is the number')).not.toContain('Which area');
    third.press('shift+tab');
    await third.waitFor('Which area');
    third.press('ctrl+c');
    expect(await third.exit).toBe(130);
    expect(treeOf(cwd)).toEqual(before);
  });

  it('follow the names of a template, with what it says about them', async () => {
    const cwd = emptyFolder();
    writeAll(cwd, {
      't.md':
        '# {{title}}\n\n## Rollout\n\nWho turns it on? {{turnedOnBy}}\n{{#each steps}}\n- {{this}}\n{{/each}}\n{{#if public}}\nPublic.\n{{/if}}\n',
    });
    const terminal = new Terminal(['T', '--template', 't.md'], { cwd });
    await terminal.waitFor(/◆ {2}Turned on by[\s\S]*Who turns it on\?/);
    terminal.type('{{me}}');
    terminal.press('tab');
    await terminal.waitFor(/◆ {2}Steps: 1/);
    terminal.type('one');
    terminal.press('tab');
    await terminal.waitFor(/◆ {2}Steps: 2/);
    terminal.press('shift+tab');
    await terminal.waitFor(/◆ {2}Steps: 1/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Steps: 2/);
    terminal.press('enter');
    await terminal.waitFor(/◆ {2}Public\?/);
    terminal.press('enter');
    await terminal.waitFor(/Write enhancements/);
    terminal.press('enter');
    await terminal.waitFor('Open it now?');
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(readFileSync(path.join(cwd, 'enhancements/0001-t/README.md'), 'utf8')).toBe(
      '# T\n\n## Rollout\n\nWho turns it on? {{me}}\n- one\nPublic.\n',
    );
  });

  it('come before init and renumber do anything', async () => {
    const cwd = await repositoryWith({ 'rfcs/0001-a.md': '# 0001: A\n' });
    const init = new Terminal(['init'], { cwd });
    await init.waitFor('Write this?');
    init.press('down', 'enter');
    expect(await init.exit).toBe(130);
    const move = new Terminal(['renumber', '1'], { cwd });
    await move.waitFor(/rfcs\/0001-a\.md → rfcs\/0002-a\.md[\s\S]*Do this\?/);
    move.press('enter');
    expect(await move.exit).toBe(0);
    expect(treeOf(cwd)).toEqual({ rfcs: null, 'rfcs/0002-a.md': '# 0002: A\n' });
  });

  it('is which of two with one number moves', async () => {
    const cwd = await repositoryWith({
      'rfcs/0001-a.md': '# 0001: A\n',
      'rfcs/0001-b.md': '# 0001: B\n\n[a](0001-a.md)\n',
    });
    const terminal = new Terminal(['renumber', '1'], { cwd, columns: 120 });
    await terminal.waitFor('Which of these gets another number instead of 1?');
    await terminal.waitFor(/rfcs\/0001-a\.md {2}\(on main since [-\d]+, 1 place points at it\)/);
    terminal.press('down', 'enter');
    await terminal.waitFor(/rfcs\/0001-b\.md → rfcs\/0002-b\.md[\s\S]*Do this\?/);
    terminal.press('enter');
    expect(await terminal.exit).toBe(0);
    expect(treeOf(cwd)['rfcs/0002-b.md']).toBe('# 0002: B\n\n[a](0001-a.md)\n');
  });
});
