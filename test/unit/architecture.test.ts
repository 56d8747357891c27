import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '../../src');

/** From the top down: a file imports only from its own layer and from those below it. */
const LAYERS: readonly (readonly string[])[] = [
  ['main', 'index'],
  ['cli'],
  ['commands'],
  ['report', 'ask'],
  ['proposals'],
  ['workspace'],
  ['template'],
  ['answers'],
  ['document'],
  ['convention'],
  ['lock', 'git'],
  ['or-undefined', 'process', 'schema-problems'],
  ['system-error', 'presets', 'did-you-mean', 'markdown-names', 'proposal-words'],
  ['environment', 'failure', 'templates.d'],
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const importsOf = (file: string) =>
  [...readFileSync(path.join(source, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
    ([, name = '']) => name,
  );

const layerOf = (file: string) => {
  const part = file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
  return LAYERS.findIndex((layer) => layer.includes(part));
};

describe('the architecture', () => {
  it('has every file in a layer, and imports that point downwards', () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
        .map((name) => path.posix.join(path.posix.dirname(file), name))
        .filter((target) => layerOf(target) < layerOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
    expect(upward).toEqual([]);
  });

  it.each([
    ['@clack/', /^ask\//],
    ['execa', /^ask\/editor\.ts$/],
    ['node:child_process', /^git\/(?:run|scratch-repository)\.ts$/],
    ['markdown-it', /^document\/markdown\//],
    ['handlebars', /^(?:template\/|templates\.d\.ts$)/],
    ['fs-extra', /^(?:proposals|workspace|lock|template|git|ask)\//],
  ])('only one place imports %s', (library, owner) => {
    const importers = files.filter((file) =>
      importsOf(file).some((name) => name.startsWith(library)),
    );
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !owner.test(file))).toEqual([]);
  });

  it('keeps document/ free of files, prompts and processes', () => {
    const names = files.filter((file) => file.startsWith('document/')).flatMap(importsOf);
    expect(names.filter((name) => name.startsWith('node:') || name.includes('fs-extra'))).toEqual(
      [],
    );
  });

  it('has no file of more than 200 lines', () => {
    const lengths = files.map(
      (file) => [file, readFileSync(path.join(source, file), 'utf8').split('\n').length] as const,
    );
    expect(lengths.filter(([, length]) => length > 201)).toEqual([]);
  });
});
