// How the sources become files: what belongs into one follows from what imports what.

import path from 'node:path';
import { RUNTIME_MODULE_ID, rolldown } from 'rolldown';
import { builtinsWithoutImports } from './builtins-plugin.js';
import { standIns } from './stand-ins.js';
import { handlebarsTemplates } from './template-plugin.js';

export const root = path.join(import.meta.dirname, '..');

/**
 * Every file that is loaded costs about a millisecond: what nearly every run needs is one file, apart from
 * what only `--help` needs. Each is all that these modules import statically; whatever is imported
 * dynamically is loaded only by the runs that come to it.
 */
const LOADED_TOGETHER = [
  { name: 'main', modules: ['src/main.ts'] },
  {
    name: 'commands',
    modules: [
      'src/commands/create/create.ts',
      'src/report/create/create.ts',
      'src/report/create/notes.ts',
      'node_modules/handlebars/runtime.js',
    ],
  },
  {
    name: 'detection',
    modules: [
      'src/convention/detection/detect.ts',
      'src/template/siblings/siblings.ts',
      'src/template/siblings/sibling-form.ts',
    ],
  },
  {
    name: 'section',
    modules: ['src/commands/section/section.ts', 'src/report/section/section.ts'],
  },
  { name: 'findings', modules: ['src/report/findings/check.ts', 'src/report/findings/formats.ts'] },
  { name: 'yaml', modules: ['src/answers/yaml.ts'] },
  { name: 'git', modules: ['src/git/repository.ts', 'src/git/branches.ts'] },
  { name: 'state', modules: ['src/commands/state/list.ts', 'src/report/state/list.ts'] },
];

/**
 * Prepares a bundle.
 *
 * @param input name of each entry and its file from the root
 * @param asked gets the stand-ins that were needed
 * @throws Error for any warning of the bundler
 */
export function bundle(input, asked) {
  const entries = Object.entries(input).map(([name, file]) => [name, path.join(root, file)]);
  return rolldown({
    input: Object.fromEntries(entries),
    cwd: root,
    platform: 'node',
    // Handlebars would register itself for files that are required; only it makes use of `require` as a value.
    transform: { define: { 'require.extensions': 'undefined' } },
    plugins: [
      handlebarsTemplates(),
      withoutSourceMaps(),
      standIns(asked),
      builtinsWithoutImports(),
    ],
    onLog(level, log, handle) {
      if (level === 'warn') throw new Error(`the bundle is not clean: ${log.message}`);
      handle(level, log);
    },
  });
}

/** Handlebars tries to load the source-map package, which is not installed; without it, it works the same. */
function withoutSourceMaps() {
  return {
    name: 'without-source-maps',
    resolveId: (source) => (source === 'source-map' ? '\0source-map' : null),
    load: (id) => (id === '\0source-map' ? 'module.exports = {};' : null),
  };
}

/**
 * Writes a bundle to dist/, a source map beside each file.
 *
 * @param format `cjs` is loaded 5 ms faster than `esm` on Node 20: for programs; libraries are `esm`
 */
export async function write(bundled, format, groups) {
  const extension = { cjs: 'cjs', esm: 'js' }[format];
  const { output } = await (await bundled).write({
    dir: path.join(root, 'dist'),
    format,
    minify: true,
    sourcemap: 'hidden',
    comments: { legal: false },
    entryFileNames: `[name].${extension}`,
    chunkFileNames: ({ name, facadeModuleId }) => `${chunkName(name, facadeModuleId)}.${extension}`,
    codeSplitting: { groups },
  });
  return output.filter(({ type }) => type === 'chunk');
}

/** A file that begins with a module of the program is called by the module's path: no two have one name. */
function chunkName(name, id) {
  const source = id && /\/src\/(.*)\.ts$/.exec(id.replaceAll('\\', '/'))?.[1];
  return source ? source.replaceAll('/', '-') : name;
}

/** The groups of modules that are one file each: the first that reaches a module has it. */
export function loadedTogether() {
  let reached;
  return LOADED_TOGETHER.map(({ name }, index) => ({
    name: (id, graph) => {
      reached ??= reachedModules(graph);
      return reached.get(id) === name ? name : null;
    },
    debugName: name,
    priority: LOADED_TOGETHER.length - index,
  }));
}

function reachedModules(graph) {
  const reached = new Map([[RUNTIME_MODULE_ID, 'main']]);
  for (const { name, modules } of LOADED_TOGETHER) {
    for (const file of modules) {
      const id = path.join(root, file);
      if (!graph.getModuleInfo(id))
        throw new Error(`${file} is not in the bundle; see .config/bundle.js`);
      reach(id, name, { reached, graph });
    }
  }
  return reached;
}

function reach(id, name, { reached, graph }) {
  if (reached.has(id)) return;
  reached.set(id, name);
  const imported = graph.getModuleInfo(id)?.importedIds ?? [];
  for (const each of imported) reach(each, name, { reached, graph });
}

/** A module's id as people write it: a file from the root, or a library's name. */
export function shownModule(id) {
  const plain = id.replace(/^\0/, '').replaceAll('\\', '/');
  const library = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(plain)?.[1];
  if (library) return library;
  const builtin = /^(?:required-)?builtin:([\w/]+):/.exec(plain)?.[1];
  if (builtin) return `node:${builtin.replace('/', '.')}`;
  return path.isAbsolute(plain) ? path.relative(root, plain).replaceAll('\\', '/') : plain;
}
