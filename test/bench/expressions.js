// Runs every regular expression that stands in the sources over texts that double, built of what its kind of
// expression goes back over. Where twice the text takes four times as long, it looks at each place for all the rest.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';

const source = path.join(import.meta.dirname, '../../src');
const SIZE = 20_000;
/** Milliseconds of what is worth a look, and how often the time may grow when the text doubles. */
const LONG = 40;
const MOST = 3;

const PUMPS = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    ' \n',
    'a',
    '0',
    'a ',
    'a\n',
    '-',
    '_',
    '*',
    '#',
    '`',
    '~',
    ':',
    '/',
    '.',
    ',',
  ],
  ...[
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '{',
    '"',
    "'",
    '|',
    '!',
    '!',
    '<!--',
    '-->',
    '[a](',
    '![](',
    '[a]: ',
    '](',
    '- ',
  ],
  ...[
    '0007-a',
    'a/',
    'http://',
    '<a ',
    '[[',
    '| ',
    'N',
    'X',
    'issues/1/',
    '&',
    'a: ',
    '> ',
    '**',
    '`a',
    '<!--\n',
    'a: a ',
    '- a\n',
    '"a" ',
    '{#',
    'a_',
    '[a]',
    '。',
    'é',
    '\u00A0',
    '7, ',
    '\\',
  ],
];

/** Files whose expressions see no more than so much of anybody's text, and why. */
const BOUNDED = {
  'document/head/value-words.ts': 'the first 1,000 characters of a value',
  'git/remote.ts': 'an address, and the first 10,000 characters of what git says',
  'proposals/remote/remote-failures.ts': 'the address of a remote',
  'document/references/pinned-addresses.ts': '300 characters on either side of a name',
  'report/unexpected.ts': 'the first 10,000 characters of a stack',
};

const expressions = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    literalsIn(readFileSync(path.join(source, file), 'utf8')).map((each) => ({ file, ...each })),
  );

const slow = expressions.filter(({ file, pattern, flags }) => {
  if (BOUNDED[file.replaceAll('\\', '/')]) return false;
  const expression = new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`);
  const worst = PUMPS.find((pump) => isQuadratic(expression, pump));
  if (worst !== undefined)
    console.log(`${file}: /${pattern}/${flags} over ${JSON.stringify(worst)}`);
  return worst !== undefined;
});
console.log(`${expressions.length} expressions, ${slow.length} of them slow`);
if (expressions.length < 100 || slow.length > 0) process.exitCode = 1;

function isQuadratic(expression, pump) {
  // What comes last is in no class of any expression: what would match to the end does not.
  const text = (size) => `a${pump.repeat(Math.ceil(size / pump.length))}\u0001`;
  const time = (size) => {
    const all = text(size);
    const started = performance.now();
    all.replace(expression, '');
    return performance.now() - started;
  };
  const small = time(SIZE);
  if (small * 4 < LONG) return false;
  const ratios = [1, 2, 3]
    .map(() => time(SIZE * 2) / Math.max(1, time(SIZE)))
    .sort((a, b) => a - b);
  return ratios[1] > MOST && time(SIZE * 2) > LONG;
}

/** The literals of a source, each with its flags. */
function literalsIn(text) {
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'Literal' && node.regex) found.push(node.regex);
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return found;
}
