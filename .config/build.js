// Bundles the program into dist/, with the licences of what is bundled and the answers file's schema.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { builtinsWithoutImports } from './builtins-plugin.js';
import { handlebarsTemplates } from './template-plugin.js';
import { withoutUnusedParts } from './unused-parts-plugin.js';

const root = path.join(import.meta.dirname, '..');
const out = path.join(root, 'dist');

await rm(out, { recursive: true, force: true });
// Apart, so that importing the library loads nothing of the program, and the other way round.
const program = await write({ main: path.join(root, 'src/main.ts') }, chunks());
const library = await write({ index: path.join(root, 'src/index.ts') }, []);
await writeFile(path.join(out, 'LICENSES.txt'), licences([...program, ...library]));
for (const [file, source, name] of [
  ['answers.schema.json', 'answers/json-schema.ts', 'answersJsonSchema'],
  ['config.schema.json', 'convention/configuration-schema.ts', 'configurationJsonSchema'],
]) {
  await writeFile(path.join(out, file), await jsonSchema(source, name));
}
await writeFile(path.join(out, 'index.d.ts'), await libraryTypes());

async function write(input, groups) {
  const bundled = await bundle(input);
  const { output } = await bundled.write({
    dir: out,
    format: 'esm',
    minify: true,
    comments: { legal: false },
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups },
  });
  return output;
}

function bundle(input) {
  return rolldown({
    input,
    cwd: root,
    platform: 'node',
    plugins: [handlebarsTemplates(), withoutUnusedParts(), builtinsWithoutImports()],
    // Handlebars looks for the optional source-map package; without it, it works the same.
    external: ['source-map'],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`the bundle is not clean: ${log.message}`);
      handle(level, log);
    },
  });
}

/** Every file that is loaded costs about a millisecond: what runs need together is one file. */
function chunks() {
  const cli =
    /^(?:src\/(?:main|surroundings|cli|flags|section-flags|words|program|failure|shell|answers\/questions)\b|node_modules\/commander\/)/;
  const lazy = [
    'answers\\/file',
    'commands\\/(?:guide|init|list-templates|move-lines|moved-entry|namesakes|plan-move|read-answers|remote-numbers|remote-problems|renumber|reservations|which-moves)',
    'convention\\/configuration',
    'editor',
    'git',
    'presets',
    'prompts',
    'document\\/(?:addresses|number-labels|own-number|references|relations|renaming|spelling)',
    'report\\/(?:init|renumber|reservations)',
    'repository\\/(?:claimed|move-journal|pointing-files|renumbering)',
    'template\\/(?:adopt|compile|expressions|helpers|literal|source|template-file)',
  ].join('|');
  const own = `src\\/(?!${lazy})|templates\\/`;
  const libraries =
    'markdown-it|mdurl|uc\\.micro|punycode\\.js|fs-extra|graceful-fs|jsonfile|universalify|valibot|slugify|fastest-levenshtein';
  const runtime = 'handlebars\\/(?:runtime|dist\\/cjs\\/handlebars(?:\\.runtime|\\/(?!compiler)))';
  const commands = new RegExp(`^(?:${own}|node_modules\\/(?:${libraries}|${runtime})[/.])`);
  const within = (pattern) => (id) => pattern.test(path.relative(root, id).replaceAll('\\', '/'));
  return [
    { name: 'main', test: within(cli), priority: 2 },
    { name: 'commands', test: within(commands), priority: 1 },
    { name: 'git', test: within(/^src\/git\/(?:branches|repository|run)\b/), priority: 1 },
  ];
}

/** The types of the library in one file: those of its results, and the function's. */
async function libraryTypes() {
  const folder = await mkdtemp(path.join(tmpdir(), 'types-'));
  const flags =
    '--ignoreConfig --declaration --emitDeclarationOnly --allowImportingTsExtensions --module nodenext --target es2023 --strict --skipLibCheck --types node --rootDir src --outDir';
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, ...flags.split(' '), folder, 'src/index.ts'], {
    cwd: root,
  });
  const read = (file) => readFileSync(path.join(folder, 'document', file), 'utf8');
  const [declaration] =
    /\/\*\*(?:(?!\/\*\*)[\s\S])*?export declare function addSection[^;]*;/.exec(
      read('add-section.d.ts'),
    ) ?? [];
  if (!declaration) throw new Error('the declaration of addSection was not found');
  const types = `${read('result.d.ts')}\n${declaration}\n`;
  await rm(folder, { recursive: true, force: true });
  return types;
}

/** JSON Schemas are made from the very schemas that validate. */
async function jsonSchema(file, name) {
  const built = await bundle({ schema: path.join(root, 'src', file) });
  const { output: chunks } = await built.generate({ format: 'esm' });
  const code = Buffer.from(chunks[0].code).toString('base64');
  const { [name]: schema } = await import(`data:text/javascript;base64,${code}`);
  return `${JSON.stringify(schema(), null, 2)}\n`;
}

/** Licences that differ in their copyright lines alone are written once, under all who grant them. */
function licences(chunks) {
  const folders = new Set();
  for (const chunk of chunks) {
    for (const id of chunk.moduleIds ?? []) {
      const found = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id.replace(/^\0/, ''));
      if (found && existsSync(path.join(found[0], 'package.json'))) folders.add(found[0]);
    }
  }
  const texts = new Map();
  for (const { heading, copyright, terms } of [...folders].sort().map(licence)) {
    const key = terms.replace(/\s+/g, ' ').trim();
    const known = texts.get(key) ?? { heads: [], terms };
    known.heads.push([heading, ...copyright].join('\n'));
    texts.set(key, known);
  }
  const written = [...texts.values()].map(
    ({ heads, terms }) => `${heads.join('\n\n')}\n\n${terms.trim()}\n`,
  );
  return written.join(`\n${'-'.repeat(80)}\n\n`);
}

function licence(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name} has no licence`);
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `License: ${license}`;
  const lines = text.split(/\r?\n/);
  const isCopyright = (line) => /^\s*(?:copyright\b|\(c\))/i.test(line);
  const isTitle = (line) => /^\s*(?:\(?the )?(?:mit|isc|bsd)[\w -]*(?:license)?\)?\s*$/i.test(line);
  return {
    heading: `${name} ${version} (${license})`,
    copyright: lines.filter(isCopyright).map((line) => line.trim()),
    terms: lines.filter((line) => !isCopyright(line) && !isTitle(line)).join('\n'),
  };
}
