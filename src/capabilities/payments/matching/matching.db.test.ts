import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, centreA, committeeA, province } from '#builders/organisations';
import { systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { asDong } from '#kernel/money';
import { done, type Outcome, refused } from '#kernel/outcome';
import { asPlainDate, instantAt, SetClock } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { StatementLine } from '#ports/payments';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  askForMatching,
  askOnce,
  assignBankLine,
  beginSession,
  chargeRows,
  type DifferenceKind,
  differenceKinds,
  differencesOf,
  findBill,
  findUnresolved,
  type HandedFile,
  handInMoneyFile,
  keepAccount,
  lookAtDifference,
  lookAtMatching,
  type MatchingServices,
  matchWanted,
  matchYesterday,
  raiseCharges,
  readMoneyFile,
  settleNewTransfers,
  workOffDifference,
} from '../index.ts';
import { aGateway, somePayments } from '../testing/builders.ts';

const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const gateway = aGateway(clock);
const account = '1012345678';
/** Files are JSON here; what real ones look like is the matter of their adapters. */
const read = <T>(bytes: Uint8Array): Outcome<readonly T[]> => {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith('[') ? done(JSON.parse(text) as T[]) : refused({ code: 'file-header' });
};
const payments = somePayments([gateway]);
const services: MatchingServices = {
  ...payments,
  accountOf: async () => ({
    key: province,
    name: 'Tỉnh',
    taxCode: '',
    account: { bin: '970436', number: account, name: 'TINH' },
  }),
  transfers: { ...payments.transfers, readStatement: read },
  files: { read },
  merchants: {},
  keeper: async () => province,
};
const worker = aCtx(db.worker, systemActor('payments.matching'), clock);
const officer = (...who: Parameters<typeof anOfficer>) => aCtx(db.web, anOfficer(...who), clock);
const accountant = officer('accountant', province);
const stranger = officer('accountant', centreA, 901);
const inspector = aCtx(db.web, { ...anOfficer('inspector', province, 902), everywhere: true }, clock);
const entered = await keepAccount(worker, {
  unit: province,
  name: 'Tỉnh',
  taxCode: '1600000001',
  bin: '970436',
  number: account,
  holder: 'TINH',
});
assert.ok(entered.ok);

