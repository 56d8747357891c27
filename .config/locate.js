// Says where in the sources a place of the packed program comes from, as an unexpected error names it:
// node .config/locate.js commands.cjs:12:3456
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

const [, file, line, column] = /([\w-]+\.c?js):(\d+):(\d+)$/.exec(process.argv[2] ?? '') ?? [];
const map = path.join(import.meta.dirname, `../dist/${file}.map`);
if (file === undefined || !existsSync(map)) {
  console.error(
    'Expected a place in a file of dist, as commands.cjs:12:3456, after npm run build.',
  );
  process.exit(2);
}
const places = new SourceMap(JSON.parse(readFileSync(map, 'utf8')));
const found = places.findEntry(Number(line) - 1, Number(column) - 1);
const { originalSource, originalLine, originalColumn } = found;
console.log(
  originalSource === undefined
    ? 'Nothing of the sources.'
    : `${originalSource.replace('../', '')}:${originalLine + 1}:${originalColumn + 1}`,
);
