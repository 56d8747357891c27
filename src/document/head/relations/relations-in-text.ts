import { isNoProposal, RELATION_PHRASES, type Relation, relationCalled } from '../labels.ts';

/** Words that say how another proposal is related, before its number or link. */
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${Object.values(RELATION_PHRASES).join('|')})(?![\\p{L}\\p{N}_])[ \\t]*[:：]?[ \\t]*`,
  'giu',
);

/** A proposal that is named: by a link, a wiki link, or a number with or without what proposals are called. */
const TARGET =
  /^(?:\[((?:\\.|[^[\]\\])*)\]\(([^()\s]*)[^()]*\)|\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]|((?:[A-Z][A-Za-z]{1,11}[-# ]{0,2}#?|[a-z]{2,8}-|#)\d+(?:-[a-z0-9-]+)?(?:\.md)?|\d+-[a-z][a-z0-9-]*(?:\.md)?|\d+(?=[*_`]*[ \t]*(?:[.,;)\]&]|and |$)))(?![\p{L}\p{N}%]|\.\p{N}))/u;

const BETWEEN_TARGETS = /^[ \t]*(?:[,;&]|and|und|et|y|e|и|[,;][ \t]*and)[ \t]*(?=\S)/;

/**
 * The relations that lines about a status name, such as `Superseded by [12](0012-x.md)` or `Accepted. Amends ADR-3`.
 * @param first the number of the first line, counted from 1
 */
export function relationsInText(lines: readonly string[], first: number): Relation[] {
  return lines.flatMap((line, at) => {
    // Choices are the template's.
    const isChoice = line.split('|').length > 2 || /^[^\p{L}]*\{[^{}]*\|/u.test(line);
    if (line.length > LONGEST_SENTENCE || isChoice) return [];
    const phrases = [...line.matchAll(PHRASE)];
    return phrases.flatMap(({ index, 0: phrase }, which): Relation[] => {
      const kind = relationCalled(phrase.replace(/(?<![\s:：])[\s:：]+$/, ''));
      const rest = line.slice(index + phrase.length, phrases[which + 1]?.index);
      const found = targetsIn(rest);
      // At the beginning of its line, all that follows is meant.
      const isAlone = phrases.length === 1 && /^[\s>*_-]*$/.test(line.slice(0, index));
      const named = found.length > 0 || !isAlone ? found : [rest.trim()];
      // What is superseded in part stands.
      if (!kind || IN_PART.test(line.slice(0, index))) return [];
      return named.flatMap((to) => (isNoProposal(to) ? [] : [{ kind, to, line: first + at }]));
    });
  });
}

const LONGEST_SENTENCE = 500;

const IN_PART = /\b(?:partly|partially|teilweise|en partie|partiellement|parcialmente)\s{0,3}$/i;

function targetsIn(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; ; ) {
    const bare = rest.replace(/^[*_`"'(]+/, '');
    const [whole, label = '', address = '', wiki, plain] = TARGET.exec(bare) ?? [];
    if (whole === undefined) return found;
    found.push(wiki ?? plain ?? (address || label));
    const behind = bare.slice(whole.length).replace(/^[*_`"')]+/, '');
    const between = BETWEEN_TARGETS.exec(behind)?.[0];
    if (between === undefined) return found;
    rest = behind.slice(between.length);
  }
}
