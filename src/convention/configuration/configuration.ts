import * as v from 'valibot';
import { nearest } from '../../did-you-mean.ts';
import { Failure } from '../../failure.ts';
import { type Convention, isNumbered } from '../convention.ts';

const NUMBERINGS = ['sequential', 'assigned', 'date', 'none'] as const;

/** A name without directories, in which parts in braces are filled in. */
const pattern = v.pipe(
  v.string(),
  v.regex(/^[^/\\\p{Cc}]+$/u, 'expected a name without / and \\'),
  v.check(
    (name) => !/\{(?!(?:number|slug|date(?::[YMD.-]+)?)\})/.test(name),
    'expected {number}, {slug} or {date:YYYYMMDD} in braces',
  ),
);

/** The name of a main document, in which `{slug}` and `{name}` stand for the entry's. */
const documentPattern = v.pipe(
  v.string(),
  v.regex(/^[^/\\\p{Cc}]+$/u, 'expected a name without / and \\'),
  v.check((name) => !/\{(?!(?:slug|name)\})/.test(name), 'expected {slug} or {name} in braces'),
);

/** What a configuration may hold: what differs from what is found in the repository. */
export const configurationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  directory: v.pipe(v.optional(v.string()), v.description('Where proposals lie, from this file')),
  name: v.pipe(
    v.optional(pattern),
    v.description(
      'Name of a proposal: {number}, {slug} and {date:YYYYMMDD}; one that ends in .md is a file',
    ),
  ),
  numbering: v.pipe(v.optional(v.picklist(NUMBERINGS)), v.description('Where numbers come from')),
  width: v.pipe(
    v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)))),
    v.description('Digits of a number, leading zeros included; 0 or null for no padding'),
  ),
  template: v.pipe(
    v.optional(v.string()),
    v.description('A file or directory, from this file, or the name of a preset'),
  ),
  document: v.pipe(
    v.optional(v.nullable(documentPattern)),
    v.description('Main document of a proposal that is a directory; null where it is a file'),
  ),
  reserve: v.pipe(
    v.optional(v.boolean()),
    v.description('Whether numbers are held on the remote before anything is written'),
  ),
});

/** A configuration as written. */
export type Configuration = Omit<v.InferOutput<typeof configurationSchema>, '$schema'>;

/**
 * Checks a value against the schema of configurations.
 *
 * @param place where it was read, for errors
 * @throws Failure naming every problem at once
 */
export function parseConfiguration(value: unknown, place: string): Configuration {
  if (Array.isArray(value)) {
    throw Failure.usage(
      'invalid-configuration',
      `${place}: expected keys and values, found a list`,
    );
  }
  const parsed = v.safeParse(configurationSchema, value);
  if (parsed.success) return withoutSchema(parsed.output);
  const keys = Object.keys(configurationSchema.entries).filter((key) => !key.startsWith('$'));
  const problems = parsed.issues.map((issue) => {
    const key = String(issue.path?.[0]?.key ?? '');
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const meant = nearest(key, keys);
      return `${place}: unknown key "${key}"${meant ? `; did you mean "${meant}"?` : ''}`;
    }
    const message =
      issue.kind === 'validation'
        ? issue.message
        : `expected ${issue.expected}, found ${issue.received}`;
    return `${[place, key].filter(Boolean).join(': ')}: ${message}`;
  });
  throw Failure.usage('invalid-configuration', problems.join('\n'), {
    hint: `Known keys: ${keys.join(', ')}`,
  });
}

function withoutSchema({
  $schema: _,
  ...rest
}: v.InferOutput<typeof configurationSchema>): Configuration {
  return rest;
}

/**
 * A convention with what a configuration says instead. What is not said follows from what is: a name
 * that ends in `.md` is a file, one with a date is dated.
 *
 * @throws Failure when a name and a numbering contradict each other
 */
export function applyConfiguration(found: Convention, configuration: Configuration): Convention {
  const { document, width } = configuration;
  const layout = layoutFor(found, configuration);
  const name = nameFor(found, configuration, layout);
  const numbering = configuration.numbering ?? numberingFor(name, found);
  const wanted = { sequential: '{number}', assigned: '{number}', date: '{date', none: '' }[
    numbering
  ];
  if (!name.includes(wanted) || (numbering === 'none' && /\{(?:number|date)/.test(name))) {
    throw Failure.usage(
      'invalid-configuration',
      `The name "${name}" does not go with the numbering "${numbering}"`,
      {
        hint: 'A numbered name holds {number}, a dated one {date:YYYYMMDD}, any other neither',
      },
    );
  }
  const isPadded = numbering === 'sequential' || numbering === 'assigned';
  refuseUnreadable(name, isPadded);
  // What was found under names of another kind says nothing of these.
  const usual = isNumbered(found) || configuration.name === undefined ? found.width : 4;
  const digits = width === undefined ? usual : width || null;
  const main = typeof document === 'string' ? document : (found.document ?? 'README.md');
  return {
    directory: found.directory,
    layout,
    document: layout === 'file' ? null : main,
    name,
    numbering,
    width: isPadded ? digits : null,
  };
}

/** A number has to be found again: it begins the name, or follows a prefix, and ends before other things. */
function refuseUnreadable(name: string, isPadded: boolean): void {
  if (!isPadded || /^[^{}\d]*\{number\}(?:[-_. ][^{}]*(?:\{slug\}[^{}]*)?)?$/.test(name)) return;
  throw Failure.usage(
    'invalid-configuration',
    `The name "${name}": its number could not be found again`,
    {
      hint: 'A number begins the name, or follows a prefix without digits, as in RFC-{number}-{slug}',
    },
  );
}

function layoutFor(found: Convention, { document, name }: Configuration): Convention['layout'] {
  if (document !== undefined) return document === null ? 'file' : 'directory';
  if (name === undefined) return found.layout;
  return /\.(?:md|markdown|mdx)$/i.test(name) ? 'file' : 'directory';
}

function nameFor(
  found: Convention,
  { name, numbering }: Configuration,
  layout: Convention['layout'],
): string {
  const extension = layout === 'file' ? '.md' : '';
  const bare = (text: string) => text.replace(/\.(?:md|markdown|mdx)$/i, '');
  if (name !== undefined) return layout === 'file' && bare(name) === name ? `${name}.md` : name;
  const kept = layout === found.layout ? found.name : `${bare(found.name)}${extension}`;
  if (numbering === undefined || numbering === found.numbering) return kept;
  if (numbering === 'date')
    return kept.includes('{date') ? kept : `{date:YYYYMMDD}-{slug}${extension}`;
  if (numbering === 'none') return `{slug}${extension}`;
  return kept.includes('{number}') ? kept : `{number}-{slug}${extension}`;
}

function numberingFor(name: string, found: Convention): Convention['numbering'] {
  if (name === found.name) return found.numbering;
  if (name.includes('{date')) return 'date';
  if (!name.includes('{number}')) return 'none';
  return found.numbering === 'assigned' ? 'assigned' : 'sequential';
}
