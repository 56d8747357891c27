import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  ['disk'],
  ['instant', 'or-undefined', 'process', 'schema-problems'],
  ['system-error', 'presets', 'file-names', 'words'],
  ['environment', 'failure', 'shell-quoting', 'templates.d', 'visible'],
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const texts = new Map(files.map((file) => [file, readFileSync(path.join(source, file), 'utf8')]));
const textOf = (file: string) => texts.get(file) ?? '';
const linesOf = (file: string) => textOf(file).trimEnd().split('\n');

const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name = '']) => name);

/** The files of the program that a file imports, types included. */
const ownImportsOf = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
    .map((name) => path.posix.join(path.posix.dirname(file), name));

const layerOf = (file: string) => {
  const part = file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
  return LAYERS.findIndex((layer) => layer.includes(part));
};

/** The files that match an expression, for promises that only some may do something. */
const withText = (pattern: RegExp) => files.filter((file) => pattern.test(withoutComments(file)));
const withoutComments = (file: string) =>
  textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<=^\s*)\/\/.*$/gm, '');

describe('imports', () => {
  it('point downwards, and every file has a layer', () => {
    const upward = files.flatMap((file) =>
      ownImportsOf(file)
        .filter((target) => layerOf(target) < layerOf(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
    expect(upward).toEqual([]);
  });

  it('make no circles, those of types alone included', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): void => {
      if (above.includes(file))
        circles.push([...above.slice(above.indexOf(file)), file].join(' > '));
      if (done.has(file) || above.includes(file)) return;
      for (const target of ownImportsOf(file)) visit(target, [...above, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it.each([
    ['@clack/', /^ask\//],
    ['execa', /^ask\/editor\.ts$/],
    ['node:child_process', /^git\/(?:run|scratch-repository)\.ts$/],
    ['markdown-it', /^document\/markdown\//],
    ['handlebars', /^(?:template\/|templates\.d\.ts$)/],
    ['slugify', /^convention\/slug\.ts$/],
    ['yaml', /^answers\/(?:file|yaml)\.ts$/],
    ['fs-extra', /^(?:proposals|workspace|lock|disk|template|git|ask)\//],
  ])('of %s are in one place', (library, owner) => {
    const importers = files.filter((file) =>
      importsOf(file).some((name) => name.startsWith(library)),
    );
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((file) => !owner.test(file))).toEqual([]);
  });

  it.each(['document/', 'convention/'])(
    'of %s are free of files, prompts and processes',
    (folder) => {
      const names = files.filter((file) => file.startsWith(folder)).flatMap(importsOf);
      expect(names.filter((name) => /^node:|fs-extra|process\.ts$/.test(name))).toEqual([]);
    },
  );

  it('of sections and references are of Markdown alone, and never of each other', () => {
    const others = (own: string, other: string) =>
      files
        .filter((file) => file.startsWith(`document/${own}/`))
        .flatMap(ownImportsOf)
        .filter((target) => target.startsWith(`document/${other}/`));
    expect(others('sections', 'references')).toEqual([]);
    expect(others('references', 'sections')).toEqual([]);
    expect(others('markdown', 'sections')).toEqual([]);
    expect(others('markdown', 'references')).toEqual([]);
  });
});

describe('only some files', () => {
  it('touch the process', () => {
    expect(withText(/(?<![/'])\bprocess\.\w/)).toEqual(['main.ts', 'process.ts']);
  });

  it('write to the disk', () => {
    const writes =
      /\b(?:fs\.(?:writeFile|remove|mkdtemp)|(?:write|writeFile|outputFile|mkdir|mkdtemp|ensureDir|rename|link|symlink|copyFile|unlink|rm|rmdir|remove|chmod|chown|open)Sync)\(/;
    expect(withText(writes).filter((file) => file !== 'main.ts')).toEqual([
      'ask/editor.ts',
      'disk/directory.ts',
      'disk/durable.ts',
      'disk/private-directory.ts',
      'disk/read-file.ts',
      'git/scratch-directory.ts',
      'git/scratch-repository.ts',
      'lock/exclusive-file.ts',
      'proposals/publish-under.ts',
      'proposals/store.ts',
      'proposals/temporary-directory.ts',
      'proposals/changes/apply.ts',
      'proposals/changes/record.ts',
      'proposals/changes/take-back.ts',
      'proposals/kept/kept-files.ts',
    ]);
  });

  it('make sentences for people: reports, errors, help and questions', () => {
    // Schemas are described for whoever edits an answers file.
    const speaking =
      /^(?:report|cli|ask)\/|\/guide\/|questions\.ts$|ask-once\.ts$|^presets\.ts$|^system-error\.ts$|^answers\/(?:schema|missing)\.ts$|^convention\/configuration\/configuration\.ts$/;
    const found = files
      .filter((file) => !speaking.test(file))
      .flatMap((file) => sentencesOutsideErrors(file).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });
});

/** Texts that begin and go on as sentences do, in functions that make no error and ask no question. */
function sentencesOutsideErrors(file: string): string[] {
  const functions = withoutComments(file).split(/\n(?=export |async |function |const |class )/);
  return functions
    .filter((text) => !/Failure\.(?:usage|refusal)\(|Error\(|problemWith\(|\bask\w+\(/.test(text))
    .flatMap((text) => [...text.matchAll(/(['`])([A-Z][a-z]+(?: [^\s'`]+){2,})\1/g)])
    .map(([, , text = '']) => text.replaceAll(/\$\{[^}]*\}/g, ''))
    .filter((text) => text.split(' ').length > 3);
}

describe('files and folders', () => {
  it('are short: at most 200 lines a file, and 14 files a folder', () => {
    const folders = new Map<string, number>();
    for (const file of files) {
      const folder = path.posix.dirname(file);
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    expect(files.filter((file) => linesOf(file).length > 200)).toEqual([]);
    expect([...folders].filter(([, count]) => count > 14)).toEqual([]);
  });

  it('read from the top down: exported functions first, helpers below', () => {
    const late = files.filter((file) => {
      const functions = [...textOf(file).matchAll(/^(export )?(?:async )?function\b/gm)];
      const helper = functions.findIndex(([, exported]) => !exported);
      return helper >= 0 && functions.slice(helper).some(([, exported]) => exported);
    });
    expect(late.filter((file) => file !== 'main.ts')).toEqual([]);
  });

  it('give one thing one name, and one name to one thing', () => {
    const homes = new Map<string, string[]>();
    const declared =
      /^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm;
    for (const file of files) {
      for (const [, name = ''] of textOf(file).matchAll(declared)) {
        homes.set(name, [...new Set([...(homes.get(name) ?? []), file])]);
      }
    }
    expect([...homes].filter(([, all]) => all.length > 1)).toEqual([]);
  });

  it('say in comments what the code cannot: under a tenth of the lines', () => {
    const all = files.flatMap(linesOf);
    const comments = all.filter((line) => /^\s*(?:\/\/|\/?\*)/.test(line));
    expect(comments.length / all.length).toBeLessThan(0.1);
  });
});

describe('what newcomers are told', () => {
  const root = path.join(source, '..');

  it.each(['.github/CONTRIBUTING.md', 'docs/architecture.md'])('in %s is there', (guide) => {
    const text = readFileSync(path.join(root, guide), 'utf8');
    const known = [...texts.keys()].map((file) => `/src/${file}`);
    const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+(?:\.(?:ts|js)|\/))`/g)].map(
      ([, name = '']) => name,
    );
    const isThere = (name: string) =>
      existsSync(path.join(root, name)) ||
      existsSync(path.join(source, name)) ||
      known.some((file) => file.includes(`/${name}`));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});
