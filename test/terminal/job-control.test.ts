import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { emptyFolder } from '../support/folder.ts';
import { program } from '../support/program.ts';
import { Terminal } from '../support/terminal.ts';

const SHELL = ['bash', '--norc', '--noprofile', '-i'];

/** A folder in which `npx` and `npm start` find the installed program. */
function folderWithProgram(): string {
  const cwd = emptyFolder();
  writeFileSync(
    path.join(cwd, 'package.json'),
    JSON.stringify({ name: 'x', scripts: { start: 'create-enhancement' } }),
  );
  const modules = path.join(inject('installation'), 'node_modules');
  mkdirSync(path.join(cwd, 'node_modules/.bin'), { recursive: true });
  symlinkSync(
    path.join(modules, 'create-enhancement/bin/create-enhancement.js'),
    path.join(cwd, 'node_modules/.bin/create-enhancement'),
  );
  return cwd;
}

describe.runIf(process.platform !== 'win32')('below a shell with job control', () => {
  it.each([
    ['directly', `${process.execPath} ${program}`],
    ['through npx', 'npx --no create-enhancement'],
    ['through npm start', 'npm start'],
  ])('Ctrl-Z stops the whole job, and fg comes back to the question: %s', async (_, call) => {
    const env = { PS1: 'ready>', HISTFILE: '/dev/null' };
    const shell = new Terminal([], { cwd: folderWithProgram(), command: SHELL, rows: 60, env });
    await shell.waitFor('ready>');
    shell.type(`${call}\r`);
    await shell.waitFor('What is the title');
    shell.type('My idea');
    await shell.waitFor(/│ {2}My idea/);
    shell.press('ctrl+z');
    await shell.waitFor(/Stopped[\s\S]*ready>$/);
    shell.type('echo "still" here\r');
    await shell.waitFor(/^still here$/m);
    expect(shell.raw.endsWith('\u001B[?25l')).toBe(false);
    shell.type('fg\r');
    await shell.waitFor(/fg\n[\s\S]*◆ {2}What is the title[\s\S]*│ {2}My idea/);
    shell.type('!');
    await shell.waitFor(/│ {2}My idea!/);
    shell.press('enter');
    await shell.waitFor(/◆ {2}Summary/);
    shell.press('ctrl+c');
    await shell.waitFor(/Cancelled\. Nothing was written\.[\s\S]*ready>$/);
    shell.type('stty -a | grep -o -- "-\\?icanon"\r');
    await shell.waitFor(/^icanon$/m);
  });

  it('where nobody can go on with it, Ctrl-Z changes nothing', async () => {
    const terminal = new Terminal([], { cwd: emptyFolder() });
    await terminal.waitFor('What is the title');
    terminal.type('My');
    terminal.press('ctrl+z');
    await new Promise((resolve) => setTimeout(resolve, 200));
    terminal.type(' idea');
    terminal.press('enter');
    await terminal.waitFor(/◇ {2}What is the title.*\n│ {2}My idea/);
  });
});
