import path from 'node:path';
import type { Configuration } from '../convention/configuration/configuration.ts';
import { isInside } from '../disk/inside.ts';
import { readRegular } from '../disk/read-file.ts';
import { Failure, messageOf } from '../failure.ts';

/** The file that a repository's exceptions are written in. */
export const CONFIGURATION_FILE = 'enhancement.config.json';

const LARGEST_CONFIGURATION = 2_000_000;

const PACKAGE_KEY = 'create-enhancement';

export interface FoundConfiguration {
  configuration: Configuration;
  /** The file, absolute; undefined for environment variables alone. */
  file: string | undefined;
  /** What paths in it are relative to. */
  base: string;
}

/**
 * The configuration that holds for a directory: the first on the way up to the root, and the environment
 * (`CREATE_ENHANCEMENT_NAME` and so on), which wins.
 * @throws Failure when it is no JSON, or holds something unknown
 */
export async function readConfiguration(
  cwd: string,
  root: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<FoundConfiguration> {
  const written = await nearestConfiguration(cwd, root);
  const said = await fromEnvironment(variables);
  const declared = written ?? foreignConfiguration(root);
  const base = declared?.base ?? root;
  const paths = Object.fromEntries(
    (['directory', 'template'] as const).flatMap((key) => {
      const value = said[key];
      // A path in a variable is meant from where the program runs.
      return value === undefined
        ? []
        : [[key, isPath(value) ? path.relative(base, path.resolve(cwd, value)) || '.' : value]];
    }),
  );
  return {
    file: declared?.file,
    base,
    configuration: { ...declared?.configuration, ...said, ...paths },
  };
}

/** Files in which other tools say where decision records lie, by their documentation, and what they call them. */
const FOREIGN: readonly {
  name: string;
  directory: RegExp;
  names?: Pick<Configuration, 'name' | 'numbering'>;
}[] = [
  { name: '.adr-dir', directory: /^\s*(\S(?:[^\r\n]*\S)?)\s*$/ },
  { name: 'adrs.toml', directory: /^[ \t]*adr_dir[ \t]*=[ \t]*["']([^"'\r\n]+)["']/m },
  {
    name: '.log4brains.yml',
    directory: /^[ \t]+adrFolder:[ \t]*["']?([^\s"'#]+)/m,
    names: { name: '{date:YYYYMMDD}-{slug}.md', numbering: 'date' },
  },
];

function foreignConfiguration(root: string): FoundConfiguration | undefined {
  for (const { name, directory: pattern, names } of FOREIGN) {
    const file = path.join(root, name);
    const directory = pattern.exec(readIfThere(file) ?? '')?.[1];
    if (directory !== undefined)
      return { configuration: { directory, ...names }, file, base: root };
  }
  return undefined;
}

function isPath(value: string): boolean {
  return /[/\\.]/.test(value);
}

async function nearestConfiguration(
  cwd: string,
  root: string,
): Promise<FoundConfiguration | undefined> {
  for (let base = cwd; ; base = path.dirname(base)) {
    const found = await configurationIn(base);
    if (found) return found;
    const isOutside = !isInside(root, base);
    if (base === root || isOutside || base === path.dirname(base)) return undefined;
  }
}

async function configurationIn(base: string): Promise<FoundConfiguration | undefined> {
  const file = path.join(base, CONFIGURATION_FILE);
  const text = readIfThere(file);
  if (text !== undefined) {
    const value = parsed(text, CONFIGURATION_FILE);
    return { configuration: await parse(value, CONFIGURATION_FILE), file, base };
  }
  const manifest = path.join(base, 'package.json');
  const source = readIfThere(manifest);
  if (!source?.includes(`"${PACKAGE_KEY}"`)) return undefined;
  const values = parsed(source, 'package.json');
  const isObject = typeof values === 'object' && values !== null;
  const own = isObject
    ? Object.entries(values).find(([key]) => key === PACKAGE_KEY)?.[1]
    : undefined;
  if (own === undefined) return undefined;
  const place = `package.json: "${PACKAGE_KEY}"`;
  return { configuration: await parse(own, place), file: manifest, base };
}

async function parse(value: unknown, place: string): Promise<Configuration> {
  const { parseConfiguration } = await import('../convention/configuration/parse.ts');
  return parseConfiguration(value, place);
}

function readIfThere(file: string): string | undefined {
  try {
    const bytes = readRegular(file, { largest: LARGEST_CONFIGURATION });
    return bytes?.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw Failure.usage('invalid-configuration', `${path.basename(file)}: ${messageOf(error)}`, {
      hint: 'The configuration is a JSON file',
      cause: error,
    });
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw Failure.usage('invalid-configuration', `${name}: ${messageOf(error)}`, {
      hint: 'The configuration is JSON, for example: { "directory": "rfcs" }',
      cause: error,
    });
  }
}

async function fromEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const keys = ['directory', 'name', 'numbering', 'width', 'template', 'document'] as const;
  const said = keys.flatMap((key) => {
    const value = variables[variableOf(key)];
    if (value === undefined || value === '') return [];
    return [[key, key === 'width' ? Number(value) : value] as const];
  });
  return said.length === 0
    ? {}
    : parse(Object.fromEntries(said), said.map(([key]) => variableOf(key)).join(', '));
}

function variableOf(key: string): string {
  return `CREATE_ENHANCEMENT_${key.toUpperCase()}`;
}
