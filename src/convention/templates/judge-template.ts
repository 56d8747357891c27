import { DECIDED_STATUSES, STATUS_LABELS } from '../../words/status-words.ts';
import { isPlain } from './template-name.ts';

/** A number that is still to come. */
const AWAITED_NUMBER = /\b(?:N{3,}|X{3,}|0{3,})\b/i;

/** What says that something else comes in its place; a link, an image and an element of HTML are what they are. */
const BRACKETED = /<[^<>{}[\]=/"]{2,60}>|[{[][^<>{}[\]]{2,60}[}\]](?![([:])/g;

/** Words that a title begins with which is none yet. */
const ASKS_FOR_TITLE =
  /^\W*(?:(?:TODO|TBD|my|your)\b|(?:short |proposal |feature |the |your |my )*(?:title|name)\b)/i;

const DECISION = `(?:${DECIDED_STATUSES}|implementable)`;
const DECIDED = new RegExp(
  `^[ \\t]*(?:[-*+][ \\t]+)?\\W{0,3}status\\W{0,3}[:|]\\W{0,4}${DECISION}\\W{0,4}[ \\t]*$|^##[ \\t]*status[^\\n]*\\n\\s*${DECISION}\\b[^\\n|/,]*$`,
  'im',
);

const PLACEHOLDERS =
  /<[a-z][^<>\n]{2,80}>|\[[^\][\n]{3,80}\](?![([:])|\{[a-z][^{}\n]{2,80}\}|\b(?:YYYY-MM-DD|YYYYMMDD|NNNN|XXXX|TODO|TBD)\b|\bfill (?:me )?in\b|<!--/i;

const GUIDANCE =
  /\b(?:describe|explain|what is|what are|why are|how will|list (?:the|any|all)|one paragraph|a short|a brief|your|optional)\b/i;

export type Verdict = 'template' | 'proposal' | 'signpost' | 'unknown';

/**
 * What a document is by its content: a template holds placeholders and guidance and has no title of its own, and a
 * proposal that has been decided on is never one. A page without a heading and without anything to fill in leads
 * somewhere else.
 */
export function judge(text: string): Verdict {
  const { title, body, hasHeading } = headOf(text);
  if (DECIDED.test(text) || isIndex(title, body)) return 'proposal';
  if (title !== '' && isNoTitleYet(title)) return 'template';
  const waits = PLACEHOLDERS.test(body) || GUIDANCE.test(body);
  if (title === '') {
    if (waits) return 'template';
    return hasHeading || body.trim() === '' ? 'unknown' : 'signpost';
  }
  const isEmpty = body.replace(/^#+[^\n]*$/gm, '').trim() === '';
  if (!isEmpty) return 'proposal';
  return 'unknown';
}

/** A template in other words than "template": its first heading is a place for the title. */
export function asksForTitle(text: string): boolean {
  const { title } = headOf(text);
  const [prefix = ''] =
    /^\W*(?:[A-Za-z]{2,8}[- #]*)?(?:N{3,}|X{3,}|0{3,})(?![A-Za-z\d])/.exec(title) ?? [];
  return (prefix !== '' || isHoleAlone(title)) && !DECIDED.test(text);
}

/** Whether a document has the metadata of proposals at its top: a status or number, and who wrote it or when. */
export function hasOwnMetadata(text: string): boolean {
  const head = text.slice(0, LONGEST_HEAD);
  const says = (names: string) =>
    new RegExp(`^[ \\t]*(?:[-*+|][ \\t]*)?\\W{0,3}(?:${names})\\W{0,3}[:|=]`, 'im').test(head);
  const hasStatus = says(`${STATUS_LABELS}|number`) || SECTION_OF_STATUS.test(head);
  const isWritten =
    /^#{1,3}[ \t]+(?:summary|motivation|context|decision|abstract|problem)\b/im.test(text);
  const hasRequest = says('(?:rfc|adr|[a-z]?ep|proposal)[ -](?:pr|pull request|number)');
  return hasRequest || (hasStatus && (isWritten || says(PEOPLE_OR_DATES)));
}

const LONGEST_HEAD = 1500;

const SECTION_OF_STATUS = new RegExp(`^##[ \\t]+(?:${STATUS_LABELS})(?![\\p{L}])`, 'imu');
const PEOPLE_OR_DATES =
  'authors?|created|date|deciders?|owners?|auteure?s?|autor(?:en|es|e|i)?|datum|fecha|data|автор|дата|作者|日期|著者|日付|작성자|날짜';

/** Whether a page lists the proposals, as the one with the number 0 does in some places. */
function isIndex(title: string, body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const links = lines.filter((line) => /^[ \t]*(?:[-*+]|\d+\.|\|).*\]\((?!#)[^()]*\)/.test(line));
  return /\bindex\b/i.test(title) || (links.length > 1 && links.length * 2 > lines.length);
}

/** `Jupyter Enhancement Proposal Template`; what is to be done with one is a proposal. */
const CALLED_TEMPLATE =
  /^(?!(?:a |the )?(?:new|add|updat|chang|improv|replac|remov|use|us))\p{L}[\p{L} ]{0,40}\b(?:proposal|rfc|adr|decision|design|enhancement|document|spec)s? template$/iu;

function isNoTitleYet(title: string): boolean {
  const said = title.replace(/^.*[:：]/, '');
  return (
    AWAITED_NUMBER.test(title) ||
    ASKS_FOR_TITLE.test(title) ||
    isHoleAlone(title) ||
    CALLED_TEMPLATE.test(title) ||
    arePlainWords(title) ||
    (/\b(?:title|template)\b/i.test(said) && arePlainWords(said))
  );
}

/** Whether a title has something to fill in, and no other words than those that templates are made of. */
function isHoleAlone(title: string): boolean {
  const others = title.replace(BRACKETED, ' ').replace(/\b[\p{L}]{2,8}[- #]*\d*\s*[:–—-]/u, ' ');
  return title.search(BRACKETED) >= 0 && (others.trim() === '' || arePlainWords(others));
}

function arePlainWords(text: string): boolean {
  return isPlain(text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** The title by front matter or the first heading of level 1, and what follows. */
function headOf(text: string): { title: string; body: string; hasHeading: boolean } {
  const [front = ''] =
    /^\uFEFF?(?:---|\+\+\+)\r?\n[\s\S]*?\n(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  const rest = text.slice(front.length);
  const named = /^title[ \t]*[:=][ \t]*(.*)$/m.exec(front)?.[1]?.trim() ?? '';
  const heading = /^#[ \t]+(.*)$/m.exec(rest);
  const isSection = /^(?:summary|abstract|meta|motivation|context|status)\b/i.test(
    heading?.[1] ?? '',
  );
  const own = heading && !isSection ? (heading[1] ?? '').trim() : '';
  return {
    title: own || named.replace(/^["']|["']$/g, ''),
    body: own === '' || !heading ? rest : rest.slice(heading.index + heading[0].length),
    hasHeading: /^#{1,6}[ \t]/m.test(rest) || /^(?:=+|-+)[ \t]*$/m.test(rest),
  };
}
