/** Rows a statement: up to 65 columns stay below SQLite's 32,766 parameters. */
const ROWS_A_STATEMENT = 500;

/** Splits rows so that each piece fits into one statement. */
export function inChunks<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    chunks.push(rows.slice(start, start + ROWS_A_STATEMENT));
  return chunks;
}
