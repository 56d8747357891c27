import { linesOf } from '../markdown/lines.ts';

/** Marks of table-of-contents generators: mdtoc, doctoc, markdown-toc and all-in-one. */
const GENERATED = /<!--\s*(?:toc\b|START doctoc|mdtoc|vscode-markdown-toc)|^\[\[?_?TOC_?\]\]?$/i;

/**
 * The line, counted from 1, of a generated table of contents, which a new section makes stale;
 * undefined when there is none.
 */
export function generatedContents(document: string): number | undefined {
  const line = linesOf(document).findIndex((text) => GENERATED.test(text.trim()));
  return line < 0 ? undefined : line + 1;
}
