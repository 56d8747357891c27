import type { TemplateSection } from './template-sections.ts';

/** Whether a document is to have a section: it is not optional, and its heading is no example. */
export function isRequired({ marker, title }: Pick<TemplateSection, 'marker' | 'title'>): boolean {
  return marker === 'always' && !isExample(title);
}

/**
 * Whether a heading is an example, to be written once for each thing or to be named by the author:
 * `{title of option 1}`, `Alternative: <another way>`, `[option 2]`, `Story 1`.
 */
function isExample(title: string): boolean {
  return EXAMPLE.test(title) || COUNTED.test(title);
}

const EXAMPLE = /\{[^{}]+\}|<[^<>]+>|\[[^[\]]+\](?![([])/;

const COUNTED =
  /^(?:(?:user )?story|use case|option|alternative|example|scenario|variant|phase|step|milestone)[ #-]{0,2}(?:\d{1,2}|[a-cn])(?![\p{L}\p{N}])/iu;
