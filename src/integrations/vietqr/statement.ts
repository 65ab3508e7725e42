import { asDong, type Dong } from '#kernel/money';
import { cleanText } from '#kernel/text';
import { type Instant, parseLocalDateTime } from '#kernel/time';
import { readCsvTable } from '#platform/validation';
import type { BankTransfers, StatementLine } from '#ports/payments';

const header = ['Số bút toán', 'Số tài khoản', 'Ngày giao dịch', 'Ghi có', 'Ghi nợ', 'Nội dung'] as const;

/** Bank entries are named by letters, digits and few signs; nothing that a spreadsheet would run. */
const numberShape = /^[A-Za-z0-9][\w.:/\\-]{0,63}$/;
const accountShape = /^[0-9A-Za-z]{1,24}$/;

/** Plain digits, or groups of three parted by one sign; zeros of decimals behind the other one. */
const amountShape =
  /^(?:(?<plain>0|[1-9]\d*)(?:[.,]0{2})?|(?<dots>[1-9]\d{0,2}(?:\.\d{3})+)(?:,0{2})?|(?<commas>[1-9]\d{0,2}(?:,\d{3})+)(?:\.0{2})?)$/;

/** An amount in đồng as banks write it: `1.234.567`, `1,234,567`, `1234567`, `1.234.567,00`. An empty cell is 0. */
function amountOf(cell: string): Dong | undefined {
  const text = cell.trim();
  if (text === '') return asDong(0);
  const { plain, dots, commas } = amountShape.exec(text)?.groups ?? {};
  const digits = (plain ?? dots ?? commas)?.replace(/[.,]/g, '');
  return digits === undefined || digits.length > 12 ? undefined : asDong(Number(digits));
}

const vietnamese = /^(\d{2})\/(\d{2})\/(20\d{2}) (\d{2}:\d{2})(?::([0-5]\d))?$/;
const iso = /^(20\d{2}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::([0-5]\d)(?:\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/;
const homeMinutes = 7 * 60;

/** `25/11/2026 09:41:07`, or ISO 8601 with or without an offset; without one it is Vietnamese time. */
function timeOf(cell: string): Instant | undefined {
  const text = cell.trim();
  const [, day, month, year, time, seconds] = vietnamese.exec(text) ?? [];
  if (day !== undefined) return instantOf(`${year}-${month}-${day}T${time}`, seconds);
  const [, date, clock, second, offset] = iso.exec(text) ?? [];
  const local = date === undefined ? undefined : instantOf(`${date}T${clock}`, second);
  const away = offsetOf(offset);
  return local === undefined || away === undefined ? undefined : local + (homeMinutes - away) * 60_000;
}

function instantOf(minute: string, second = '0'): Instant | undefined {
  const at = parseLocalDateTime(minute);
  return at === undefined ? undefined : at + Number(second) * 1000;
}

/** Minutes east of Greenwich; from −12:00 to +14:00 there are places. */
function offsetOf(offset: string | undefined): number | undefined {
  if (offset === undefined) return homeMinutes;
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4))];
  const away = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  return minutes < 60 && away >= -12 * 60 && away <= 14 * 60 ? away : undefined;
}

/** One file's reader of rows: an entry that stands twice would be money taken twice, or money lost. */
function rowReader() {
  const seen = new Set<string>();
  return (cells: readonly string[], line: number): StatementLine | string => {
    if (cells.length !== header.length) return 'cells';
    const [entry = '', holder = '', time = '', credit = '', debit = '', said = ''] = cells;
    const [number, account] = [entry.trim(), holder.trim()];
    const at = timeOf(time);
    const [into, out] = [amountOf(credit), amountOf(debit)];
    if (!numberShape.test(number)) return header[0];
    if (!accountShape.test(account)) return header[1];
    if (at === undefined) return header[2];
    if (into === undefined) return header[3];
    if (out === undefined) return header[4];
    // Just one of the two: an entry of nothing, or in both directions, is no entry.
    if (into > 0 === out > 0) return 'both-or-none';
    const key = `${account} ${number}`;
    if (seen.has(key)) return 'twice';
    seen.add(key);
    const words = cleanText(said.replaceAll('\n', ' '));
    return { line, number, account, at, amount: asDong(into - out), words };
  };
}

/** Reads a bank statement whole, or says why not: `details.reason` is a column, or a word of README.md. */
export const readStatement: BankTransfers['readStatement'] = (bytes) =>
  readCsvTable(bytes, { header, separators: [',', ';'], cell: 1000, row: rowReader() });
