import { OWN_NAMES, SHORT_NAMES } from '../../../words/proposal-words.ts';

/** What labels of metadata say. */
export const KINDS = {
  title: new RegExp(
    `^(?:title|(?:feature|${OWN_NAMES})[-_ ]?(?:name|title)|name|titel|titre|t[íi]tulo|titolo|tytuł|başlık|название|заголовок|назва|标题|標題|タイトル|題名|제목)$`,
    'iu',
  ),
  number: new RegExp(
    `^(?:(?:${OWN_NAMES})[-_ ]?)?(?:number|no\\.?|id|#)$|^(?:${SHORT_NAMES}|[a-z]ep|[a-z]ip)$|^(?:编号|編號|番号|번호|номер|nummer|num[ée]ro|n[úu]mero|numer|numara)$`,
    'iu',
  ),
  date: /date|created|updated|^(?:opened|submitted|filed|drafted|raised|started)(?: on)?$|last revised|datum|erstellt|fecha|^data$|^data d[aie]|дата|日期|日付|날짜|tarih/iu,
  author:
    /^(?:(?:(?:rfc|adr|kep|proposal|document) )?authors?(?:\(s\)|\/s)?|proposers?|(?:proposed|submitted|written) by|creators?|autor(?:a|en|es|i)?|autore|auteurs?|verfasser(?:in)?|автор(?:ы|и)?|作者|著者|提案者|作成者|起案者|提出者|提案人|작성자|제안자|yazar(?:lar)?)$/iu,
  area: /^(?:owning-sig|area|sig)$/i,
} as const;

export interface Labelled {
  label: string;
  value: string;
  start: number;
}

export const LONGEST_METADATA_LINE = 1000;

/** What an empty value of a label waits for; a mere name may be that of anything. */
export function nameWaitedFor(label: string): 'title' | 'author' | undefined {
  if (label.toLowerCase() === 'name') return undefined;
  return (['title', 'author'] as const).find((kind) => KINDS[kind].test(label));
}

export function linesWithStarts(text: string): { line: string; at: number }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { line: line.replace(/\r$/, ''), at: start };
  });
}
