import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refuseUnasked, refuseUnpinned, standIns } from '../../.config/stand-ins.js';

/** What the plugin makes of a library that asks for a part, which is found in a file of this content. */
async function resolved(content) {
  const folder = mkdtempSync(path.join(tmpdir(), 'stand-ins-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'part.mjs');
  writeFileSync(file, content);
  const context = { resolve: async () => ({ id: file }) };
  const importer = path.join(folder, 'node_modules/markdown-it/lib/index.mjs');
  return standIns().resolveId.call(context, './parser_inline.mjs', importer);
}

describe('the stand-ins for parts of libraries', () => {
  it('stand in for unit tests as they do in the bundle', () => {
    expect(new MarkdownIt().inline).not.toHaveProperty('parse');
  });

  it('fail the build when the library’s file behind one has changed', async () => {
    await expect(resolved('export default class Changed {}')).rejects.toThrow(
      /markdown-it: \.\/parser_inline\.mjs is not the file that its stand-in was written for.*set its digest.* to [0-9a-f]{16}$/s,
    );
  });

  it('fail the build when a library never asks for one', () => {
    expect(() => refuseUnasked(new Set())).toThrow(/markdown-it: \.\/parser_inline\.mjs/);
  });

  it('fail the build when a library that is changed could be updated unseen', () => {
    const pinned = { execa: '9.6.1', 'fs-extra': '11.4.1', 'markdown-it': '14.3.3', yaml: '2.9.1' };
    expect(() => refuseUnpinned({ devDependencies: pinned })).not.toThrow();
    expect(() => refuseUnpinned({ devDependencies: { ...pinned, yaml: '^2.9.1' } })).toThrow(
      'pin these exactly in package.json: yaml',
    );
  });
});
