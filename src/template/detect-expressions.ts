import { blankOutCode } from '../document/markdown/blank-code.ts';
import { HELPERS } from './helpers.ts';
import { EMPTY_VALUES } from './values.ts';

/** What stands in double braces, unless a backslash or a dollar makes it something else's. */
const BRACES = /(?<![\\$])\{\{\{?~?([^{}]*?)~?\}\}/g;

const NAME = /^(?!(?:this|else)$)[A-Za-z_][\w-]*$/;

const KNOWN = new Set(Object.keys(EMPTY_VALUES).map((name) => name.toLowerCase()));

const BLOCK_NAMES: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/**
 * Whether a template has Handlebars expressions: it says so by a block or a helper, or by names that are known, where
 * all its braces are names. Those of Helm, Liquid, Obsidian, LaTeX and what stands in code are words.
 */
export function hasExpressions(text: string): boolean {
  if (!text.includes('{{')) return false;
  const prose = blankOutCode(text);
  const found = [...prose.matchAll(BRACES)].map(([, inner = '']) => inner.trim());
  if (found.some(isBlockOrHelper)) return true;
  const opened = prose.match(/(?<![\\$])\{\{/g)?.length ?? 0;
  const names = found.filter((inner) => NAME.test(inner));
  // A name that is known but for its capital letters was written for something else.
  const isForeign = names.some(
    (name) => !Object.hasOwn(EMPTY_VALUES, name) && KNOWN.has(name.toLowerCase()),
  );
  const isKnown = names.some((name) => Object.hasOwn(EMPTY_VALUES, name));
  if (names.length !== opened || !isKnown || isForeign) return false;
  return !(names.every((name) => SIMPLE_NAMES.has(name)) && WAITS_IN_WORDS.test(prose));
}

/** Names that stand for what plain templates have other words for, and such words beside them. */
const SIMPLE_NAMES: ReadonlySet<string> = new Set(['title', 'number', 'date', 'author']);
const WAITS_IN_WORDS = /\b(?:N{3,}|YYYY-MM-DD|your name)\b/i;

/** A text in which Handlebars finds no expression, and which it writes as it is. */
export function escapeBraces(text: string): string {
  return text.replace(/(?<!\\)(\\*)\{\{/g, (_, slashes: string) =>
    // A backslash right before braces would be taken for the escape: a comment keeps them apart.
    slashes === '' ? '\\{{' : `${slashes}\\{{!}}\\{{`,
  );
}

function isBlockOrHelper(inner: string): boolean {
  const [head = '', ...args] = inner.split(/\s+/);
  if (/^[#^]/.test(head)) return BLOCK_NAMES.has(head.slice(1) || (args[0] ?? ''));
  if (head.startsWith('>')) return true;
  // A name before one that is known is a helper, if only a misspelled one.
  const isValue = (each: string) => /^["']/.test(each) || Object.hasOwn(EMPTY_VALUES, each);
  const isCall = args.some(isValue) && args.every((each) => isValue(each) || NAME.test(each));
  return NAME.test(head) && args.length > 0 && (HELPERS.has(head) || isCall);
}
