import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Parts of libraries that are not used here, and what stands in for them in the bundle. Only what saves a
 * millisecond of a run or 5 KB of the minified bundle is worth an entry; `saves` says which, measured on
 * Node 20 by building without that entry alone.
 *
 * `digest` is of the library's own file. When an update changes that file, somebody has to look at it again
 * before the bundle is built.
 */
const STAND_INS = [
  {
    why: 'Thousands of files at once; it changes process.chdir and half of node:fs. The getters of node:fs, which load streams and promises, are not copied.',
    of: 'fs-extra',
    file: 'graceful-fs',
    digest: '7da35669b6b6b0e4',
    saves: '10.5 KB and 2 ms',
    code: `const all = Object.entries(Object.getOwnPropertyDescriptors(require('node:fs')));
      module.exports = Object.fromEntries(all.flatMap(([key, { value }]) => (value ? [[key, value]] : [])));`,
  },
  ...[
    ['copy', '8.1 KB', 'd935e170aa9a282a'],
    ['ensure', '6.6 KB', '77ccb9b4d1eab607'],
    ['json', '12.6 KB', 'c5ac6a8005308e5b'],
    ['move', '7.0 KB', 'ee7ac772c9ed6ca6'],
  ].map(([part, saves, digest]) => ({
    why: 'Files are never copied, moved or read as JSON by fs-extra.',
    of: 'fs-extra',
    file: `./${part}`,
    digest,
    saves,
    code: 'module.exports = {};',
  })),
  ...[
    ['stringify', '8.1 KB', '38efb5bc5553e98f'],
    ['stringifyCollection', '10.3 KB', 'b55fd3b6e3f1346b'],
    ['stringifyDocument', '9.3 KB', 'dd5ba1813a16b629'],
    ['stringifyPair', '10.2 KB', 'bc03ae533d85bf91'],
  ].map(([part, saves, digest]) => ({
    why: 'YAML is read and never written.',
    of: 'yaml',
    file: `../stringify/${part}.js`,
    digest,
    saves,
    code: `exports.createStringifyContext = () => ({}); exports.${part} = () => '';`,
  })),
  {
    why: 'YAML is read and never written.',
    of: 'yaml',
    file: '../../stringify/stringifyString.js',
    digest: '4113b71a9c4c087a',
    saves: '5.6 KB',
    code: "exports.stringifyString = () => '';",
  },
  {
    why: 'The source of YAML is never changed.',
    of: 'yaml',
    file: './cst-scalar.js',
    digest: '2f72b634348b04b3',
    saves: '9.1 KB',
    code: '',
  },
  {
    why: 'Execa is never told to talk.',
    of: 'execa',
    file: 'figures',
    digest: '241dd82c09a5d158',
    saves: '5.7 KB',
    code: 'export default {};',
  },
  ...[
    ['../ipc/methods.js', '7.9 KB', 'a4b4c7cc4c6a80ef'],
    ['./lib/ipc/methods.js', '8.3 KB', 'a4b4c7cc4c6a80ef'],
  ].map(([file, saves, digest]) => ({
    why: 'Processes exchange no messages.',
    of: 'execa',
    file,
    digest,
    saves,
    code: 'export const addIpcMethods = () => {}, getIpcExport = () => ({});',
  })),
  {
    why: 'Processes exchange no messages.',
    of: 'execa',
    file: '../ipc/buffer-messages.js',
    digest: '2f1151d4464dc8af',
    saves: '7.1 KB',
    code: 'export const waitForIpcOutput = async () => [], getBufferedIpcOutput = waitForIpcOutput;',
  },
  {
    why: 'No process is piped into another.',
    of: 'execa',
    file: '../pipe/setup.js',
    digest: '2affa1d77a7efd6d',
    saves: '5.3 KB',
    code: 'export const pipeToSubprocess = () => {};',
  },
  {
    why: 'No process becomes a stream.',
    of: 'execa',
    file: '../convert/add.js',
    digest: '3322b5c740c77c78',
    saves: '7.0 KB',
    code: 'export const addConvertedStreams = () => {};',
  },
  {
    why: 'No process is waited for without asynchrony.',
    of: 'execa',
    file: './main-sync.js',
    digest: 'caa2adb24a02c959',
    saves: '6.6 KB',
    code: 'export const execaCoreSync = () => {};',
  },
  {
    why: 'Only blocks of Markdown are parsed, no inline markup.',
    of: 'markdown-it',
    file: 'linkify-it',
    digest: 'b7cdca31306ba9d9',
    saves: '11.5 KB',
    code: 'export default class LinkifyIt {}',
  },
  {
    why: 'Only blocks of Markdown are parsed, no inline markup.',
    of: 'markdown-it',
    file: 'entities',
    digest: '5b66e37630670985',
    saves: '21.1 KB',
    code: 'export const decodeHTML = (text) => text, decodeHTMLStrict = decodeHTML;',
  },
  {
    why: 'Only blocks of Markdown are parsed, no inline markup.',
    of: 'markdown-it',
    file: './parser_inline.mjs',
    digest: '67ed63ad6efecc6f',
    saves: '14.3 KB',
    code: 'const ruler = { enableOnly() {} }; export default class { ruler = ruler; ruler2 = ruler; }',
  },
  {
    why: 'Addresses of links are never read: how they are normalised is replaced.',
    of: 'markdown-it',
    file: 'mdurl',
    digest: '8ea430f1f8a107f5',
    saves: '4.6 KB',
    code: "export const parse = () => ({}), format = () => '', encode = format, decode = Object.assign(format, { defaultChars: '' });",
  },
  {
    why: 'Only inline markup asks for punctuation.',
    of: 'markdown-it',
    file: 'uc.micro',
    digest: '4c6142bf1f94e06f',
    saves: '5.1 KB',
    code: 'export const P = /$^/, S = P;',
  },
];

