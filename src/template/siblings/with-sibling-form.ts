import { frontMatterEnd } from '../../document/markdown/front-matter.ts';
import { lineEnding } from '../../document/markdown/lines.ts';

/** How proposals differ from their template, all in the same way. */
export interface SiblingForm {
  /** The lines of keys of front matter whose values are made of what a proposal is called by. */
  keys: ReadonlyMap<string, string>;
  /** The front matter that they have and the template does not; empty where there is none. */
  front: string;
  /** The title with a place for the number, where they have one and the template has none. */
  title: string | undefined;
  /** The first heading where all of them share it; it is not a title. */
  heading: string | undefined;
}

/** A template with what the proposals have that were made of it: front matter, and keys made of what they are called by. */
export function withSiblingForm(template: string, { keys, front }: SiblingForm): string {
  const end = frontMatterEnd(template);
  if (front !== '' && end === 0)
    return (
      front.replaceAll('\n', lineEnding(template)) + template.replace(/^\uFEFF?(?:\s*\n)?/, '')
    );
  const head = template.slice(0, end).split('\n');
  const lines = head.map((line, index) => {
    const [, name = '', value = ''] = /^([\w-]+)[ \t]*[:=](.*?)\r?$/.exec(line) ?? [];
    const own = keys.get(name);
    const goesOn = value.trim() === '' && /^[ \t]+\S|^- /.test(head[index + 1] ?? '');
    return own === undefined || goesOn ? line : own + (line.endsWith('\r') ? '\r' : '');
  });
  return lines.join('\n') + template.slice(end);
}
