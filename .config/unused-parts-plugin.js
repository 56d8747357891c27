/**
 * What libraries load at start-up for features that are not used here, and what stands in for it.
 * Loading it takes milliseconds of every run.
 */
const UNUSED = [
  // For commands that are programs of their own.
  { module: 'node:child_process', of: 'commander', code: 'export default {};' },
  // Inline markup; only blocks are parsed.
  { module: 'linkify-it', of: 'markdown-it', code: 'export default class LinkifyIt {}' },
  {
    module: 'entities',
    of: 'markdown-it',
    code: 'export const decodeHTML = (text) => text, decodeHTMLStrict = decodeHTML;',
  },
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
