import { MARKDOWN_EXTENSIONS } from '../markdown-names.ts';

const TEMPLATE_EXTENSION = new RegExp(
  `(?:${MARKDOWN_EXTENSIONS})?(?:\\.(?:template|tmpl|hbs))?$`,
  'i',
);

const MAY_BE = /templ|nn|xx|00|yyyy|##|\.hbs$|\.tmpl$/i;

/** A number yet to come: `NNNN`, `XXXX`, zeros, or the letters of a date. */
const PLACEHOLDER =
  /^(?:[a-z]{1,40}[-_]?)?(?:n{2,}|x{2,}|0{2,}|#{2,}|y{4}[-_]?m{2}(?:[-_]?d{2})?)(?=[-_. ]|$)/i;

/** A proposal that has the number 0, as decisions to record decisions do, or a draft that has none yet. */
const PLACEHOLDER_ENTRY =
  /^(?:[a-z]{1,40}[-_]?)?(?:0+|x+)[-_. ](?!(?:(?:my|your|short|some|the)[-_ ].*)?(?:title|slug|name|feature|proposal|example)$)/i;

const OTHER_TEMPLATES =
  /issue|pull[-_ ]?request|bug|release|(?:^|[-_])pr(?:[-_]|$)|mail|notification/i;

/**
 * How clearly the name of a file or directory says that it is a proposal template; 0 when it does not. A real
 * number above 1 belongs to a proposal about templates.
 */
export function templateRank(name: string): number {
  if (!MAY_BE.test(name)) return 0;
  const stem = name.replace(TEMPLATE_EXTENSION, '');
  const ends = /(?:^|[-_. ])_?template$/i.test(stem) || /\.(?:template|tmpl|hbs)$/i.test(name);
  const number = Number(/^(?:[a-z]+[-_]?)?(\d+)/i.exec(stem)?.[1] ?? 0);
  if (number > 1 || OTHER_TEMPLATES.test(stem)) return 0;
  if (PLACEHOLDER.test(stem) && /template/i.test(stem)) return 4;
  if (PLACEHOLDER.test(stem) && !PLACEHOLDER_ENTRY.test(stem)) return 3;
  if (ends) return 2;
  // One of several: template-short, adr-template-minimal.
  return /^_?(?:[a-z]{2,4}[-_])?template[-_]/i.test(stem) ? 1 : 0;
}

export function isTemplateName(name: string): boolean {
  return templateRank(name) > 0;
}

/** What a template's name says of entries: where their number or date goes. */
export function templateForm(
  name: string,
):
  | { kind: 'date'; format: string }
  | { kind: 'number'; prefix: string; width: number | null }
  | undefined {
  const stem = name.replace(TEMPLATE_EXTENSION, '');
  const [, prefix = '', hole = ''] =
    /^((?:[a-z]+[-_])?)(n{2,}|x{2,}|0{2,}|#{2,}|y{4}[-_]?m{2}(?:[-_]?d{2})?)(?=[-_. ]|$)/i.exec(
      stem,
    ) ?? [];
  if (hole === '') return undefined;
  if (/^y/i.test(hole)) return { kind: 'date', format: hole.toUpperCase() };
  return { kind: 'number', prefix, width: hole.length };
}
