import type { Filler } from '../data.ts';
import type { BlockOf } from '../template.ts';
import { type Align, drawLine, type Line, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

const pad = { x: 4, y: 3 };
const hairline = 0.5;
/** A row lower than this is moved whole to the next page; a higher one is cut between two lines. */
const keepWhole = 12;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly title: string;
  readonly align: Align;
  readonly group: string | undefined;
}
interface Cell {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly lines: readonly Line[];
}
type Row = PDFKit.PDFStructureElement;

function columnsOf(sheet: Sheet, block: BlockOf<'table'>): Column[] {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
  let x = sheet.x;
  return block.columns.map((column) => {
    const width = (column.width / shares) * sheet.width;
    const placed = { x, width, title: column.title, align: column.align ?? 'left', group: column.group };
    x += width;
    return placed;
  });
}

/** One or two heading rows; neighbours with the same `group` share a cell above them. */
class Heading {
  readonly #sheet: Sheet;
  readonly #size: number;
  readonly #cells: (Cell & { readonly row: 0 | 1; readonly rows: 1 | 2 })[] = [];
  readonly #heights: [number, number] = [0, 0];
  constructor(sheet: Sheet, columns: readonly Column[], size: number) {
    this.#sheet = sheet;
    this.#size = size;
    const grouped = columns.some((column) => column.group);
    for (const [index, column] of columns.entries()) {
      if (column.group && columns[index - 1]?.group !== column.group) {
        const members = columns.filter((other) => other.group === column.group);
        const width = members.reduce((sum, member) => sum + member.width, 0);
        this.#add({ x: column.x, width }, column.group, 0, 1);
      }
      this.#add(column, column.title, column.group || !grouped ? 1 : 0, column.group || !grouped ? 1 : 2);
    }
    const tall = Math.max(
      0,
      ...this.#cells.filter((cell) => cell.rows === 2).map((cell) => this.#need(cell)),
    );
    this.#heights[1] = Math.max(this.#heights[1], tall - this.#heights[0]);
  }
  #need = (cell: Cell): number => cell.lines.length * lineHeight(this.#size) + pad.y * 2;
  #add({ x, width }: { x: number; width: number }, title: string, row: 0 | 1, rows: 1 | 2): void {
    const runs = [{ text: title, bold: true }];
    const lines = layLines(this.#sheet, runs, { size: this.#size, width: width - pad.x * 2 });
    const cell = { x, width, align: 'center' as const, lines, row, rows };
    this.#cells.push(cell);
    if (rows === 1) this.#heights[row] = Math.max(this.#heights[row], this.#need(cell));
  }
  get height(): number {
    return this.#heights[0] + this.#heights[1];
  }
  draw(tag: (draw: () => void) => void): void {
    const sheet = this.#sheet;
    for (const cell of this.#cells) {
      const y = sheet.y + (cell.row === 1 ? this.#heights[0] : 0);
      const height = cell.rows === 2 ? this.height : this.#heights[cell.row];
      tag(() => drawCell(sheet, cell, this.#size, y, height, true));
      sheet.artifact(() => sheet.doc.lineWidth(hairline).rect(cell.x, y, cell.width, height).stroke());
    }
    sheet.y += this.height;
  }
}

function drawCell(sheet: Sheet, cell: Cell, size: number, y: number, height: number, middle = false): void {
  const text = cell.lines.length * lineHeight(size);
  const start = y + (middle ? (height - text) / 2 : pad.y);
  cell.lines.forEach((line, index) => {
    const at = { x: cell.x + pad.x, y: start + index * lineHeight(size), width: cell.width - pad.x * 2 };
    drawLine(sheet, line, { ...at, size, align: cell.align });
  });
}

/** Draws as much of a row as fits, and gives back what is left for the next page. */
function drawRow(sheet: Sheet, cells: readonly Cell[], size: number, count: number, row: Row): Cell[] {
  const tallest = Math.max(1, ...cells.map((cell) => Math.min(count, cell.lines.length)));
  const height = tallest * lineHeight(size) + pad.y * 2;
  const { y } = sheet;
  for (const cell of cells) {
    const part = { ...cell, lines: cell.lines.slice(0, count) };
    sheet.tagged('TD', () => drawCell(sheet, part, size, y, height), row);
    sheet.artifact(() => sheet.doc.lineWidth(hairline).rect(cell.x, y, cell.width, height).stroke());
  }
  sheet.y += height;
  return cells.map((cell) => ({ ...cell, lines: cell.lines.slice(count) }));
}

export function drawTable(sheet: Sheet, block: BlockOf<'table'>, filler: Filler): void {
  const size = block.size ?? sheet.size - 1.5;
  const columns = columnsOf(sheet, block);
  const heading = new Heading(sheet, columns, size);
  const values = block.columns.map((column) => column.value);
  const rows = filler.rows(block.rows, values);
  const linesThatFit = () => Math.floor((sheet.bottom - sheet.y - pad.y * 2) / lineHeight(size));
  const turn = () => {
    sheet.nextPage();
    heading.draw((draw) => sheet.artifact(draw));
  };
  sheet.ensure(heading.height + lineHeight(size) * 2);
  sheet.group('Table', (table) => {
    sheet.group('TR', (row) => heading.draw((draw) => sheet.tagged('TH', draw, row)), table);
    for (const texts of rows) {
      let cells: Cell[] = texts.map((runs, index) => {
        const column = columns[index] as Column;
        const lines = layLines(sheet, runs, { size, width: column.width - pad.x * 2 });
        return { x: column.x, width: column.width, align: column.align, lines };
      });
      sheet.group(
        'TR',
        (row) => {
          const left = () => Math.max(...cells.map((cell) => cell.lines.length));
          let onFreshPage = false;
          do {
            const fit = linesThatFit();
            if (fit < left() && !onFreshPage && (left() <= keepWhole || fit < 3)) {
              turn();
              onFreshPage = true;
              continue;
            }
            cells = drawRow(sheet, cells, size, Math.max(1, linesThatFit()), row);
            onFreshPage = false;
          } while (left() > 0);
        },
        table,
      );
    }
    if (rows.length === 0 && block.empty) drawEmpty(sheet, block.empty, size, table);
  });
  sheet.y += size * 0.6;
}

function drawEmpty(sheet: Sheet, text: string, size: number, table: Row): void {
  const lines = layLines(sheet, [{ text, bold: false }], {
    size,
    width: sheet.width - pad.x * 2,
    italic: true,
  });
  const cells: Cell[] = [{ x: sheet.x, width: sheet.width, align: 'center', lines }];
  sheet.group('TR', (row) => drawRow(sheet, cells, size, lines.length, row), table);
}
