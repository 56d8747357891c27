import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { unexpectedText } from '../../src/report/unexpected.ts';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

const preload = path.join(import.meta.dirname, '../support/broken-clock.cjs');
const env = { NODE_OPTIONS: `--require ${preload}` };

describe('an error that nobody foresaw', () => {
  it('says on one screen what went wrong, where, and in which versions', async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await run(['T', '--yes'], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: This should not have happened: the clock is broken\n/);
    expect(stderr).toMatch(/^ {2}at main\.cjs:\d+:\d+$/m);
    expect(stderr).toContain(
      `create-enhancement ${manifest.version}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}\n`,
    );
    expect(stderr).not.toContain('node_modules');
    expect(stderr.split('\n').length).toBeLessThan(12);
    expect(treeOf(cwd)).toEqual({});
  });

  it('is an object with --json', async () => {
    const { code, stdout } = await run(['T', '--yes', '--json'], { cwd: emptyFolder(), env });
    expect({ code, json: JSON.parse(stdout) }).toEqual({
      code: 1,
      json: { command: 'create', error: { code: 'unexpected', message: 'the clock is broken' } },
    });
  });

  it.each<[bugs: object, line: string | undefined]>([
    [{}, undefined],
    [{ bugs: {} }, undefined],
    [{ bugs: 'https://example.invalid/bugs' }, 'https://example.invalid/bugs'],
    [{ bugs: { url: 'https://example.invalid/bugs' } }, 'https://example.invalid/bugs'],
  ])('is reported where package.json says: %j', (bugs, address) => {
    const about = { manifest: { name: 'n', version: '1', ...bugs }, node: '20', system: 'x' };
    const style = { colour: false, shell: 'posix' } as const;
    const text = unexpectedText(new Error('x'), about, style);
    const hints = text.filter((line) => line.startsWith('hint:'));
    expect(hints).toEqual(
      address === undefined ? [] : [`hint: Report it, with these lines, at ${address}`],
    );
  });
});
