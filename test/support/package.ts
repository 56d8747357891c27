import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tarball that would be published. */
    tarball: string;
    /** A folder in which the tarball is installed. */
    installation: string;
  }
}

const root = path.join(import.meta.dirname, '../..');

/** Builds and packs the project once and installs the tarball into an empty folder, as its users get it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Always, so that no stale build is ever tested.
  await execa(process.execPath, [path.join(root, '.config/build.js')]);
  const folder = await mkdtemp(path.join(tmpdir(), 'create-enhancement-package-'));
  await chmod(folder, 0o755);
  const packed = await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const tarball = path.join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
  const installation = path.join(folder, 'installation');
  await execa('npm', [
    'install',
    '--offline',
    '--no-audit',
    '--no-fund',
    '--prefix',
    installation,
    tarball,
  ]);
  // What is kept between runs is none of the user's.
  process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
  await mkdir(process.env.XDG_CACHE_HOME);
  project.provide('tarball', tarball);
  project.provide('installation', installation);
  return () => rm(folder, { recursive: true, force: true });
}
