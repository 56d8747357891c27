import { DECIDED_STATUSES } from '../../../words/status-words.ts';
import { type Heading, type Outline, titleStart } from '../../markdown/heading.ts';
import type { Field } from '../field.ts';
import { fieldOf } from '../labelled-value.ts';

const STATUS_IN_TITLE = `draft|wip|proposed|provisional|deferred|(?:in|under) review|superseded by [^()[\\]]{1,60}|${DECIDED_STATUSES}`;

/** A status behind a title in brackets, or before it in brackets or with a colon in capital letters. */
const SAID_BEHIND = new RegExp(`^(.*\\S)[ \\t]+[([](${STATUS_IN_TITLE})[)\\]]$`, 'i');
const SAID_BEFORE = new RegExp(`^\\[(${STATUS_IN_TITLE})\\][ \\t]*(?=\\S)`, 'i');
const SAID_IN_CAPITALS = new RegExp(
  `^(${STATUS_IN_TITLE.toUpperCase().replace(/\|SUPERSEDED BY [^|]*/, '')}):[ \\t]+(?=\\S)`,
);

/** The status that a title says beside its words; undefined where it says none. */
export function titleStatus(heading: Heading, outline: Outline): Field | undefined {
  const { word, at } = parts(heading.title);
  if (heading.level !== 1 || word === '') return undefined;
  return fieldOf('Status', { text: word, start: titleStart(heading, outline) + at }, heading.line);
}

/** A title without the status that it says. */
export function withoutStatus(title: string): string {
  return parts(title).rest;
}

function parts(title: string): { word: string; at: number; rest: string } {
  const [, rest, last = ''] = SAID_BEHIND.exec(title) ?? [];
  if (rest !== undefined) return { word: last, at: title.length - 1 - last.length, rest };
  const [all = '', first = ''] = SAID_BEFORE.exec(title) ?? SAID_IN_CAPITALS.exec(title) ?? [];
  return { word: first, at: all.indexOf(first), rest: title.slice(all.length) };
}
