import { STATUS_LABELS } from '../../words/status-words.ts';
import type { Field } from './field.ts';

export interface Relation {
  kind: 'supersedes' | 'superseded-by' | 'see-also' | 'requires' | 'amends';
  /** As written: an address, a path, a number or a name. */
  to: string;
  /** Counted from 1. */
  line: number;
}

/** The number that a relation names, such as `#12` or `RFC 12`; undefined where it names a path. */
export function numberRelatedTo(to: string): number | undefined {
  const number = /^(?:\p{L}+[- #]?)?#?(\d+)$/u.exec(to)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Keys below which stands what is said of the document. */
export const HEAD_KEY =
  /^(?:adr|rfc|rfd|[a-z]{0,2}ep|[eb]ip|proposal|enhancement|decision|meta|meta-?data|extra|params|custom|document|doc|header)$/i;

/** What a status is called, in the languages of section names. */
const STATUS_LABEL = new RegExp(
  `^(?:(?:(?:this )?(?:proposal|rfc|kep|adr|[a-z]ep|document|decision|current|enhancement|approval|design)|aktueller|текущий)[\\s_-]+|当前|目前|現在の|현재 )?(?:${STATUS_LABELS})(?: actuel| actual| atual| attuale)?(?: (?:as of |on )?\\(?\\d{4}-\\d\\d-\\d\\d\\)?)?$`,
  'iu',
);

/** Steps below a key of this name say how far a proposal is. */
const STAGE = /^(?:current )?(?:stage|phase)$/i;

/** What says that a proposal is related to another one, as parts of expressions, in the languages that are read. */
export const RELATION_PHRASES: Readonly<Record<Relation['kind'], string>> = {
  'superseded-by':
    '(?:super[sc]eded?|superseeded|replaced|obsoleted|deprecated)(?: in part)?[-_ ]?by|(?:superseded|deprecated|obsolete|retired) in favou?r of|successor|(?:ersetzt|abgelöst|überholt) durch|(?:remplacée?|annulée?|supplantée?) par|(?:substituíd[oa]|reemplazad[oa]|sustituid[oa]) (?:por|pel[oa])|(?:sostituit|superat)[oa] da|zastąpion[yae] przez|vervangen door|ersatt av|nahrazen[oaý]?|замен[её]н[оа]?(?: на| решением| документом)?|已?被(?:取代|替代|替换|替換)(?:于)?|已(?:取代|替代)|後継|置き換え先|置き換え済み|대체됨',
  supersedes:
    'super[sc]edes|superseedes|replaces|obsoletes|deprecates|predecessor|ersetzt|löst ab|vervangt|zastępuje|ersätter|nahrazuje|remplace|annule|(?:substitui|reemplaza|sustituye|sostituisce)(?: a)?|заменяет|取代|替代|替换|替換|置き換える?|대체',
  'see-also':
    'see[-_ ]?also|relate[sd][-_ ]to|related(?:[-_ ](?:proposals?|rfcs?|keps?|adrs?|decisions?|documents?))?|siehe auch|voir aussi|véase también|ver también|veja também|vedi anche|см\\. также|связано с|関連|参见|參見|相关|相關|관련',
  requires:
    'requires|depends[-_ ]?on|dependenc(?:y|ies)|prerequisites?|builds[-_ ]on|blocked[-_ ]by|abhängig von|hängt ab von|benötigt|dépend de|nécessite|depende de|requiere|requer|dipende da|richiede|зависит от|требует|依赖|依賴|依存|의존',
  amends: 'amends|updates|extends',
};

const RELATION_LABELS = Object.entries(RELATION_PHRASES).map(
  ([kind, words]) => [new RegExp(`^(?:${words})$`, 'iu'), kind as Relation['kind']] as const,
);

const ANY_RELATION = new RegExp(`^(?:${Object.values(RELATION_PHRASES).join('|')})$`, 'iu');

/** Whether a text names no proposal: it says that there is none, or what a template has for one that is still to come. */
export function isNoProposal(text: string): boolean {
  const bare = text.trim();
  return NO_PROPOSAL.test(bare) || TO_BE_FILLED_IN.test(bare);
}

const TO_BE_FILLED_IN =
  /\b(?:N{3,}|X{3,})\b|<[^<>]*>|^\((?![^()]*\)\S).*\)$|^\(optional\b|^or leave this/i;

const NO_PROPOSAL =
  /^(?:\(?(?:none(?: yet| so far)?|nothing|nobody|no|n\/a|na|nil|null|tbd|todo|keine?s?|aucune?|ningun[oa]|nessun[oa]|нет|无|無|なし|없음)\)?|~|-+|—|–|\[\s*\]|\{.*\}|<.*>)?\.?$/iu;

/** Whether a field says the status; one with steps below it does where it has reached one. */
export function isStatus({ label, isStep = false }: Pick<Field, 'label' | 'isStep'>): boolean {
  const bare = label.trim().replace(/(?<! ) *\([^()]*[/,|][^()]*\)$/, '');
  if (STATUS_LABEL.test(bare) || (isStep && STAGE.test(bare))) return true;
  // In two languages.
  const parts = bare.split(/ ?\/ ?| \(|\)$/).filter((part) => part !== '');
  return parts.length === 2 && parts.every((part) => STATUS_LABEL.test(part));
}

/** Whether a field says how far a proposal is where none says its status. */
export function isStage({ label }: Pick<Field, 'label'>): boolean {
  return STAGE.test(label.trim()) || /^implementation status$/i.test(label.trim());
}

/** Whether a value is no status but what a template says instead of one. */
export function isLeftOpen(value: string): boolean {
  return (
    isHole(value) ||
    /^\W*(?:(?:please )?(?:choose|select|pick)\b|one of\b)/i.test(value) ||
    NO_STATUS.test(value) ||
    isChoice(value)
  );
}

/** Whether a value stands for one that is still to come, in the signs that templates have for that. */
export function isHole(value: string): boolean {
  return /^[{<[].*[}>\]]$|^\$\{.*\}$|^(%|@@|__)\w+\1$/.test(value);
}

const NO_STATUS =
  /^(?:[-–—…?.]+|n\/a|none|\(none\)|tbd|todo|""|''|no response|none selected|\((?:please )?(?:leave|fill|write|add|say|describe|state|optional|todo|tbd)\b.*\))$/i;

/** The statuses that a value leaves to choose from, as templates have it: `Draft | Accepted`, `Draft / In review / Done`. */
export function alternativesIn(value: string): string[] {
  if (value.includes('|')) return value.split('|');
  const orParts = value.split(/,? (?:or|oder|ou|или) /);
  if (
    orParts.length > 2 &&
    orParts.every((part) => /^[`*_]*\p{L}+(?: \p{L}+)?[`*_.]*$/u.test(part))
  )
    return orParts;
  if (!/[/·;,]/.test(value)) return [];
  const bare = value.replace(/^\((.*)\)$/, '$1').replace(/,? (?:or|oder|ou|o|или) (?=\S+$)/, ', ');
  const hasOr = bare.length < value.replace(/[()]/g, '').length;
  const areWords = (parts: readonly string[]) =>
    parts.every((part) => /^[`*_]*\p{L}[\p{L}\p{M}-]*(?: [\p{L}\p{M}-]+){0,2}[`*_.]*$/u.test(part));
  for (const sign of ['/', '·', ';']) {
    const parts = bare.split(sign).map((part) => part.trim());
    if (parts.length > 2 && areWords(parts)) return parts;
  }
  const byComma = bare.split(',').map((part) => part.trim());
  const areNames = hasOr || byComma.every((part) => /^[`*_]*\p{Lu}/u.test(part));
  return byComma.length > 2 && areNames && areWords(byComma) ? byComma : [];
}

/** The relation that a label stands for. */
export function relationCalled(label: string): Relation['kind'] | undefined {
  const bare = label.trim().replace(/(?<![ \t])[ \t]*\([^()]*\)$/, '');
  // Most labels stand for none.
  if (!ANY_RELATION.test(bare)) return undefined;
  return RELATION_LABELS.find(([pattern]) => pattern.test(bare))?.[1];
}

/** The relations that fields name. */
export function relationsOf(fields: readonly Field[]): Relation[] {
  return fields.flatMap(({ label, value, items, line, form }) => {
    const kind = relationCalled(label);
    if (!kind || isHint(value)) return [];
    return items.flatMap(({ text, target }) => {
      const own = text
        .replace(/^\[\[(.*?)(?:\|.*)?\]\]$/, '$1')
        .replace(/^<([^<>\s]+\.mdx?(?:#[^<>\s]*)?|https?:[^<>\s]+)>$/, '$1')
        .replace(/^\[([^[\]]*)\]$/, '$1');
      const to = (
        target ??
        (form === 'text' ? REFERENCE_BEFORE.exec(own)?.[1] : undefined) ??
        own
      ).trim();
      const isNamed = target !== undefined || /^\[\[.*\]\]$/.test(text);
      const isOther = !isNamed && isOtherThing(to, { kind, form });
      return isNoProposal(to) ||
        isOther ||
        (form === 'text' && kind === 'see-also' && isArticle(to)) ||
        IS_DATE.test(to)
        ? []
        : [{ kind, to, line }];
    });
  });
}

/** Whether an address leads to a page that has no number: an article, and no proposal. */
function isArticle(to: string): boolean {
  return /^https?:/i.test(to) && !/\.mdx?\b|\d[^/]*\/?$|#/.test(to);
}

/** Whether what a label names without a link is no proposal: a program, an approval, or words about something else. */
function isOtherThing(to: string, { kind, form }: { kind: Relation['kind']; form: Field['form'] }) {
  if (kind === 'requires') return !NAMES_PROPOSAL.test(to) || /^\p{Lu}\p{Ll}+ \d+$/u.test(to);
  if (form !== 'text') return false;
  const isRemark = /^\p{Ll}[\p{Ll} ]*$/u.test(to);
  return isRemark || (kind !== 'superseded-by' && / /.test(to) && !NAMES_PROPOSAL.test(to));
}

/** What names a proposal before its title, or before words about it: `ADR-0003: Use Nix`, `RFC 7 (in part)`. */
const REFERENCE_BEFORE = /^((?:\p{L}{2,12}[- ]?)?#?\d{1,6})(?:[ \t]*[(（:：–—]|[ \t]+-[ \t])/u;

const IS_DATE = /^\d{4}-\d\d-\d\d$/;

/** Whether a value is wholly in brackets and names nothing: what a template says of it. */
function isHint(value: string): boolean {
  return /^\([^()]*\)$/.test(value) && !/\d|\.md\b/.test(value);
}

function isChoice(value: string): boolean {
  const parts = alternativesIn(value);
  const [one = '', other = ''] = parts.map((part) => part.trim());
  const areTwo = parts.length === 2 && isWord(one) && isWord(other) && one !== other;
  return parts.length > 2 || areTwo;
}

function isWord(text: string): boolean {
  return /^\p{L}+$/u.test(text);
}

/** A number, a name with one, or a path: what a proposal requires beside others may be a program or an approval. */
const NAMES_PROPOSAL = /^(?:\p{L}+[- ]?)?#?\d+$|^\d+[-_]\p{L}|\p{L}[-_]\d{1,9}[-_]|[/#]|\.mdx?\b/u;

/** A status of several words is shorter, and what is longer is a sentence. */
export const LONGEST_STATUS = 80;
