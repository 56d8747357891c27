import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

/** An empty folder that is removed with its test. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'create-enhancement-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with a git repository that has one commit. */
export async function gitFolder(): Promise<string> {
  const folder = emptyFolder();
  await git(folder, 'init', '--initial-branch', 'main');
  await git(folder, 'commit', '--allow-empty', '--message', 'First');
  return folder;
}

/** A folder with a git repository that tracks these files. */
export async function repositoryWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = emptyFolder();
  writeAll(folder, files);
  await git(folder, 'init', '--initial-branch', 'main');
  await git(folder, 'add', '--all', '--force');
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'First');
  return folder;
}

/** Writes files below a folder. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Runs git with an identity of its own. */
export function git(cwd: string, ...args: string[]) {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid'];
  return execa('git', [...identity, ...args], { cwd });
}

/** Every file and directory below a folder, git's own left out: path to content, `null` for directories. */
export function treeOf(folder: string): Record<string, string | null> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: path.join(entry.parentPath, entry.name) }))
    .map(({ entry, file }) => ({
      entry,
      file,
      name: path.relative(folder, file).replaceAll('\\', '/'),
    }))
    .filter(({ name }) => !/^\.git(?:\/|$)/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(
    entries.map(({ entry, file, name }) => [
      name,
      entry.isFile() ? readFileSync(file, 'utf8') : null,
    ]),
  );
}
