import { asDong } from '#kernel/money';
import { type Instant, parseLocalDateTime } from '#kernel/time';
import { readCsvTable } from '#platform/validation';
import type { SettlementFiles, SettlementLine } from '#ports/payments';

const header = [
  'MaThamChieu',
  'MaGiaoDich',
  'LoaiGiaoDich',
  'SoTien',
  'ThoiGianGD',
  'MaDoiTac',
  'MaNganHang',
] as const;

const kinds: ReadonlyMap<string, SettlementLine['kind']> = new Map([
  ['THANH_TOAN', 'payment'],
  ['HOAN_TIEN', 'refund'],
  ['TRA_SOAT', 'charge-back'],
]);

/** Codes of others, as far as nothing in them can be taken for a formula or a mark of the file. */
const codeShape = /^[A-Za-z0-9][\w.:/-]{0,63}$/;
/** Whole đồng without separators; twelve digits are more than any fee and keep sums exact. */
const amountShape = /^[1-9]\d{0,11}$/;
const totalMark = 'TONG';

/** `yyyyMMddHHmmss` in Vietnamese time. Neighbouring lines mostly share their minute, so the last one is remembered. */
function timeReader(): (text: string) => Instant | undefined {
  let minute = '';
  let begins: Instant | undefined;
  return (text) => {
    if (!/^20\d{10}[0-5]\d$/.test(text)) return undefined;
    if (text.slice(0, 12) !== minute) {
      minute = text.slice(0, 12);
      const [day, clock] = [minute.slice(0, 8), minute.slice(8)];
      begins = parseLocalDateTime(
        `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${clock.slice(0, 2)}:${clock.slice(2)}`,
      );
    }
    return begins === undefined ? undefined : begins + Number(text.slice(12)) * 1000;
  };
}

/** One file's reader of rows: it counts and adds up, to compare with the total line. */
function rowReader() {
  const timeOf = timeReader();
  let count = 0;
  let sum = 0n;
  let ended = false;
  return (cells: readonly string[], line: number, sound: boolean): SettlementLine | string | undefined => {
    if (ended) return 'after-total';
    if (cells[0] === totalMark) {
      ended = true;
      return totalFault(cells, sound ? { count, sum } : undefined);
    }
    const [reference = '', transaction = '', type = '', price = '', time = '', merchant = '', bank = ''] =
      cells;
    count += 1;
    if (cells.length !== header.length) return 'cells';
    const kind = kinds.get(type);
    const at = timeOf(time);
    if (!codeShape.test(reference)) return 'MaThamChieu';
    if (!codeShape.test(transaction)) return 'MaGiaoDich';
    if (kind === undefined) return 'LoaiGiaoDich';
    if (!amountShape.test(price)) return 'SoTien';
    if (at === undefined) return 'ThoiGianGD';
    if (!codeShape.test(merchant)) return 'MaDoiTac';
    if (!codeShape.test(bank)) return 'MaNganHang';
    sum += BigInt(price);
    return { line, reference, transaction, kind, amount: asDong(Number(price)), at, merchant, bank };
  };
}

/**
 * `TONG,<count>,,<sum>`: all lines, and the sum of their amounts as written, whatever their kind. Where a line could not
 * be read nothing is known to compare with.
 */
function totalFault(
  cells: readonly string[],
  read: { readonly count: number; readonly sum: bigint } | undefined,
): string | undefined {
  const [, counted = '', gap = '', added = '', ...rest] = cells;
  const wholeNumber = /^\d{1,20}$/;
  if (
    gap !== '' ||
    rest.some((cell) => cell !== '') ||
    !wholeNumber.test(counted) ||
    !wholeNumber.test(added)
  )
    return 'total';
  if (read === undefined) return undefined;
  if (Number(counted) !== read.count) return 'total-count';
  return BigInt(added) === read.sum ? undefined : 'total-sum';
}

/** Reads a settlement file whole, or says why not: `details.reason` is a column, or a word of README.md. */
export const settlementFiles: SettlementFiles = {
  read: (bytes) => readCsvTable(bytes, { header, separators: [','], cell: 64, row: rowReader() }),
};
