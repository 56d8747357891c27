/**
 * The heaviest assignment of columns to rows that keeps the order of both.
 * @param rows for each row the columns that it may have, with their weights
 * @returns for each row its column, undefined where it has none
 */
export function bestChain(
  rows: readonly ReadonlyMap<number, { value: number }>[],
): (number | undefined)[] {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].toSorted((a, b) => a - b);
  const weight = (row: number, at: number) => rows[row]?.get(columns[at] ?? -1)?.value;
  const best = heaviest(rows.length, columns.length, weight);
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const chain: (number | undefined)[] = Array(rows.length).fill(undefined);
  for (let row = 0, column = 0; row < rows.length && column < columns.length; ) {
    const own = weight(row, column);
    if (own !== undefined && at(row, column) === own + at(row + 1, column + 1)) {
      chain[row] = columns[column];
      row++;
      column++;
    } else if (at(row, column) === at(row, column + 1)) column++;
    else row++;
  }
  return chain;
}

function heaviest(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number | undefined,
): Float64Array[] {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const own = weight(row, column);
      const taken = own === undefined ? 0 : own + at(row + 1, column + 1);
      const line = best[row];
      if (line) line[column] = Math.max(at(row + 1, column), at(row, column + 1), taken);
    }
  }
  return best;
}
