import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of the libraries in a bundle. Those that differ in their copyright lines alone are written
 * once, under all who grant them.
 *
 * @param chunks the bundle's files
 * @throws Error when a library has no licence
 */
export function licences(chunks) {
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
  // Not the lines in the terms that happen to begin with the word.
  const isCopyright = (line) =>
    /^\s*(?:Copyright (?!notice|holder|owner|license|statement|\[)|\(c\) \d)/.test(line);
  const isTitle = (line) => /^\s*(?:\(?the )?(?:mit|isc|bsd)[\w -]*(?:license)?\)?\s*$/i.test(line);
  return {
    heading: `${name} ${version} (${license})`,
    copyright: lines.filter(isCopyright).map((line) => line.trim()),
    terms: lines.filter((line) => !isCopyright(line) && !isTitle(line)).join('\n'),
  };
}
