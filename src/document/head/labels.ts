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

const RELATION_LABELS: readonly (readonly [RegExp, Relation['kind']])[] = [
  [/^(?:superseded?|superseeded|replaced|obsoleted)[-_ ]?by$/i, 'superseded-by'],
  [/^(?:supersedes|superseedes|replaces|obsoletes)$/i, 'supersedes'],
  [/^(?:see[-_ ]?also|related(?:[-_ ](?:to|proposals?|rfcs?|keps?|adrs?))?)$/i, 'see-also'],
  [/^(?:requires|depends[-_ ]?on)$/i, 'requires'],
  [/^(?:amends|updates|extends)$/i, 'amends'],
];

/** What stands for no proposal. */
export const NO_PROPOSAL =
  /^(?:\(?(?:none|nothing|nobody|no|n\/a|na|nil|null|tbd|todo|keine?s?|aucune?|ningun[oa]|nessun[oa]|нет|无|無|なし|없음)\)?|~|-+|—|–|\[\s*\]|\{.*\}|<.*>)?\.?$/iu;

/** Whether a field says the status; one with steps below it does where it has reached one. */
export function isStatus({ label, isStep = false }: Pick<Field, 'label' | 'isStep'>): boolean {
  return STATUS_LABEL.test(label.trim()) || (isStep && STAGE.test(label.trim()));
}

/** Whether a value is no status but what a template says instead of one. */
export function isLeftOpen(value: string): boolean {
  return /^[{<[].*[}>\]]$/.test(value) || value.split('|').length > 2;
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
      return NO_PROPOSAL.test(to.trim()) ? [] : [{ kind, to: to.trim(), line }];
    });
  });
}

/**
 * The relations that lines of a status section name, such as `Superseded by [12](0012-x.md)`.
 * @param first the number of the first line, counted from 1
 */
export function relationsInSection(lines: readonly string[], first: number): Relation[] {
  return lines.flatMap((line, at) => {
    const [, words = ''] =
      /^[ \t]*(?:[-*+][ \t]+)?([\p{L}]+(?: [\p{L}]+)?)[ \t]*:?[ \t]+(?:\[([^[\]]*)\]\(([^()\s]*)\)|\S.*)/u.exec(
        line,
      ) ?? [];
    const kind = relationCalled(words);
    if (!kind) return [];
    const links = [...line.matchAll(/\[((?:\\.|[^[\]\\])*)\]\(([^()\s]*)\)/g)];
    if (links.length > 0)
      return links.map(([, label = '', address]) => ({
        kind,
        to: address || label,
        line: first + at,
      }));
    const rest = line
      .slice(line.indexOf(words) + words.length)
      .replace(/^[ \t]*:?[ \t]*/, '')
      .trim();
    return NO_PROPOSAL.test(rest) ? [] : [{ kind, to: rest, line: first + at }];
  });
}