let count = 0;
async function aBill(...amounts: readonly number[]) {
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(++count).padStart(4, '0')}`,
    person: null,
  };
  const rows = chargeRows({
    fees: amounts.map((amount, n) => ({
      id: `phi-${n}`,
      kind: 'phi',
      name: 'Phí',
      amount,
      when: 'submission',
    })),
    ownerName: 'Nguyễn Thị Hoa',
    procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
    payee: committeeA,
    at: clock.now(),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  return rows[0]?.bill ?? '';
}
const line = (number: string, amount: number, words: string): StatementLine => ({
  line: 2,
  number,
  account,
  at: clock.now() - 3_600_000,
  amount: asDong(amount),
  words,
});
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const handIn = (bytes: Uint8Array, of: HandedFile['of'] = { kind: 'statement' }, by: Ctx = accountant) =>
  handInMoneyFile(by, services, { unit: province, name: 'tep.csv', bytes, of });
async function takeIn(...lines: readonly StatementLine[]): Promise<void> {
  const handed = await handIn(bytesOf(lines));
  assert.ok(handed.ok, JSON.stringify(handed));
  await readMoneyFile(worker, services);
  await settleNewTransfers(worker, services);
}
const items = (kinds: readonly DifferenceKind[] = differenceKinds, closed = false, ctx: Ctx = accountant) =>
  differencesOf(
    ctx,
    { kinds, closed, from: asPlainDate('2026-11-01'), to: asPlainDate('2026-12-31') },
    { size: 100, skip: 0 },
  );
const aboutLine = async (number: string) =>
  (await items()).find(({ details }) => details['number'] === number);
const states = async (code: string) =>
  (await findBill(worker, code))?.charges.map(({ state, way }) => way ?? state);
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);
const sums = () =>
  db.sql(`select account, sum(amount)::int as sum from (select debit as account, amount from payments.transfer
    union all select credit, -amount from payments.transfer) t where account in ('surplus', 'bank:${province}') group by account order by account`);

describe('a bank statement', () => {
  it('pays the bill that its words name, once, however often and in how many files the line comes', async () => {
    const code = await aBill(8000, 20_000);
    const paid = line('FT1', 28_000, `MBVCB.123.MC${code}.CT tu 0123`);
    await takeIn(paid, line('FT2', -500, 'Phi dich vu'));
    assert.deepEqual(await states(code), ['transfer', 'transfer']);
    const before = await sums();
    await takeIn(paid, line('FT3', -700, 'Phi dich vu'));
    assert.equal(await settleNewTransfers(worker, services), 0);
    assert.deepEqual(await sums(), before);
    assert.equal(codeOf(await handIn(bytesOf([paid, line('FT2', -500, 'Phi dich vu')]))), 'file-known');
    const [told] = await db.sql<{ n: number }>(
      "select count(*)::int as n from outbox.event where topic = 'payment.settled'",
    );
    assert.equal(told?.n, 1);
    const receipts = await db.sql("select 1 from payments.receipt where way = 'transfer'");
    assert.equal(receipts.length, 1);
  });

  it('keeps apart what nobody can place, with an item that says why', async () => {
    const [owes, busy] = [await aBill(8000), await aBill(9000)];
    const begun = await beginSession(worker, payments, { bill: busy, gateway: 'npp', ip: '' });
    assert.ok(begun.ok);
    await takeIn(
      line('FT10', 8000, 'nop phi'),
      line('FT11', 8000, 'MC7K3Q9ZPM2C4E'),
      line('FT12', 8001, `MC${owes}`),
      line('FT13', 9000, `MC${busy}`),
      line('FT14', 8000, `=HYPERLINK("x") MC${owes}`),
      line('FT15', 8000, `MC${owes}`),
    );
    const whys = await Promise.all(
      ['FT10', 'FT11', 'FT12', 'FT13', 'FT14', 'FT15'].map(async (number) => (await aboutLine(number))?.kind),
    );
    assert.deepEqual(whys, [
      'transfer-no-code',
      'transfer-unknown-code',
      'transfer-amount',
      'transfer-under-way',
      undefined,
      'transfer-nothing-owed',
    ]);
    assert.deepEqual(await states(owes), ['transfer']);
    assert.deepEqual(await states(busy), ['owed']);
    gateway.move(begun.value.reference, 'failed');
    clock.set(clock.now() + 60_000);
    await askOnce(worker, payments);
  });

  it('that cannot be read, or is of another account, is refused whole and may be handed in again', async () => {
    for (const bytes of [
      new TextEncoder().encode('%PDF-1.7'),
      bytesOf([{ ...line('FT20', 1, ''), account: '999' }]),
    ]) {
      const handed = await handIn(bytes);
      assert.ok(handed.ok);
      await readMoneyFile(worker, services);
      clock.set(clock.now() + 1000);
    }
    assert.equal(codeOf(await handIn(new TextEncoder().encode('%PDF-1.7'))), 'done');
    await readMoneyFile(worker, services);
    const look = await lookAtMatching(accountant, {
      from: asPlainDate('2026-11-24'),
      to: asPlainDate('2026-11-25'),
      gateways: ['npp'],
    });
    assert.deepEqual(
      look?.files.slice(0, 3).map(({ state, refusal }) => [state, refusal?.code]),
      [
        ['refused', 'file-header'],
        ['refused', 'statement-account'],
        ['refused', 'file-header'],
      ],
    );
    assert.equal((await db.sql("select 1 from payments.bank_line where number = 'FT20'")).length, 0);
  });
});

describe('money that nobody could place', () => {
  it('is given to a bill by the accountant of the account, once; the rest stays surplus', async () => {
    const code = await aBill(5000);
    const item = await aboutLine('FT12');
    assert.ok(item);
    const wish = { difference: item.id, account, number: 'FT12', bill: code };
    assert.equal(codeOf(await assignBankLine(stranger, services, wish)), 'not-yours');
    assert.equal(codeOf(await assignBankLine(inspector, services, wish)), 'not-yours');
    assert.equal(codeOf(await assignBankLine(accountant, services, { ...wish, bill: 'x' })), 'bill-unknown');
    const both = await Promise.all([1, 2].map(() => assignBankLine(accountant, services, wish)));
    assert.deepEqual(both.map(codeOf).sort(), ['done', 'line-placed']);
    assert.deepEqual(await states(code), ['transfer']);
    assert.equal(await aboutLine('FT12'), undefined);
    await findUnresolved(worker, services);
    const rest = (await items(['surplus'])).map(({ there }) => there);
    assert.ok(rest.includes(3001), rest.join());
    assert.ok(!rest.includes(8001));
  });

  it('too small for the bill stays where it is', async () => {
    const code = await aBill(50_000);
    const item = await aboutLine('FT10');
    const wish = { difference: item?.id ?? '', account, number: 'FT10', bill: code };
    assert.equal(codeOf(await assignBankLine(accountant, services, wish)), 'transfer-too-small');
    assert.deepEqual(await states(code), ['owed']);
  });
});

describe('an item', () => {
  it('is worked off by the accountants it concerns, read by the inspector, and unseen by others', async () => {
    const item = await aboutLine('FT11');
    assert.ok(item);
    const { id } = item;
    assert.equal(codeOf(await workOffDifference(stranger, id, { kind: 'taken' })), 'not-found');
    assert.equal(codeOf(await workOffDifference(inspector, id, { kind: 'taken' })), 'not-yours');
    assert.equal(await lookAtDifference(stranger, id), undefined);
    assert.deepEqual(await items(differenceKinds, false, stranger), []);
    assert.ok((await items(differenceKinds, false, inspector)).length > 0);
    for (const step of [
      { kind: 'taken' },
      { kind: 'explained', words: 'Đang hỏi ngân hàng.' },
      { kind: 'marked', as: 'refund', words: '' },
      { kind: 'closed', words: 'Đã lập lệnh hoàn.' },
    ] as const)
      assert.equal(codeOf(await workOffDifference(accountant, id, step)), 'done');
    assert.equal(codeOf(await workOffDifference(accountant, id, { kind: 'taken' })), 'item-closed');
    const look = await lookAtDifference(inspector, id);
    assert.deepEqual(
      look?.steps.map(({ kind, actor_name, words }) => [kind, actor_name, words]),
      [
        ['found', '', ''],
        ['taken', 'Cán bộ', ''],
        ['explained', 'Cán bộ', 'Đang hỏi ngân hàng.'],
        ['marked', 'Cán bộ', 'refund'],
        ['closed', 'Cán bộ', 'Đã lập lệnh hoàn.'],
      ],
    );
    assert.equal(look?.item.marked, 'refund');
  });

  it('keeps its steps: nobody changes or removes one', async () => {
    for (const statement of [
      "update payments.difference_step set words = ''",
      'delete from payments.difference_step',
    ])
      await assert.rejects(
        db.worker.direct.rows(
          {
            name: `t.${statement}`,
            text: statement,
            order: [],
            row: { parse: (row: unknown) => row } as never,
          },
          {},
        ),
        /permission denied/,
      );
  });

  it('about a payment of which nobody knows the end goes when the gateway has told, asked by a person', async () => {
    const code = await aBill(7000);
    const begun = await beginSession(worker, payments, { bill: code, gateway: 'npp', ip: '' });
    assert.ok(begun.ok);
    gateway.silent = true;
    clock.set(clock.now() + 2 * 3_600_000);
    await askOnce(worker, payments);
    await findUnresolved(worker, services);
    const [open] = await items(['session-open']);
    assert.equal(open?.reference, begun.value.reference);
    gateway.silent = false;
    gateway.move(begun.value.reference, 'captured');
    assert.equal(codeOf(await workOffDifference(accountant, open?.id ?? '', { kind: 'asked' })), 'done');
    await askOnce(worker, payments);
    assert.deepEqual(await states(code), ['gateway']);
    await findUnresolved(worker, services);
    assert.deepEqual(await items(['session-open']), []);
    const [gone] = await items(['session-open'], true);
    assert.equal(gone?.closed_how, 'by-itself');
  });
});

describe('files of a gateway', () => {
  const day = asPlainDate('2026-11-25');
  const settlement = { kind: 'settlement', gateway: 'npp', day } as const;
  it('are handed in by accountants, for a gateway and a day that there are', async () => {
    const bytes = bytesOf([]);
    assert.equal(codeOf(await handIn(bytes, settlement, inspector)), 'not-yours');
    assert.equal(codeOf(await handIn(bytes, settlement, stranger)), 'not-yours');
    assert.equal(codeOf(await handIn(bytes, { ...settlement, gateway: 'x' })), 'no-gateway');
    assert.equal(codeOf(await handIn(bytes, { ...settlement, day: '2026-11-31' })), 'date-missing');
    assert.equal(codeOf(await handIn(bytes, { ...settlement, day: '2027-01-01' })), 'day-to-come');
    assert.equal(codeOf(await handIn(new Uint8Array(), settlement)), 'file-empty');
  });

  it('are missed in the morning after money moved, until one comes; a newer one of a day replaces it', async () => {
    clock.set(instantAt(asPlainDate('2026-11-26'), 5 * 60));
    await matchYesterday(worker, services);
    assert.deepEqual(
      (await items(['file-missing'])).map(({ reference }) => reference),
      [day],
    );
    const [order] = [...gateway.orders.values()].filter(({ state }) => state === 'captured');
    assert.ok(order);
    const right = {
      line: 2,
      reference: order.order.reference,
      transaction: 'GD1',
      kind: 'payment',
      amount: order.amount,
      at: order.at,
      merchant: 'H01',
      bank: 'VCB',
    };
    const far = { ...right, at: right.at - 5 * 86_400_000 };
    for (const lines of [[far], [{ ...right, amount: 1 }], [right]]) {
      clock.set(clock.now() + 1000);
      assert.equal(codeOf(await handIn(bytesOf(lines), settlement)), 'done');
      await readMoneyFile(worker, services);
      while ((await matchWanted(worker, services)) > 0);
      if (lines[0]?.amount === 1)
        assert.deepEqual(
          (await items(['amount'])).map(({ there, here }) => [there, here]),
          [[1, 7000]],
        );
    }
    assert.deepEqual(await items(['amount', 'file-missing']), []);
    const look = await lookAtMatching(inspector, { from: day, to: day, gateways: ['npp'] });
    assert.deepEqual(
      look?.days.map(({ lines, sums }) => [lines, sums?.there, sums?.here]),
      [[1, 7000, 7000]],
    );
    assert.deepEqual(
      look?.files.slice(0, 3).map(({ state, refusal }) => [state, refusal?.code]),
      [
        ['read', undefined],
        ['replaced', undefined],
        ['refused', 'file-day'],
      ],
    );
    assert.equal(
      await lookAtMatching(officer('one-stop-officer', centreA), { from: day, to: day, gateways: [] }),
      undefined,
    );
  });

  it('are compared again when somebody wishes', async () => {
    const wish = { unit: province, gateway: 'npp', from: day, to: day };
    assert.equal(codeOf(await askForMatching(inspector, services, wish)), 'not-yours');
    assert.equal(
      codeOf(await askForMatching(accountant, services, { ...wish, to: '2026-11-24' })),
      'day-to-come',
    );
    assert.equal(
      codeOf(await askForMatching(accountant, services, { ...wish, from: '2026-01-01' })),
      'days-too-many',
    );
    assert.equal(codeOf(await askForMatching(accountant, services, wish)), 'done');
    assert.equal(await matchWanted(worker, services), 1);
    assert.equal(await matchWanted(worker, services), 0);
  });
});
