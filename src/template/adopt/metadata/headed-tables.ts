import { isDelimiter, tableCells } from '../../../document/head/tables/table-row.ts';
import type { Edit } from '../handlebars.ts';
import { linesWithStarts } from './labels.ts';
import { inTable, labelledEdit } from './metadata.ts';

/** The places in the first row of tables whose labels stand above: `| Author | Date |`. */
export function headedTableEdits(document: string, prose: string): Edit[] {
  const lines = linesWithStarts(prose);
  return lines.flatMap(({ line }, index) => {
    const [delimiter, row] = [lines[index + 1], lines[index + 2]];
    if (!/^[ \t]*\|/.test(line) || !row || !isDelimiter(delimiter?.line ?? '')) return [];
    const labels = tableCells(line).map(({ text }) => text.replace(/[*_`]/g, '').trim());
    return tableCells(row.line).flatMap(({ text, start: at }, column) => {
      const label = labels[column] ?? '';
      const start = row.at + at + text.length - text.trimStart().length;
      const value = document.slice(start, start + text.trim().length);
      const edit = label === '' || value === '' ? undefined : labelledEdit({ label, value, start });
      return edit ? inTable(edit) : [];
    });
  });
}
