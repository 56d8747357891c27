import { Failure } from '../../failure.ts';
import { isMarkdown, withoutExtension } from '../../file-names.ts';
import { type Convention, isNumbered } from '../convention.ts';
import type { Configuration } from './configuration.ts';

/**
 * A convention with what a configuration says instead. What is not said follows from what is: a name that ends
 * in `.md` is a file, one with a date is dated.
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
      `The name "${name}" does not fit the numbering "${numbering}"`,
      {
        hint: 'A numbered name contains {number}, a dated one {date:YYYYMMDD}, and any other neither',
      },
    );
  }
  const hasNumber = isNumbered({ numbering });
  if (hasNumber) refuseUnreadable(name);
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
    width: hasNumber ? digits : null,
  };
}

function refuseUnreadable(name: string): void {
  if (/^[^{}\d]*\{number\}(?:[-_. ][^{}]*(?:\{slug(?::[^{}]*)?\}[^{}]*)?)?$/.test(name)) return;
  throw Failure.usage(
    'invalid-configuration',
    `The number could not be recognised in the name "${name}"`,
    {
      hint: 'Put the number first or after a prefix without digits, as in RFC-{number}-{slug}',
    },
  );
}

function layoutFor(found: Convention, { document, name }: Configuration): Convention['layout'] {
  if (document !== undefined) return document === null ? 'file' : 'directory';
  if (name === undefined) return found.layout;
  return isMarkdown(name) ? 'file' : 'directory';
}

function nameFor(
  found: Convention,
  { name, numbering }: Configuration,
  layout: Convention['layout'],
): string {
  const extension = layout === 'file' ? '.md' : '';
  if (name !== undefined)
    return layout === 'file' && withoutExtension(name) === name ? `${name}.md` : name;
  const kept = layout === found.layout ? found.name : `${withoutExtension(found.name)}${extension}`;
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
