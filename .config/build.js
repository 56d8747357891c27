// Bundles the program and the library into dist/, with the licences of what is bundled and the JSON Schemas.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle, loadedTogether, root, shownModule, write } from './bundle.js';
import { importBundled } from './import-bundled.js';
import { licences } from './licences.js';
import { refuseUnasked, refuseUnpinned } from './stand-ins.js';

const out = path.join(root, 'dist');
const asked = new Set();

refuseUnpinned(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
await rm(out, { recursive: true, force: true });
// Apart, so that importing the library loads nothing of the program, and the other way round.
const program = await write(bundle({ main: 'src/main.ts' }, asked), 'cjs', loadedTogether());
const library = await write(bundle({ index: 'src/index.ts' }, asked), 'esm', []);
refuseUnasked(asked);
await writeFile(path.join(out, 'LICENSES.txt'), licences([...program, ...library]));
for (const [file, source, name] of [
  ['answers.schema.json', 'src/answers/json-schema.ts', 'answersJsonSchema'],
  ['config.schema.json', 'src/convention/configuration/json-schema.ts', 'configurationJsonSchema'],
]) {
  await writeFile(path.join(out, file), await jsonSchema(source, name));
}
await writeFile(path.join(out, 'index.d.ts'), await libraryTypes());
await writeFile(path.join(out, 'modules.json'), modulesOf(program));
// What was compiled of one build is none of another one's.
const build = createHash('sha256').update(program.map(({ code }) => code).join('\0'));
await writeFile(path.join(out, 'build-id'), build.digest('hex'));

async function jsonSchema(source, name) {
  // From the very schemas that validate.
  const { [name]: schema } = await importBundled(bundle({ schema: source }));
  return `${JSON.stringify(schema(), null, 2)}\n`;
}

/** The types of the library in one file: those of its results, and those of its functions. */
async function libraryTypes() {
  const folder = await mkdtemp(path.join(tmpdir(), 'types-'));
  const flags =
    '--ignoreConfig --declaration --emitDeclarationOnly --allowImportingTsExtensions --module nodenext --target es2023 --strict --skipLibCheck --types node --rootDir src --outDir';
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, ...flags.split(' '), folder, 'src/index.ts'], {
    cwd: root,
  });
  const read = (file) => readFileSync(path.join(folder, 'document', file), 'utf8');
  const declared = (file, name) => {
    const [declaration] =
      new RegExp(`\\/\\*\\*(?:(?!\\/\\*\\*)[\\s\\S])*?export declare function ${name}[^;]*;`).exec(
        read(file),
      ) ?? [];
    if (!declaration) throw new Error(`the declaration of ${name} was not found`);
    return declaration;
  };
  const parts = [
    read('sections/add-section-result.d.ts'),
    read('upgrade/upgrade-result.d.ts').replace(/^import .*$/gm, ''),
    declared('sections/add-section.d.ts', 'addSection'),
    declared('upgrade/upgrade-document.d.ts', 'upgradeDocument'),
  ];
  await rm(folder, { recursive: true, force: true });
  return `${parts.join('\n')}\n`;
}

/** Which modules each file is made of, for the test that says what a run loads; it is not published. */
function modulesOf(chunks) {
  const files = chunks.map(({ fileName, moduleIds }) => [fileName, moduleIds.map(shownModule)]);
  return `${JSON.stringify(Object.fromEntries(files), null, 2)}\n`;
}
