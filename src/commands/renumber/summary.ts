import type { RenumberResult } from './plan.ts';

/** Characters of a mention that are shown. */
const SHOWN = 80;

/** What a move changes and what it leaves, a line each, for whoever decides about it or has made it. */
export function moveLines(result: RenumberResult): string[] {
  const { edits, links, mentions, because, recovered = [] } = result;
  const changed = edits.map(
    ({ path, line, before, after }) => `  ${path}:${line}  ${before} → ${after}`,
  );
  const linked = links.map(
    ({ path, before, after }) => `  ${path}  (symbolic link) ${before} → ${after}`,
  );
  const left = mentions.map(({ path, line, text }) => `  ${path}:${line}  ${text.slice(0, SHOWN)}`);
  return [
    ...recovered.map(
      (name) => `  (an earlier move of ${name} was stopped halfway, and taken back first)`,
    ),
    ...(because === undefined ? [] : [`  (${because})`]),
    ...changed,
    ...linked,
    ...(left.length > 0 ? ['', 'These may mean it too, and are left to you:', ...left] : []),
  ];
}
