import { HEAD_KEY, isStatus } from '../../../document/head/labels.ts';
import { RELATION_WORDS } from '../../../words/proposal-words.ts';
import { hasOwnForm } from '../../siblings/own-values.ts';
import { type Edit, orElse, type Part } from '../handlebars.ts';
import {
  dateEdit,
  isPlaceholder,
  isYourName,
  numberEdit,
  OTHER_DAYS,
  standsForPeople,
} from '../placeholders.ts';
import { numberedTitleParts } from '../title.ts';
import {
  KINDS,
  type Labelled,
  LONGEST_METADATA_LINE,
  linesWithStarts,
  nameWaitedFor,
} from './labels.ts';
import { statusChoiceEdit } from './status-choice.ts';

/** A comment that says what is to be written in its place. */
const ASKING_COMMENT = /^#.*\b(?:fill|your|today|yyyy)\b/i;

/** An expression of another tool, such as Hugo's `{{ .Date }}`, that is all of a value. */
const FOREIGN_EXPRESSION = /^(["']?)\{\{[^\n{}]*\}\}\1(?=[ \t]+#|$)/;

/** A whole value that can be nothing but a number that is yet to come. */
const STANDS_FOR_NUMBER = /^(["']?)(?:N{3,}|X{3,}|0{3,}|<?to be assigned>?)\1$/i;

/**
 * The places for title, number, dates, author and area in YAML: a companion such as `kep.yaml`, or front
 * matter. Comments after a value stay.
 */
export function yamlEdits(text: string): Edit[] {
  const lines = linesWithStarts(text);
  let above = '';
  const edits = lines.flatMap(({ line, at }, index) => {
    above = /^([\w-]+):/.exec(line)?.[1] ?? above;
    const indent = HEAD_KEY.test(above) ? (/^[ \t]*/.exec(line)?.[0] ?? '') : '';
    const below = lines[index + 1]?.line ?? '';
    const isContinued = /^-[ \t]/.test(below) || below.search(/\S/) > indent.length;
    const empty = isContinued ? undefined : editForNothing(line, at);
    if (empty) return empty;
    const found = yamlLine(line, indent);
    return found && !isContinued ? (editFor({ ...found, start: at + found.start }) ?? []) : [];
  });
  return [...edits, ...authorLists(text), ...authorMaps(text)];
}

/** The title or the author where a key has no value. */
function editForNothing(line: string, at: number): Edit | undefined {
  const [head = '', label = '', gap = ''] = /^([\w-]{1,30}):([ \t]*)$/.exec(line) ?? [];
  const name = nameWaitedFor(label);
  if (name === undefined) return undefined;
  const end = at + head.length;
  const code = `${gap === '' ? ' ' : ''}{{${name}InYaml}}`;
  return { start: end, end, parts: orElse(name, code, '') };
}

function editFor(found: Labelled): Edit | undefined {
  return found.value.startsWith('#') ? editForComment(found) : yamlEdit(found);
}

function yamlLine(line: string, indent: string): Labelled | undefined {
  if (line.length > LONGEST_METADATA_LINE || hasOwnForm(line)) return undefined;
  const [lead = '', label = ''] =
    /^([\w-]+(?: [\w-]+){0,3}):[ \t]+/.exec(line.slice(indent.length)) ?? [];
  const head = indent + lead;
  const rest = line.slice(head.length).trimEnd();
  if (label === '' || rest === '') return undefined;
  if (ASKING_COMMENT.test(rest)) return { label, value: rest, start: head.length };
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^[\]]*\])(?=[ \t]+#|$)/.exec(rest)?.[0];
  if (quoted !== undefined) return { label, value: quoted, start: head.length };
  const foreign = FOREIGN_EXPRESSION.exec(rest)?.[0];
  if (foreign !== undefined) return { label, value: foreign, start: head.length };
  // Braces around words without a key mean nothing in YAML.
  const braces = /^\{[^{}:]*\}(?=[ \t]+#|$)/.exec(rest)?.[0];
  if (braces !== undefined) return { label, value: braces, start: head.length };
  if (/^["'|>&*[{%@`]/.test(rest)) return undefined;
  const comment = rest.search(/[ \t]#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return value === '' || value.startsWith('#') ? undefined : { label, value, start: head.length };
}

function yamlEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (isStatus({ label })) return statusChoiceEdit(value, start);
  if (KINDS.title.test(label)) return titleEdit({ label, value, start });
  if (KINDS.number.test(label)) return numberInYaml(value, start);
  if (KINDS.date.test(label)) return dateInYaml({ label, value, start });
  if (KINDS.author.test(label) || (/^owner$/i.test(label) && isYourName(value))) {
    const isQuoted = value.startsWith('"');
    const code = isQuoted ? '{{authorInQuotes}}' : '{{authorInYaml}}';
    return whole('author', value.startsWith('[') ? '[{{authorInYaml}}]' : code);
  }
  if (isOwnNumber(label, value)) return awaitedNumber(value, start);
  return KINDS.area.test(label) && /xxx|xyz|<|tbd/i.test(value)
    ? whole('area', '{{area}}')
    : undefined;
}

function numberInYaml(value: string, start: number): Edit | undefined {
  // YAML reads leading zeros as octal.
  // Behind letters, or between quotes, it is a text.
  const isText = /^["']|[A-MO-WYZa-mo-wyz][-_ ]?(?:0{2,}|N{2,}|X{3,})/.test(value);
  const code = isText ? '{{number}}' : '{{pad number 1}}';
  const isAngled = /^<[^<>]*>$/.test(value);
  if (!isAngled) return numberEdit(value, start, code);
  return { start, end: start + value.length, parts: orElse('number', code, value) };
}

function dateInYaml({ label, value, start }: Labelled): Edit | undefined {
  if (OTHER_DAYS.test(label)) return undefined;
  if (!FOREIGN_EXPRESSION.test(value)) return dateEdit(value, start);
  return { start, end: start + value.length, parts: orElse('date', '{{date}}', value) };
}

function titleEdit({ label, value, start }: Labelled): Edit | undefined {
  const parts = numberedTitleParts(value) ?? titleInQuotes(value);
  return label === 'name' ? undefined : { start, end: start + value.length, parts };
}

function titleInQuotes(value: string): Part[] {
  const [, quote = '', inside = ''] = /^(["'])(.*)\1$/.exec(value) ?? [];
  if (quote === '') return orElse('title', '{{titleInYaml}}', value);
  const code = quote === '"' ? '{{titleWithinQuotes}}' : '{{titleWithinApostrophes}}';
  return [{ text: quote }, ...orElse('title', code, inside), { text: quote }];
}

/** A comment where a value is to be, which goes when there is one. */
function editForComment({ label, value, start }: Labelled): Edit | undefined {
  const whole = { start, end: start + value.length };
  if (KINDS.date.test(label)) {
    const time = /YYYY-MM-DD(T00:00:00(?:\.000)?Z)/.exec(value)?.[1] ?? '';
    if (OTHER_DAYS.test(label)) return undefined;
    return { ...whole, parts: orElse('date', `{{date}}${time}`, value) };
  }
  if (!KINDS.title.test(label)) return undefined;
  const code = /ident/.test(value) ? '{{slugWithUnderscores}}' : '{{titleInYaml}}';
  return { ...whole, parts: orElse('title', code, value) };
}

function isOwnNumber(label: string, value: string): boolean {
  return STANDS_FOR_NUMBER.test(value) && !RELATION_WORDS.test(label);
}

function awaitedNumber(value: string, start: number): Edit {
  const isQuoted = /^["']/.test(value);
  const hole = isQuoted ? value.slice(1, -1) : value;
  const at = start + Number(isQuoted);
  const code = isQuoted ? '{{number}}' : '{{pad number 1}}';
  return { start: at, end: at + hole.length, parts: orElse('number', code, hole) };
}

/** The name of the first of those who write, where each is a mapping with a name that is a stand-in. */
function authorMaps(text: string): Edit[] {
  const maps = text.matchAll(
    /^authors?:[ \t]*\r?\n((?:[ \t]+(?:-[ \t]+)?[\w-]+:[^\r\n]*(?:\r?\n|$)|-[ \t]+[\w-]+:[^\r\n]*(?:\r?\n|$))+)/gm,
  );
  return [...maps].flatMap(({ index, 0: whole, 1: items = '' }) => {
    const [line = '', lead = '', value = ''] =
      /^([ \t]*(?:-[ \t]+)?name:[ \t]*)(.*)$/m.exec(items) ?? [];
    // An account beside the name would be another person's.
    const [, account = ''] =
      /^[ \t]*(?:-[ \t]+)?(?:github|gitlab|handle|user(?:name)?|account|id):(.*)$/im.exec(items) ??
      [];
    const isOthers = account !== '' && !standsForPeople(account);
    if (isOthers || value.trim() === '' || !isPlaceholder(value)) return [];
    const at = index + whole.indexOf(line) + lead.length;
    const parts = orElse('author', '{{authorInYaml}}', value.trimEnd());
    return { start: at, end: at + value.trimEnd().length, parts };
  });
}

function authorLists(text: string): Edit[] {
  const lists = text.matchAll(
    /^authors?:[ \t]*(\r?\n)((?:[ \t]*-[ \t]+[^\r\n]*(?:\r?\n|(?![\s\S])))+)(?![ \t]+\S)/gm,
  );
  return [...lists].flatMap(({ index, 0: whole, 1: eol = '', 2: items = '' }) => {
    // Items that are mappings are more than a name.
    if (/^[ \t]*-[ \t]+[\w-]+:[ \t]/m.test(items)) return [];
    const at = index + whole.length - items.length;
    const [bullet = ''] = /^[ \t]*-[ \t]+/.exec(items) ?? [];
    const end = items.endsWith('\n') ? eol : '';
    return {
      start: at,
      end: at + items.length,
      parts: orElse('author', `${bullet}{{authorInYaml}}${end}`, items),
    };
  });
}
