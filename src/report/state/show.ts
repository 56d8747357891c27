import type { Relation } from '../../document/head/labels.ts';
import { highestLevel } from '../../document/markdown/heading.ts';
import type { SectionState } from '../../document/sections/section-states.ts';
import { isRelatedTo } from '../../proposals/state/related.ts';
import { commandLine } from '../../shell-quoting.ts';
import { paint, type Style } from '../style.ts';
import type { ListedState } from './list.ts';

/** All details of a proposal, as `--json` prints them. */
export interface ShowResult extends ListedState {
  command: 'show';
  /** Relations from other proposals to it. */
  referredBy: { kind: Relation['kind']; number: number | null; path: string }[];
  /** Its headings, in order. */
  outline: SectionState[];
}

/** The head, the outline as a tree, the relations in both directions, and what to do next. */
export function showText(shown: ShowResult, style: Style): string[] {
  const { number, title, path, status, author, changed, area, branch } = shown;
  const head = [
    paint(style, 'bold', number === null ? title : `${number}  ${title}`),
    path,
    `Status: ${status?.value ?? 'none'}`,
    ...(author === null
      ? []
      : [`Created by ${author}, last changed ${changed?.slice(0, 10) ?? ''}`]),
    ...(area === null ? [] : [`Area: ${area}`]),
    ...(branch === null ? [] : [`On the branch ${branch}, not merged`]),
  ];
  const relations = [
    ...shown.relations.map(({ kind, to }) => `${KINDS_SAID[kind]} ${to}`),
    ...shown.referredBy
      .filter((other) => !isSaidBoth(other, shown))
      .map(({ kind, path: from }) => `${KINDS_OF_OTHERS[kind]} ${from}`),
  ];
  return [
    ...head,
    ...block(relations),
    ...block(outlineLines(shown.outline, style)),
    ...block(nextLines(shown, style)),
  ];
}

const KINDS_SAID: Readonly<Record<Relation['kind'], string>> = {
  supersedes: 'Supersedes',
  'superseded-by': 'Superseded by',
  'see-also': 'See also',
  requires: 'Requires',
  amends: 'Amends',
};

const KINDS_OF_OTHERS: Readonly<Record<Relation['kind'], string>> = {
  supersedes: 'Superseded by',
  'superseded-by': 'Supersedes',
  'see-also': 'Referenced by',
  requires: 'Required by',
  amends: 'Amended by',
};

/** Whether both ends of a relation say it, so that one line is enough. */
function isSaidBoth(
  { kind, number, path }: ShowResult['referredBy'][number],
  { relations, path: shown }: ShowResult,
): boolean {
  return relations.some(
    (own) =>
      KINDS_SAID[own.kind] === KINDS_OF_OTHERS[kind] &&
      isRelatedTo(own.to, shown, { path, number }),
  );
}

function block(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function outlineLines(outline: readonly SectionState[], style: Style): string[] {
  const top = highestLevel(outline);
  return outline.map(({ heading, level, state, words }) => {
    const said = state === 'written' ? `${words} ${words === 1 ? 'word' : 'words'}` : STATES[state];
    const name = `${'  '.repeat(level - top)}${heading}`;
    return said === ''
      ? name
      : `${name}  ${paint(style, state === 'written' ? 'dim' : 'yellow', said)}`;
  });
}

const STATES: Readonly<Record<Exclude<SectionState['state'], 'written'>, string>> = {
  parts: '',
  empty: 'empty',
  'to come': 'to be written',
  template: 'only guidance',
};

function nextLines({ sections: { missing }, path }: ShowResult, { shell }: Style): string[] {
  const command = ['npx', 'create-enhancement', '--section', ...missing, '--in', path];
  if (missing.length === 0) return [];
  return [`Missing: ${missing.join(', ')}`, `  ${commandLine(command, shell)}`];
}
