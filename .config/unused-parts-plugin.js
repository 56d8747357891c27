import path from 'node:path';

const coreSchema = path.join(
  import.meta.dirname,
  '../node_modules/yaml/dist/schema/core/schema.js',
);

/**
 * What libraries load at start-up for features that are not used here, and what stands in for it.
 * Loading it takes milliseconds of every run.
 */
const UNUSED = [
  // For commands that are programs of their own.
  { module: 'node:child_process', of: 'commander', code: 'export default {};' },
  // For thousands of files at once; it changes process.chdir and half of node:fs when it is loaded. fs-extra
  // copies what it is given: getters, which load streams and promises, are not among that.
  ...['fs-extra', 'jsonfile'].map((of) => ({
    module: 'graceful-fs',
    of,
    code: `const all = Object.entries(Object.getOwnPropertyDescriptors(require('node:fs')));
      module.exports = Object.fromEntries(all.flatMap(([key, { value }]) => (value ? [[key, value]] : [])));`,
  })),
  // YAML 1.1, in which `no` is a boolean: answers are YAML 1.2, whatever they say.
  {
    module: './yaml-1.1/schema.js',
    of: 'yaml',
    code: `exports.schema = require(${JSON.stringify(coreSchema)}).schema;`,
  },
  // Writing YAML, which is only read.
  ...['stringify', 'stringifyCollection', 'stringifyDocument', 'stringifyPair'].map((part) => ({
    module: `../stringify/${part}.js`,
    of: 'yaml',
    code: `exports.createStringifyContext = () => ({}); exports.${part} = () => '';`,
  })),
  {
    module: '../../stringify/stringifyString.js',
    of: 'yaml',
    code: "exports.stringifyString = () => '';",
  },
  // Changing the source of YAML.
  ...['scalar', 'stringify', 'visit'].map((part) => ({
    module: `./cst-${part}.js`,
    of: 'yaml',
    code: '',
  })),
  // Printing of parsed templates.
  {
    module: '../dist/cjs/handlebars/compiler/printer',
    of: 'handlebars',
    code: 'module.exports = {};',
  },
  // Copying, moving and JSON.
  ...['copy', 'empty', 'ensure', 'json', 'move'].map((part) => ({
    module: `./${part}`,
    of: 'fs-extra',
    code: 'module.exports = {};',
  })),
  // What execa prints when it is told to talk.
  { module: 'figures', of: 'execa', code: 'export default {};' },
  { module: 'pretty-ms', of: 'execa', code: 'export default String;' },
  {
    module: 'yoctocolors',
    of: 'execa',
    code: 'export const gray = String, bold = String, redBright = String, yellowBright = String;',
  },
  // Messages between processes, pipes, streams made of processes, waiting without asynchrony, and templates of commands.
  ...['../ipc/methods.js', './lib/ipc/methods.js'].map((module) => ({
    module,
    of: 'execa',
    code: 'export const addIpcMethods = () => {}, getIpcExport = () => ({});',
  })),
  {
    module: '../ipc/buffer-messages.js',
    of: 'execa',
    code: 'export const waitForIpcOutput = async () => [], getBufferedIpcOutput = waitForIpcOutput;',
  },
  { module: '../ipc/graceful.js', of: 'execa', code: 'export const sendAbort = () => {};' },
  { module: '../pipe/setup.js', of: 'execa', code: 'export const pipeToSubprocess = () => {};' },
  {
    module: '../convert/add.js',
    of: 'execa',
    code: 'export const addConvertedStreams = () => {};',
  },
  { module: './main-sync.js', of: 'execa', code: 'export const execaCoreSync = () => {};' },
  {
    module: './template.js',
    of: 'execa',
    code: 'export const isTemplateString = () => false, parseTemplates = () => [];',
  },
  // Inline markup; only blocks are parsed.
  { module: 'linkify-it', of: 'markdown-it', code: 'export default class LinkifyIt {}' },
  {
    module: 'entities',
    of: 'markdown-it',
    code: 'export const decodeHTML = (text) => text, decodeHTMLStrict = decodeHTML;',
  },
  {
    module: './parser_inline.mjs',
    of: 'markdown-it',
    code: 'const ruler = { enableOnly() {} }; export default class { ruler = ruler; ruler2 = ruler; }',
  },
  { module: 'uc.micro', of: 'markdown-it', code: 'export const P = /$^/, S = P;' },
  // Output.
  { module: './renderer.mjs', of: 'markdown-it', code: 'export default class {}' },
  ...['inline', 'linkify', 'replacements', 'smartquotes', 'text_join'].map((rule) => ({
    module: `./rules_core/${rule}.mjs`,
    of: 'markdown-it',
    code: 'export default () => {};',
  })),
  // Addresses, which are read but never written; the parser is told to leave them as they are.
  {
    module: 'mdurl',
    of: 'markdown-it',
    code: 'export const parse = (url) => ({ pathname: url }), format = String, encode = String, decode = String;',
  },
  { module: 'punycode.js', of: 'markdown-it', code: 'export default {};' },
];

/** Rolldown plugin that leaves the unused parts of libraries out of the bundle. */
export function withoutUnusedParts() {
  const prefix = '\0unused:';
  return {
    name: 'without-unused-parts',
    resolveId(source, importer = '') {
      const library = /.*[\\/]node_modules[\\/]([^\\/]+)/.exec(importer)?.[1];
      const index = UNUSED.findIndex(({ module, of }) => module === source && of === library);
      return index < 0 ? null : `${prefix}${index}`;
    },
    load(id) {
      return id.startsWith(prefix) ? UNUSED[Number(id.slice(prefix.length))].code : null;
    },
  };
}
