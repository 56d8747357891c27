// Writes the bill of materials of the program, from that of npm on standard input: everything is bundled, so npm takes
// all libraries for tools of development. What dist/LICENSES.txt names is what is in the bundle.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const licences = readFileSync(path.join(import.meta.dirname, '../dist/LICENSES.txt'), 'utf8');
const bundled = new Set(
  [...licences.matchAll(/^(\S+) (\d\S*) \(.*\)$/gm)].map(
    ([, name, version]) => `${name}@${version}`,
  ),
);
const all = JSON.parse(await text(process.stdin));
const components = all.components
  .filter(({ name, version }) => bundled.has(`${name}@${version}`))
  .map(({ properties, ...each }) => ({ ...each, scope: 'required' }));
const own = all.metadata.component['bom-ref'];
const refs = new Set([own, ...components.map((each) => each['bom-ref'])]);
const dependencies = all.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn = [] }) => ({
    ref,
    dependsOn: dependsOn.filter((each) => refs.has(each)),
  }));
const found = new Set(components.map(({ name, version }) => `${name}@${version}`));
const missing = [...bundled].filter((each) => !found.has(each));
if (missing.length > 0) throw new Error(`npm does not know what is bundled: ${missing.join(', ')}`);
console.log(JSON.stringify({ ...all, components, dependencies }, null, 2));
