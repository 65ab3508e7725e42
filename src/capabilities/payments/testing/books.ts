import type { UnitId } from '#kernel/ids';
import { asDong, type Dong } from '#kernel/money';
import { asPlainDate, instantAt } from '#kernel/time';
import type { MoneyChange } from '../rules/change.ts';
import type { Charge } from '../rules/charge.ts';
import { type Transfer, transferRow } from '../rules/ledger.ts';
import type { Entry, Money, Session } from '../rules/money.ts';

export const payee = '018f0000-0000-7000-8000-0000000000aa' as UnitId;
export const home = '018f0000-0000-7000-8000-0000000000bb' as UnitId;
export const begun = instantAt(asPlainDate('2026-11-25'), 9 * 60);

/** Identifiers in a row, so that a failure reads the same twice. */
export const counting = (prefix = 'id'): (() => string) => {
  let n = 0;
  return () => `${prefix}-${++n}`;
};

export const aCharge = (id: string, amount: number, change: Partial<Charge> = {}): Charge => ({
  homeUnit: home,
  dossier: 'dossier',
  id,
  bill: '7K3Q9ZPM2C4E',
  dossierCode: 'H01.1-261125-0001',
  person: null,
  ownerName: 'Nguyễn Thị Hoa',
  fee: `fee-${id}`,
  kind: 'phi',
  name: `Phí ${id}`,
  amount: asDong(amount),
  fullAmount: asDong(amount),
  dueAt: 'submission',
  ground: 'Thông tư 226/2016/TT-BTC',
  counted: '',
  procedureCode: '2.000815',
  procedureName: 'Chứng thực bản sao',
  tableVersion: 1,
  payee,
  refundable: true,
  assessed: null,
  raisedAt: begun,
  state: 'owed',
  settledAt: null,
  way: null,
  receipt: null,
  ...change,
});

export const aSession = (charges: readonly Charge[], change: Partial<Session> = {}): Session => ({
  homeUnit: home,
  id: 'session',
  dossier: 'dossier',
  bill: '7K3Q9ZPM2C4E',
  gateway: 'npp',
  reference: 'REF1',
  amount: charges.reduce((sum, { amount }) => sum + amount, 0) as Dong,
  payee,
  state: 'open',
  payAt: null,
  begunAt: begun,
  until: begun + 15 * 60_000,
  askAt: begun,
  asked: 0,
  told: 0,
  bookings: 0,
  record: null,
  closedAt: null,
  ...change,
});

const raised = (charge: Charge): Transfer => ({
  homeUnit: charge.homeUnit,
  kind: 'raised',
  debit: 'owed',
  credit: `due:${charge.payee}`,
  amount: charge.amount,
  unit: charge.payee,
  dossier: charge.dossier,
  charge: charge.id,
  evidence: charge.fee,
  key: `raised:${charge.id}`,
});

const entryOf = (entry: Transfer): Entry => {
  const row = transferRow(entry, { kind: 'system', id: null, name: '' }, begun, entry.key);
  return {
    id: row.id,
    kind: row.kind,
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    unit: row.unit_id,
    charge: row.charge_id,
    session: row.session_id,
    refund: row.refund_id,
    shift: row.shift_id,
    evidence: row.evidence,
    key: row.key,
    reverses: row.reverses,
  };
};

/** The books of one dossier in memory: what `payments.write` does to its rows, with the same refusals. */
export function aMoney(charges: readonly Charge[], sessions: readonly Session[] = []): Money {
  return {
    charges: [...charges],
    sessions: [...sessions],
    lines: sessions.flatMap((session) =>
      charges.map(({ id, amount }) => ({ session: session.id, charge: id, amount, live: true })),
    ),
    entries: charges.map(raised).map(entryOf),
  };
}

/** @throws where the shelf would refuse: the same key twice, or a charge that is not as it was. */
export function written(money: Money, change: MoneyChange): Money {
  const keys = new Set(money.entries.map(({ key }) => key));
  for (const { key } of change.transfers) {
    if (keys.has(key)) throw new Error(`The key ${key} twice`);
    keys.add(key);
  }
  for (const { charge } of change.charges)
    if (money.charges.find(({ id }) => id === charge.id)?.state !== charge.state)
      throw new Error(`Charge ${charge.id} has changed meanwhile`);
  return {
    charges: money.charges.map((charge) => {
      const next = change.charges.findLast((each) => each.charge.id === charge.id);
      return next
        ? { ...charge, state: next.state, settledAt: next.settledAt, way: next.way, receipt: next.receipt }
        : charge;
    }),
    sessions: money.sessions.map((session) => {
      const next = change.sessions.find((each) => each.session.id === session.id);
      return next
        ? {
            ...session,
            state: next.state,
            askAt: next.askAt,
            told: next.told,
            record: next.record,
            closedAt: next.closedAt,
            bookings: session.bookings + (next.booked ? 1 : 0),
          }
        : session;
    }),
    lines: money.lines.map((line) => {
      const next = change.lines.find((each) => each.session === line.session && each.charge === line.charge);
      return next ? { ...line, live: next.live } : line;
    }),
    entries: [...money.entries, ...change.transfers.map(entryOf)],
  };
}
