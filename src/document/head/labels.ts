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

/** What a status is called, in the languages of section names. */
const STATUS_LABEL =
  /^(?:(?:proposal|rfc|kep|adr|document|decision|current|enhancement)\s+)?(?:status|state|statut|état|estado|stato|durum|статус|стан|状态|狀態|ステータス|状態|상태)$/iu;

/** Steps below a key of this name say how far a proposal is. */
const STAGE = /^(?:stage|phase)$/i;

/** What says that a proposal is related to another one, as parts of expressions, in the languages that are read. */
export const RELATION_PHRASES: Readonly<Record<Relation['kind'], string>> = {
  'superseded-by':
    '(?:super[sc]eded?|superseeded|replaced|obsoleted)[-_ ]?by|(?:ersetzt|abgelöst) durch|(?:remplacée?|annulée?) par|(?:substituíd[oa]|reemplazad[oa]|sustituid[oa]) por|sostituit[oa] da|замен[её]н[оа]?(?: на)?|已?被(?:取代|替代|替换|替換)(?:于)?|已(?:取代|替代)|後継|置き換え先|置き換え済み|대체됨',
  supersedes:
    'super[sc]edes|superseedes|replaces|obsoletes|ersetzt|löst ab|remplace|annule|(?:substitui|reemplaza|sustituye|sostituisce)(?: a)?|заменяет|取代|替代|替换|替換|置き換える?|대체',
  'see-also': 'see[-_ ]?also|related(?:[-_ ](?:to|proposals?|rfcs?|keps?|adrs?))?',
  requires: 'requires|depends[-_ ]?on',
  amends: 'amends|updates|extends',
};

const RELATION_LABELS = Object.entries(RELATION_PHRASES).map(
  ([kind, words]) => [new RegExp(`^(?:${words})$`, 'iu'), kind as Relation['kind']] as const,
);

/** Whether a text names no proposal: it says that there is none, or what a template has for one that is still to come. */
export function isNoProposal(text: string): boolean {
  const bare = text.trim();
  return NO_PROPOSAL.test(bare) || TO_BE_FILLED_IN.test(bare);
}

const TO_BE_FILLED_IN = /\b(?:N{3,}|X{3,})\b|<[^<>]*>|^\((?![^()]*\)\S).*\)$|^or leave this/i;

const NO_PROPOSAL =
  /^(?:\(?(?:none(?: yet| so far)?|nothing|nobody|no|n\/a|na|nil|null|tbd|todo|keine?s?|aucune?|ningun[oa]|nessun[oa]|нет|无|無|なし|없음)\)?|~|-+|—|–|\[\s*\]|\{.*\}|<.*>)?\.?$/iu;

/** Whether a field says the status; one with steps below it does where it has reached one. */
export function isStatus({ label, isStep = false }: Pick<Field, 'label' | 'isStep'>): boolean {
  return STATUS_LABEL.test(label.trim()) || (isStep && STAGE.test(label.trim()));
}

/** Whether a field says how far a proposal is where none says its status. */
export function isStage({ label }: Pick<Field, 'label'>): boolean {
  return STAGE.test(label.trim()) || /^implementation status$/i.test(label.trim());
}

/** Whether a value is no status but what a template says instead of one. */
export function isLeftOpen(value: string): boolean {
  return /^[{<[].*[}>\]]$/.test(value) || alternativesIn(value).length > 2;
}

/** The statuses that a value leaves to choose from, as templates have it: `Draft | Accepted`, `Draft / In review / Done`. */
export function alternativesIn(value: string): string[] {
  if (value.includes('|')) return value.split('|');
  const [bySlash, byComma] = ['/', ','].map((sign) => value.split(sign).map((part) => part.trim()));
  const areWords = (parts: readonly string[]) =>
    parts.every((part) => /^[`*_]*\p{L}[\p{L}\p{M}-]*(?: [\p{L}\p{M}-]+){0,2}[`*_.]*$/u.test(part));
  if (bySlash && bySlash.length > 2 && areWords(bySlash)) return bySlash;
  const areNames = byComma?.every((part) => /^[`*_]*\p{Lu}/u.test(part)) === true;
  return byComma && byComma.length > 3 && areNames && areWords(byComma) ? byComma : [];
}

/** The relation that a label stands for. */
export function relationCalled(label: string): Relation['kind'] | undefined {
  return RELATION_LABELS.find(([pattern]) => pattern.test(label.trim()))?.[1];
}

/** The relations that fields name. */
export function relationsOf(fields: readonly Field[]): Relation[] {
  return fields.flatMap(({ label, items, line }) => {
    const kind = relationCalled(label);
    if (!kind) return [];
    return items.flatMap(({ text, target }) => {
      const to = target ?? text.replace(/^\[\[(.*?)(?:\|.*)?\]\]$/, '$1');
      return isNoProposal(to) ? [] : [{ kind, to: to.trim(), line }];
    });
  });
}
