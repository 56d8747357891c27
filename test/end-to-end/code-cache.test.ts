import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

/** Whether Node keeps no compiled code by itself. */
const isOurs = process.versions.node.startsWith('20.');

/** Runs the program twice, with something done to what the first run has kept; both have to do their work. */
async function twice(between: (directory: string, files: string[]) => void) {
  const XDG_CACHE_HOME = emptyFolder();
  const directory = path.join(XDG_CACHE_HOME, 'create-enhancement');
  const filesOf = () => readdirSync(directory).map((name) => path.join(directory, name));
  for (const title of ['First', 'Second']) {
    const cwd = emptyFolder();
    const outcome = await run([title, '--yes'], { cwd, env: { XDG_CACHE_HOME } });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const document = treeOf(cwd)[`enhancements/0001-${title.toLowerCase()}/README.md`];
    expect(document).toContain(`# ${title}`);
    if (title === 'First') between(directory, filesOf());
  }
  return { directory, files: filesOf() };
}

describe.runIf(isOurs)('what was compiled', () => {
  it('is kept for the next run, and for nobody else', async () => {
    const before = new Map<string, number>();
    const { files } = await twice((_, all) => {
      expect(all.some((file) => file.endsWith('-main.cjs'))).toBe(true);
      for (const file of all) before.set(file, statSync(file).ino);
    });
    // The second run has read them, and written none again.
    expect(new Map(files.map((file) => [file, statSync(file).ino]))).toEqual(before);
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
  });

  it.each<[what: string, damage: (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, 90)],
    [
      'of another build',
      (bytes) => Buffer.concat([Buffer.from('0'.repeat(64)), bytes.subarray(64)]),
    ],
    [
      'something else',
      (bytes) => Buffer.concat([bytes.subarray(0, 64), Buffer.from('x'.repeat(500))]),
    ],
  ])('is compiled again where it is %s', async (_, damage) => {
    const before = new Map<string, Buffer>();
    const { files } = await twice((_directory, all) => {
      for (const file of all) {
        before.set(file, readFileSync(file));
        writeFileSync(file, damage(readFileSync(file)));
      }
    });
    for (const file of files) {
      const [was, is] = [before.get(file), readFileSync(file)];
      expect(is.subarray(0, 64)).toEqual(was?.subarray(0, 64));
      expect(is.length).toBeGreaterThan(500);
    }
  });

  it('is missed by nobody where it cannot be kept', async () => {
    const before: string[] = [];
    const { files } = await twice((_, all) => {
      before.push(...all);
      // Not even root writes a file where a directory is.
      for (const file of all) {
        rmSync(file);
        mkdirSync(file);
      }
    });
    expect(files).toEqual(before);
    expect(files.every((file) => statSync(file).isDirectory())).toBe(true);
  });
});