const STAND_IN = '\0stand-in:';

/** The libraries that are changed in the bundle, and so for unit tests too. */
export const CHANGED_LIBRARIES = [...new Set(STAND_INS.map(({ of }) => of))];

/** @throws Error when a library that is changed could be updated without anybody looking at it */
export function refuseUnpinned({ devDependencies }) {
  const loose = CHANGED_LIBRARIES.filter(
    (name) => !/^\d+\.\d+\.\d+$/.test(devDependencies[name] ?? ''),
  );
  if (loose.length > 0) throw new Error(`pin these exactly in package.json: ${loose.join(', ')}`);
}

/**
 * Rolldown and Vite plugin that puts the stand-ins in the place of parts of libraries.
 *
 * @param asked the entries that were needed are added; {@link refuseUnasked} tells of the others
 * @throws Error when the library's file is not the one that the entry was written for
 */
export function standIns(asked = new Set()) {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      const library = libraryOf(importer);
      const index = STAND_INS.findIndex(({ file, of }) => file === source && of === library);
      if (index < 0) return null;
      const entry = STAND_INS[index];
      asked.add(entry);
      const own = await this.resolve(source, importer, { skipSelf: true });
      refuseChanged(entry, own?.id);
      return `${STAND_IN}${index}`;
    },
    load(id) {
      return id.startsWith(STAND_IN) ? STAND_INS[Number(id.slice(STAND_IN.length))].code : null;
    },
  };
}

/** @throws Error when a library never asks for a part that has a stand-in: it has moved, or is used no more */
export function refuseUnasked(asked) {
  const unasked = STAND_INS.filter((entry) => !asked.has(entry));
  if (unasked.length === 0) return;
  const list = unasked.map(({ of, file }) => `  ${of}: ${file}`).join('\n');
  throw new Error(
    `no library asks for these parts, which have stand-ins in .config/stand-ins.js:\n${list}`,
  );
}

function refuseChanged({ of, file, digest }, id) {
  if (!id) throw new Error(`${of} asks for ${file}, which cannot be found`);
  const found = createHash('sha256').update(readFileSync(id)).digest('hex').slice(0, 16);
  if (found === digest) return;
  throw new Error(
    `${of}: ${file} is not the file that its stand-in was written for. Look at what has changed in it, ` +
      `and then set its digest in .config/stand-ins.js to ${found}`,
  );
}

function libraryOf(importer) {
  return /.*[\\/]node_modules[\\/]([^\\/]+)/.exec(importer)?.[1];
}
