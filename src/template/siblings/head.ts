/** A line such as `- Status: accepted`: what stands before the value, the label, and the value. */
interface LabelledLine {
  before: string;
  label: string;
  value: string;
  after: string;
}

interface Shared {
  /** The share of documents, 0 to 1, that have what is kept. */
  share: number;
  /** The status of a new proposal; empty where it is not known. */
  status: string;
}

const LABELLED =
  /^([ \t]*(?:[-*+][ \t]+|\|[ \t]*)?(?:\*\*|__|\*)?)([\p{L}][\p{L}\p{N} ()/_.-]{0,40}?)((?:\*\*|__|\*)?[ \t]*[:|](?:\*\*|__|\*)?[ \t]*)(.*?)([ \t]*\|?[ \t\\]*)$/u;

/** What a new proposal is called in the words for statuses that are used. */
const OPEN_STATUS =
  /^(?:proposed|draft|open|new|pending|wip|in review|in discussion|provisional|idea)$/i;

const DECIDED_STATUS =
  /^(?:accepted|approved|implemented|implementable|rejected|superseded|deprecated|final|done|active|withdrawn|declined|obsolete)\b/i;

const STATUS = /^(?:status|state)$/i;

const DATE_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d/, 'YYYY-MM-DD'],
  [/^\d{4}\/\d\d\/\d\d/, 'YYYY/MM/DD'],
  [/^\d\d\.\d\d\.\d{4}/, 'DD.MM.YYYY'],
];

/** The statuses that a document names, by a label or as the first line of its section. */
export function statusesIn(text: string, front: number): string[] {
  const inSection = /^#{1,6}[ \t]+status[ \t]*#*\n\s*([^\n]+)/im.exec(text.slice(front))?.[1];
  const labelled = text
    .split('\n')
    .slice(0, 40)
    .flatMap((line) => {
      const found = labelledLine(line);
      return found && STATUS.test(found.label) ? [found.value] : [];
    });
  return [...(inSection === undefined ? [] : [inSection]), ...labelled].map(plainValue);
}

/** The status of a new proposal among the words that others use; empty where they use words that are not known. */
export function statusFor(statuses: readonly string[]): string {
  const open = mostOf(statuses.filter((each) => OPEN_STATUS.test(each)));
  if (open !== undefined) return open;
  const decided = statuses.filter((each) => DECIDED_STATUS.test(each));
  if (decided.length === 0) return '';
  return decided.every((each) => each === each.toLowerCase()) ? 'proposed' : 'Proposed';
}

/** The metadata lines that documents share, with places for their values, in the order of one of them. */
export function headLines(
  heads: readonly string[],
  { base, ...shared }: Shared & { base: number },
): string[] {
  const known = valuesByLabel(heads);
  const least = heads.length * shared.share;
  const lines = (heads[base] ?? '').split('\n').flatMap((line) => {
    const found = labelledLine(line);
    if (!found) return isRuled(line, heads, least) ? [line] : [];
    const values = known.get(found.label.toLowerCase()) ?? [];
    return values.length >= least ? [lineWith(found, valueFor(found.label, values, shared))] : [];
  });
  return lines.map((line) => line.trimEnd());
}

/** The front matter that documents share, with places for its values; empty where most have none. */
export function frontMatterOf(fronts: readonly string[], shared: Shared): string {
  const there = fronts.filter((each) => each !== '');
  if (there.length < fronts.length * shared.share || there.length === 0) return '';
  const known = valuesByLabel(there.map((each) => each.replace(/^[ \t]+.*$/gm, '')));
  const base = there.at(-1) ?? '';
  const [fence = '---'] = base.trim().split('\n');
  const keys = base.split('\n').flatMap((line) => {
    const key = /^([\w-]+(?: [\w-]+)*)[ \t]*([:=])[ \t]*/.exec(line);
    const values = known.get(key?.[1]?.toLowerCase() ?? '') ?? [];
    if (!key || values.length < there.length * shared.share) return [];
    const value = valueFor(key[1] ?? '', values, shared, true);
    return [`${key[1]}${key[2] === '=' ? ' = ' : ': '}${value}`.trimEnd()];
  });
  return keys.length === 0 ? '' : `${[fence, ...keys, fence].join('\n')}\n\n`;
}

function labelledLine(line: string): LabelledLine | undefined {
  const [whole, before = '', label = '', separator = '', value = '', after = ''] =
    line.length > 300 ? [] : (LABELLED.exec(line) ?? []);
  if (whole === undefined) return undefined;
  return { before: before + label + separator, label, value, after };
}

function valuesByLabel(heads: readonly string[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const head of heads) {
    const seen = new Set<string>();
    for (const line of head.split('\n')) {
      const found = labelledLine(line);
      const key = found?.label.toLowerCase() ?? '';
      if (!found || seen.has(key)) continue;
      seen.add(key);
      known.set(key, [...(known.get(key) ?? []), found.value]);
    }
  }
  return known;
}

/** Lines without words, such as the rule of a table, are part of the form. */
function isRuled(line: string, heads: readonly string[], least: number): boolean {
  const isForm = line.trim() !== '' && !/[\p{L}\p{N}]/u.test(line);
  return isForm && heads.filter((head) => head.split('\n').includes(line)).length >= least;
}

function lineWith({ before, after }: LabelledLine, value: string): string {
  return `${before.trimEnd()}${value === '' ? '' : ` ${value}`}${after}`;
}

function valueFor(
  label: string,
  values: readonly string[],
  { status }: Shared,
  isFront = false,
): string {
  const plainValues = values.map(plainValue);
  const [first = ''] = plainValues;
  if (STATUS.test(label)) return status;
  if (/^(?:title|name)$/i.test(label)) return isFront ? 'Title' : '<title>';
  if (/^(?:authors?|proposers?)$/i.test(label)) return isFront ? '"<author>"' : '<author>';
  if (
    /^(?:number|id|no\.?|[a-z]{2,4})$/i.test(label) &&
    plainValues.every((each) => /^\W*\d+\W*$/.test(each))
  )
    return 'NNNN';
  const form = DATE_FORMS.find(([pattern]) => pattern.test(first))?.[1];
  if (form !== undefined)
    return /date|created|updated|datum|fecha|日期|日付/iu.test(label) ? form : '';
  const isConstant = isFront && values.length >= 3 && plainValues.every((each) => each === first);
  return isConstant ? (values[0] ?? '') : '';
}

function plainValue(value: string): string {
  return value.replace(/[*_`"']/g, '').trim();
}

function mostOf(values: readonly string[]): string | undefined {
  return values.toSorted(
    (a, b) =>
      values.filter((each) => each === b).length - values.filter((each) => each === a).length,
  )[0];
}
