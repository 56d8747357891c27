import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, inject, it } from 'vitest';
import { answersJsonSchema } from '../../src/answers/json-schema.ts';
import { emptyFolder, treeOf } from '../support/folder.ts';
import { run } from '../support/program.ts';

const installed = path.join(inject('installation'), 'node_modules/create-enhancement');

describe('the published package', () => {
  it('holds bin, dist, templates and the two documents, and nothing else', () => {
    const listed = execFileSync('tar', ['-tzf', inject('tarball')], { encoding: 'utf8' });
    const names = listed
      .trim()
      .split('\n')
      .map((file) => file.split('/')[1]);
    expect([...new Set(names)].sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'package.json',
      'templates',
    ]);
  });

  it('has no runtime dependencies, and ships the licences of what it bundles', () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    const licences = readFileSync(path.join(installed, 'dist/LICENSES.txt'), 'utf8');
    for (const name of [
      'handlebars',
      'markdown-it',
      'slugify',
      'fs-extra',
      'execa',
      'yaml',
      '@clack/core',
    ]) {
      expect(licences).toContain(`\n${name} `.trimStart());
    }
  });

  it('has a bill of materials of what it bundles, as the release makes it', async () => {
    const root = path.join(import.meta.dirname, '../..');
    const workflow = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');
    const [, command = ''] = /^ +(npm sbom .*) > release\/sbom/m.exec(workflow) ?? [];
    const { stdout } = await execa('bash', ['-c', `set -o pipefail; ${command}`], { cwd: root });
    const { components, dependencies } = JSON.parse(stdout);
    const names = components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['handlebars', 'yaml', '@clack/core']));
    expect(names).not.toContain('vitest');
    expect(dependencies).toHaveLength(components.length + 1);
  });

  it('ships the schema of the answers file', () => {
    const shipped = JSON.parse(
      readFileSync(path.join(installed, 'dist/answers.schema.json'), 'utf8'),
    );
    expect(shipped).toEqual(answersJsonSchema());
  });

  it.each([
    ['npx', ['create-enhancement', 'By npx', '--yes']],
    ['npm', ['create', 'enhancement', '--', 'By npm', '--yes']],
  ])('works by %s', async (command, args) => {
    const cwd = emptyFolder();
    await execa('npm', ['install', '--offline', '--no-audit', '--no-fund', inject('tarball')], {
      cwd,
    });
    await execa(command, args, {
      cwd,
      env: { npm_config_yes: 'true', npm_config_offline: 'true' },
    });
    expect(Object.keys(treeOf(cwd))).toContain(`enhancements/0001-by-${command}/README.md`);
  });

  it('says which Node it needs', async () => {
    const script = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })";
    const preload = `data:text/javascript,${encodeURIComponent(script)}`;
    const { code, stderr } = await run([], {
      cwd: emptyFolder(),
      env: { NODE_OPTIONS: `--import=${preload}` },
    });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('needs Node.js 20.19'),
    });
  });
});
