import { frontMatterLines } from '../markdown/front-matter.ts';
import { linesOf } from '../markdown/lines.ts';

/** The keys of front matter that a template has gained and a document does not have. */
export function gainedKeys(base: string, now: string, document: string): string[] {
  return missingKeys(frontMatter(base), frontMatter(now), frontMatter(document));
}

/** The keys of a YAML file that a template's has gained, and a proposal's does not have. */
export function gainedFileKeys(base: string, now: string, own: string): string[] {
  return missingKeys(linesOf(base), linesOf(now), linesOf(own));
}

function missingKeys(
  base: readonly string[],
  now: readonly string[],
  own: readonly string[],
): string[] {
  const [old, there] = [new Set(topKeys(base)), new Set(topKeys(own))];
  return topKeys(now).filter((key) => !old.has(key) && !there.has(key));
}

function frontMatter(text: string): string[] {
  const lines = linesOf(text);
  return lines.slice(0, frontMatterLines(lines));
}

function topKeys(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^["']?([\w.-]+)["']?[ \t]*(?::(?=\s|$)|=)/.exec(line)?.[1] ?? []);
}
