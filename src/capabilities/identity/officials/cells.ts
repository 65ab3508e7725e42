import { type OfficerRole, officerRoles } from '#kernel/actor';
import { cleanText, foldText } from '#kernel/text';
import { dateOfDayNumber, dayNumberOf, isPlainDate, type PlainDate } from '#kernel/time';
import { personalRoles } from '../rights.ts';
import { type OfficialCells, type OfficialColumn, officialsFileLimits, type RoleWords } from './columns.ts';

/** Why a row is not taken, at the column that mends it. */
export interface RowFault {
  readonly code: string;
  readonly column?: OfficialColumn;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What a row says, before it is compared with what is held. */
export interface OfficialSaid {
  readonly name: string;
  readonly number: string;
  readonly email: string;
  readonly account: string;
  readonly unitCode: string;
  readonly title: string;
  readonly roles: readonly OfficerRole[];
  readonly from: PlainDate | undefined;
  /** The first day on which the roles are no longer held. */
  readonly endsOn: PlainDate | undefined;
}

const emailShape = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,120}\.[^\s@.,;<>"]{2,}$/;
const nameShape = /^\p{L}[\p{L}\p{M}'’.\- ]*$/u;
const accountShape = /^[^\s<>"';,]{1,200}$/;

/** Reads every cell of a row, so that all that is wrong with it is told at once. */
export function readCells(
  cells: OfficialCells,
  words: RoleWords,
): { readonly said: OfficialSaid; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const fault = (column: OfficialColumn, code: string, details?: RowFault['details']): void =>
    void faults.push({ code, column, ...(details && { details }) });
  const odd = (column: OfficialColumn): boolean => {
    const cell = cells[column];
    if (cell.length > officialsFileLimits.cell)
      fault(column, 'cell-long', { most: officialsFileLimits.cell });
    else if (/^\s*[=+\-@\t]/.test(cell)) fault(column, 'cell-formula');
    else return false;
    return true;
  };
  /** A cell that is neither too long nor a formula, told wrong by its own rule. */
  const read = (column: OfficialColumn, rule: (cell: string) => RowFault['code'] | undefined): string => {
    if (odd(column)) return '';
    const cell = cleanText(cells[column]).replaceAll('\n', ' ');
    const wrong = rule(cell);
    if (wrong !== undefined) fault(column, wrong, { found: cell.slice(0, 40), length: cell.length });
    return wrong === undefined ? cell : '';
  };
  const date = (column: 'from' | 'until'): PlainDate | undefined => {
    const cell = read(column, (text) =>
      text === '' || readDate(text) !== undefined ? undefined : 'date-shape',
    );
    return cell === '' ? undefined : readDate(cell);
  };
  const until = date('until');
  const said: OfficialSaid = {
    name: read('name', (text) =>
      text === '' ? 'name-empty' : nameShape.test(text) ? undefined : 'name-shape',
    ),
    number: read('number', (text) => (/^\d{12}$/.test(text) ? undefined : 'number-shape')),
    email: read('email', (text) => (emailShape.test(text) ? undefined : 'email-shape')),
    account: read('account', (text) =>
      text === '' || accountShape.test(text) ? undefined : 'account-shape',
    ),
    unitCode: read('unit', (text) => (text === '' ? 'unit-empty' : undefined)),
    title: read('title', () => undefined),
    roles: readRoles(cells.roles, words, odd, fault),
    from: date('from'),
    endsOn: until && dateOfDayNumber((dayNumberOf(until) ?? 0) + 1),
  };
  if (said.from !== undefined && said.endsOn !== undefined && said.from >= said.endsOn)
    fault('until', 'until-before-from');
  return { said, faults };
}

function readRoles(
  cell: string,
  words: RoleWords,
  odd: (column: OfficialColumn) => boolean,
  fault: (column: OfficialColumn, code: string, details?: RowFault['details']) => void,
): readonly OfficerRole[] {
  if (odd('roles')) return [];
  const found = new Set<OfficerRole>();
  for (const part of cell.split(/[|,;\n]/).map(foldText)) {
    if (part === '') continue;
    const role = officerRoles.find((each) =>
      [each, words[each].vi, words[each].en ?? each].some((name) => foldText(name) === part),
    );
    if (role === undefined) {
      fault('roles', 'role-unknown', { found: part.slice(0, 40) });
      return [];
    }
    if (personalRoles.has(role)) {
      fault('roles', 'role-personal', { found: words[role].vi });
      return [];
    }
    found.add(role);
  }
  if (found.size === 0) fault('roles', 'roles-empty');
  return [...found];
}

/** `1/7/2025`, `01-07-2025` or `2025-07-01`. */
function readDate(text: string): PlainDate | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = parts ?? [];
  const date = parts ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isPlainDate(date) ? date : undefined;
}
