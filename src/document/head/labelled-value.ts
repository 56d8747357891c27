import { bareSpan, type Field, partsOf, type Span, trimmedSpan } from './field.ts';
import { valueWords } from './value-words.ts';

/** The field of a label and what stands behind it, in a line that is counted from 0. */
export function fieldOf(label: string, raw: Span, line: number, lead = ''): Field {
  const { text, start } = bareSpan(raw);
  return {
    label: label.trim(),
    value: valueWords(text),
    start: text === '' ? trimmedSpan(raw).start : start,
    end: (text === '' ? trimmedSpan(raw).start : start) + text.length,
    line: line + 1,
    lead,
    form: 'text',
    items: partsOf(raw.text.replace(/<!--.*?(?:-->|$)/g, '')),
  };
}
