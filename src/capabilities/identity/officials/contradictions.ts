import type { RowFault } from './cells.ts';
import type { OfficialRow } from './read-file.ts';

/** Rows of one file that cannot all be true: they are told beside each other, the later with the row of the earlier. */
export function contradictions(rows: readonly OfficialRow[]): ReadonlyMap<OfficialRow, readonly RowFault[]> {
  const found = new Map<OfficialRow, RowFault[]>();
  const tell = (row: OfficialRow, fault: RowFault): void => {
    const told = found.get(row);
    if (told) told.push(fault);
    else found.set(row, [fault]);
  };
  const persons = new Map<string, OfficialRow>();
  const places = new Map<string, OfficialRow>();
  const accounts = new Map<string, OfficialRow>();
  for (const each of rows) {
    const { number, account, unitCode, name, email, title } = each.said;
    if (number === '') continue;
    const first = persons.get(number);
    if (!first) persons.set(number, each);
    else if (each.faults.length === 0 && first.faults.length === 0)
      for (const [column, own, other] of [
        ['name', name, first.said.name],
        ['email', email, first.said.email],
        ['account', account, first.said.account],
        ['title', title, first.said.title],
      ] as const)
        if (own !== other) tell(each, { code: 'row-differs', column, details: { row: first.row } });
    const place = `${number} ${unitCode}`;
    const twice = places.get(place);
    if (twice) tell(each, { code: 'row-twice', column: 'unit', details: { row: twice.row } });
    else places.set(place, each);
    const taken = account === '' ? undefined : accounts.get(account);
    if (taken && taken.said.number !== number)
      tell(each, { code: 'account-twice', column: 'account', details: { row: taken.row } });
    else if (account !== '' && !taken) accounts.set(account, each);
  }
  return found;
}
