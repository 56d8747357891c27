import { isStatus } from '../../../document/head/labels.ts';
import { hasOwnForm } from '../../siblings/own-values.ts';
import { type Edit, orElse } from '../handlebars.ts';
import { dateEdit, numberEdit } from '../placeholders.ts';
import { KINDS, type Labelled, linesWithStarts } from './labels.ts';
import { statusChoiceEdit } from './status-choice.ts';

const TOML_LINE =
  /^([\w-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|\[[^[\]]*\]|[^"'#[\s][^#]*?)(?=[ \t]*(?:#|$))/;

/** The places for title, number, dates and author in front matter between `+++`; values keep their quotes. */
export function tomlEdits(text: string): Edit[] {
  return linesWithStarts(text).flatMap(({ line, at }) => {
    const [head = '', label = '', value = ''] = TOML_LINE.exec(line) ?? [];
    if (head === '' || hasOwnForm(line)) return [];
    return tomlEdit({ label, value, start: at + head.length - value.length }) ?? [];
  });
}

function tomlEdit({ label, value, start }: Labelled): Edit | undefined {
  const whole = (name: string, code: string): Edit => ({
    start,
    end: start + value.length,
    parts: orElse(name, code, value),
  });
  if (isStatus({ label })) return statusChoiceEdit(value, start);
  if (KINDS.date.test(label)) return dateEdit(value, start);
  if (KINDS.author.test(label)) {
    return whole('author', value.startsWith('[') ? '[{{authorInQuotes}}]' : '{{authorInQuotes}}');
  }
  if (KINDS.number.test(label)) {
    const code = /^["']/.test(value) ? '{{number}}' : '{{pad number 1}}';
    return numberEdit(value, start, code);
  }
  const isTitle = KINDS.title.test(label) && label !== 'name';
  return isTitle ? whole('title', '{{titleInQuotes}}') : undefined;
}
