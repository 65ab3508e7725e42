/** Cells of a table with quotes after RFC 4180; a quoted cell keeps its commas and line breaks. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function* records(text: string): Generator<{ line: number; cells: string[] }> {
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error(`Not a CSV table: line ${line}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    line += found[0].split('\n').length - 1;
    if (found[3] === ',') continue;
    yield { line: start, cells };
    cells = [];
    start = line;
  }
}

/** Rows by the names in the first line, with the line on which each begins. Empty lines are passed over. */
export function* readCsv(text: string): Generator<{ line: number; row: Record<string, string> }> {
  let names: readonly string[] | undefined;
  for (const { line, cells } of records(text.replace(/^\ufeff/, ''))) {
    if (!names) names = cells;
    else if (cells.length > 1 || cells[0] !== '')
      yield { line, row: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
  }
}
