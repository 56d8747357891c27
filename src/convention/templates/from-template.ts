import type { Convention } from '../convention.ts';
import { isForDecisions } from '../detection/directory-name.ts';
import type { Guides } from '../detection/read-guides.ts';
import { templateForm } from './template-name.ts';

type Learned = Omit<Convention, 'directory'>;

/**
 * What the template of a place says that has no entries yet: one with a place for a number or a date in its
 * name decides the name, and the template's own layout is that of the entries. One without says that there are no
 * numbers, unless its title waits for one, the pages beside it speak of them, or it is for decisions.
 */
export function conventionFromTemplate(
  path: string,
  { directory, text, guides }: { directory: string; text: string; guides: Guides },
): Learned {
  const [file = '', folder = ''] = path.split('/').toReversed();
  const called = templateForm(file) ?? templateForm(folder);
  const form = called ?? formShown(guides);
  const layout = layoutOfTemplate(file, called !== undefined, guides);
  const isFile = layout.layout === 'file';
  const own = /\.(?:mdx|markdown)(?=\.|$)/i.exec(file)?.[0] ?? '.md';
  const extension = isFile ? own : '';
  if (form?.kind === 'date') {
    return {
      ...layout,
      name: `{date:${form.format}}-{slug}${extension}`,
      numbering: 'date',
      width: null,
    };
  }
  const width = form?.width ?? widthSaid(directory, text, guides);
  if (width === undefined || guides.said === 'none') {
    return { ...layout, name: `{slug}${extension}`, numbering: 'none', width: null };
  }
  const numbering = guides.said === 'request' ? 'assigned' : 'sequential';
  return { ...layout, name: `${form?.prefix ?? ''}{number}-{slug}${extension}`, numbering, width };
}

/** The convention of a place of which only its name and its README are known. */
export function conventionFromGuides(directory: string, guides: Guides): Learned | undefined {
  const isFile = isForDecisions(directory.slice(directory.lastIndexOf('/') + 1));
  if (!isFile && guides.said !== 'none' && guides.said !== 'request') return undefined;
  const hasNumbers = guides.said !== 'none';
  return {
    layout: isFile ? 'file' : 'directory',
    document: isFile ? null : 'README.md',
    name: `${hasNumbers ? '{number}-' : ''}{slug}${isFile ? '.md' : ''}`,
    numbering: hasNumbers ? (guides.said === 'request' ? 'assigned' : 'sequential') : 'none',
    width: hasNumbers ? 4 : null,
  };
}

function layoutOfTemplate(
  file: string,
  isCalled: boolean,
  { showsDirectory }: Guides,
): Pick<Convention, 'layout' | 'document'> {
  if (templateForm(file) !== undefined || (!isCalled && !showsDirectory))
    return { layout: 'file', document: null };
  return { layout: 'directory', document: showsDirectory ? 'README.md' : file };
}

/** What the pages beside the template say of names: `docs/rfcs/YYYY-MM-DD-title.md`, `RFC-NNN-title.md`. */
function formShown({ shown }: Guides): ReturnType<typeof templateForm> {
  const names = shown.flatMap((each) =>
    each.split('/').filter((part) => part !== '' && !/template/i.test(part)),
  );
  return names.map((name) => templateForm(name)).find((form) => form !== undefined);
}

/** The digits of numbers by the title that waits for one, or four where something else speaks of numbers. */
function widthSaid(directory: string, text: string, { said }: Guides): number | undefined {
  const hole = /^#[^\n]*?\b(N{3,}|X{3,}|0{3,}|NUMBER)\b/m.exec(text)?.[1];
  if (hole !== undefined) return hole === 'NUMBER' ? 4 : hole.length;
  const written = HANDLEBARS_NUMBER.exec(text);
  if (written) return Number(written[1] ?? 4);
  const isCounted = said === 'next' || said === 'request';
  return isCounted || isForDecisions(directory.slice(directory.lastIndexOf('/') + 1))
    ? 4
    : undefined;
}

/** The number in an expression of ours, perhaps with its digits: `{{number}}`, `{{pad number 3}}`. */
const HANDLEBARS_NUMBER = /\{\{\s?(?:number|pad number (\d))\s?\}\}/;
