import type { OfficerRole } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { foldText, type LocalText } from '#kernel/text';

/** Columns of a file of officials; their names are read in either language, in any order. */
export const officialColumns = {
  name: { vi: 'Họ và tên', en: 'Name' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  account: { vi: 'Tài khoản', en: 'Account' },
  unit: { vi: 'Mã đơn vị', en: 'Unit code' },
  title: { vi: 'Chức vụ', en: 'Title' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type OfficialColumn = keyof typeof officialColumns;
export type OfficialCells = Readonly<Record<OfficialColumn, string>>;

/** Columns that a file may leave out. */
const optional: ReadonlySet<OfficialColumn> = new Set(['account', 'title', 'from', 'until']);
const columns = Object.keys(officialColumns) as OfficialColumn[];

/** Names of roles as people write them. */
export type RoleWords = Readonly<Record<OfficerRole, LocalText>>;

export const officialsFileLimits = {
  bytes: 2_000_000,
  rows: 10_000,
  cell: 200,
  /** Rows of one person: one for each unit they work in. */
  ofOne: 20,
};

const byName = new Map<string, OfficialColumn>(
  columns.flatMap((column) =>
    [column, officialColumns[column].vi, officialColumns[column].en].map((name): [string, OfficialColumn] => [
      foldText(name),
      column,
    ]),
  ),
);

/** Which column each cell of the header is; a name that is unknown, doubled or missing is refused. */
export function readHeader(cells: readonly string[]): readonly OfficialColumn[] | Refusal {
  const found: OfficialColumn[] = [];
  for (const cell of cells) {
    const column = byName.get(foldText(cell.slice(0, 100)));
    if (!column || found.includes(column))
      return { code: 'officials-header', details: { found: cell.slice(0, 60) } };
    found.push(column);
  }
  const missing = columns.find((column) => !optional.has(column) && !found.includes(column));
  return missing === undefined
    ? found
    : { code: 'officials-header', details: { missing: officialColumns[missing].vi } };
}

/** The header line that a file may begin with. */
export const officialsHeader = columns.map((column) => officialColumns[column].vi).join(';');
