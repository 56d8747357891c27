import type { Span } from './field.ts';
import { isStatus } from './labels.ts';

/** A label, a colon or wide colon, and a value: in a list, in bold, in a fence or in a line of its own. */
const LABELLED_VALUE =
  /^([ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?:?[*_]{0,3}(?:<(?:b|strong)>)?)(\p{L}[\p{L}\p{M}\p{N} ()/_-]{0,40}?)((?:[*_]{0,3}|<\/(?:b|strong)>)[ \t\u00a0\u202f\u3000]*(?:::|[:：](?!\/\/))[*_]{0,3}(?:<\/(?:b|strong)>)?)(.*)$/u;

/** What stands before a label: of a quotation, a list, a box, HTML, and signs. */
const BEFORE_LABEL =
  /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,2}[.)])[ \t]+)?(?:<(?:p|div|small|li|ul|span|b|strong|i|em|font|center)\b[^<>]*>[ \t]*)*(?:[^\p{L}\p{N}\s<>[\]`*_#|:~({'"\\!.,;-]+[ \t]+)?/iu;

/** A status in another form than most labels: in code or a link, in HTML, set off by a dash, or by its emphasis alone. */
const STATUS_WORDS =
  /^(?<open>\[?(?:<(?:b|strong|i|em)>)?[*_]{0,3}`?\[?)(?<label>\p{L}[\p{L} _-]{0,30}?)(?<close>`?(?:[*_]{0,3}\]\([^()]*\))?)(?<mark>[*_]{0,3}(?:<\/(?:b|strong|i|em)>)?)(?<sign>[ \t\u00a0\u202f\u3000]*(?:::?|：)[*_]{0,3}(?:<\/(?:b|strong|i|em)>)?|[ \t]+[-–—=](?=[ \t])|(?=[ \t]))[ \t]*(?<value>\S.*)$/u;

/** A label in a line. */
export interface LineLabel {
  before: string;
  label: string;
  /** What sets it off, with the end of its emphasis. */
  sign: string;
  /** What follows, and where in the line. */
  value: Span;
}

/** The parts of a line that begin with a label each: `**Status:** Draft · **Date:** 2020-01-01`. */
export function labelRanges(text: string): { from: number; to: number }[] {
  const first = text.search(/[:：]/);
  // Most lines have one label at most.
  if (first < 0 || text.slice(first + 1).search(/[:：]/) < 0) return [{ from: 0, to: text.length }];
  const cuts = [...text.matchAll(NEXT_LABEL)]
    .filter(({ index }) => index > first && !isInBrackets(text.slice(first, index)))
    .map(({ index, 0: sign }) => ({ end: index, next: index + sign.length }));
  return [0, ...cuts.map(({ next }) => next)].map((from, at) => ({
    from,
    to: cuts[at]?.end ?? text.length,
  }));
}

/** The label that a line begins with; undefined where it has none. */
export function labelOfLine(line: string): LineLabel | undefined {
  const [all = '', before = '', label = '', sign = '', rest = ''] = LABELLED_VALUE.exec(line) ?? [];
  if (label !== '') {
    // Behind a label without marks, those behind the colon belong to the value.
    const isMarked = /[*_>]$/.test(before) || /^[*_<]/.test(sign);
    const marks = isMarked ? '' : (/(?<![*_])[*_]+$/.exec(sign)?.[0] ?? '');
    const text = marks + rest;
    const value = { text, start: all.length - text.length };
    return { before, label, sign: sign.slice(0, sign.length - marks.length), value };
  }
  const mayBe = line.length <= LONGEST_LABELLED && HAS_STATUS.test(line);
  return mayBe ? statusOfLine(line) : undefined;
}

function isInBrackets(before: string): boolean {
  return before.split('(').length > before.split(')').length;
}

const HAS_STATUS = /sta[tdvn]|zustand|[ée]tat|situa|durum|trạng|ста|состо|状|狀|ステ|상태|현황/i;

function statusOfLine(line: string): LineLabel | undefined {
  const [all = '', opening = '', name = '', closing = '', own = ''] =
    /^([ \t]*(?:[-*+][ \t]+)?【)(\p{L}+)(】[ \t]*)(\S.*)$/u.exec(line) ?? [];
  if (isStatus({ label: name }))
    return {
      before: opening,
      label: name,
      sign: closing,
      value: { text: own, start: all.length - own.length },
    };
  const lead = BEFORE_LABEL.exec(line)?.[0] ?? '';
  const groups = STATUS_WORDS.exec(line.slice(lead.length))?.groups;
  if (!groups) return undefined;
  const { open = '', label = '', mark = '', sign = '', value = '' } = groups;
  if (!isStatus({ label })) return undefined;
  const isMarked = /^(?:\*\*|__|<(?:b|strong)>)/.test(open) && mark !== '';
  const isListed = /(?:[-*+]|\d[.)])[ \t]+$/.test(lead) || isMarked;
  // By a dash, or by its emphasis, only what is plainly set apart is a label.
  if (sign === '' ? !isMarked || value.length > LONGEST_WORDS : /[-–—=]/.test(sign) && !isListed)
    return undefined;
  const end = /(?:<\/(?:p|div|small|li|ul|span|font|center)>[ \t]*)+$/i.exec(value)?.[0] ?? '';
  const text = value.slice(0, value.length - end.length);
  return { before: lead + open, label, sign, value: { text, start: line.length - value.length } };
}

const LONGEST_LABELLED = 400;

const LONGEST_WORDS = 40;

/** What may set a label off from the value before it. */
const BETWEEN_LABELS = [
  String.raw`[ \t]*[,;|·•—–](?:\*{1,3}|_{1,3})?[ \t]+`,
  String.raw`[ \t]*[｜；／][ \t]*`,
  String.raw`[ \t]+(?:-|\/\/?)[ \t]+`,
  String.raw` {0,3}\t[ \t]*`,
  String.raw`[ \t]*(?:(?:&(?:nbsp|bull|middot|ensp|emsp);|[|·•])[ \t]*)+`,
  String.raw`[ \t]*<br *\/?>[ \t]*`,
  String.raw`[ \t]{3,}|\u3000+`,
  String.raw`[ \t]+(?=\*\*[^*]{1,24}(?:[ \t]?[:：]\*\*|\*\*[ \t]?[:：]))`,
].join('|');

const NEXT_LABEL = new RegExp(
  String.raw`(?<![ \t])(?:${BETWEEN_LABELS})(?=(?:\*\*|__|\*|_|<(?:b|strong|i|em)>)?(?:\p{Lu}\p{L}|\p{Lo})[\p{L} ]{0,20}(?:\*\*|__|\*|_|<\/(?:b|strong|i|em)>)?[ \u00a0]?(?::(?:\*\*|__|\*|_|<\/(?:b|strong|i|em)>)?(?:[ \t]|$)|：))`,
  'gu',
);
