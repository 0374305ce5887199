import Table from 'cli-table3';

/** A number in a cell, set to the right. */
export interface NumberCell {
  readonly content: string;
  readonly hAlign: 'right';
}

export type Cell = string | NumberCell;

/** Renders rows under a heading; colours only where the reader takes them. */
export function renderTable(head: readonly string[], rows: readonly (readonly Cell[])[], colour: boolean): string {
  const style = colour ? { head: ['bold'], border: ['dim'] } : { head: [], border: [] };
  const table = new Table({ head: [...head], style });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

export function numberCell(value: number): NumberCell {
  return { content: formatNumber(value), hAlign: 'right' };
}

/** `12,345` */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}
