import { blankOutCode } from '../document/markdown/blank-code.ts';
import { HELPERS } from './helpers.ts';

/** What stands in double braces, unless a backslash or a dollar makes it something else's. */
const BRACES = /(?<![\\$])\{\{\{?~?([^{}]*?)~?\}\}/g;

const BLOCK_NAMES: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/**
 * Whether a template has Handlebars expressions: names, the helpers, or blocks. `{{ .Values.x }}`, `{{
 * page.title }}`, `\${{ github.ref }}` and whatever stands in code are text.
 */
export function hasExpressions(text: string): boolean {
  if (!text.includes('{{')) return false;
  return [...blankOutCode(text).matchAll(BRACES)].some(([, inner = '']) => isExpression(inner));
}

/** A text in which Handlebars finds no expression, and which it writes as it is. */
export function escapeBraces(text: string): string {
  return text.replace(/(?<!\\)(\\*)\{\{/g, (_, slashes: string) =>
    // A backslash right before braces would be taken for the escape: a comment keeps them apart.
    slashes === '' ? '\\{{' : `${slashes}\\{{!}}\\{{`,
  );
}

function isExpression(inner: string): boolean {
  const [head = '', ...args] = inner.trim().split(/\s+/);
  if (/^[#^]/.test(head)) return BLOCK_NAMES.has(head.slice(1) || (args[0] ?? ''));
  return (
    /^(?!(?:this|else)$)[A-Za-z_][\w-]*$/.test(head) && (args.length === 0 || HELPERS.has(head))
  );
}
