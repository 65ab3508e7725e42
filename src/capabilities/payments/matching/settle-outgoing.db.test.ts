import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, centreA, committeeA, committeeB, province } from '#builders/organisations';
import { type CitizenActor, systemActor } from '#kernel/actor';
import { type PersonId, uuidv7 } from '#kernel/ids';
import { asDong } from '#kernel/money';
import { done, type Outcome } from '#kernel/outcome';
import { asPlainDate, SetClock } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { StatementLine } from '#ports/payments';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  agreeToRefund,
  askRefund,
  askSurplusBack,
  chargeRows,
  declineRefund,
  differenceKinds,
  differencesOf,
  findRefund,
  findUnresolved,
  handInMoneyFile,
  keepAccount,
  lookAtDifference,
  type MatchingServices,
  markedToGiveBack,
  markRefundPaid,
  raiseCharges,
  readMoneyFile,
  refundWords,
  settleAtCounter,
  settleNewTransfers,
  surplusOf,
  tieBankLine,
  workOffDifference,
} from '../index.ts';
import { somePayments } from '../testing/builders.ts';

const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const account = '1012345678';
const payments = somePayments([]);
/** Money of the commune lies on the account of the province, as where a commune has entered none. */
const services: MatchingServices = {
  ...payments,
  accountOf: async () => ({
    key: province,
    name: 'Tỉnh',
    taxCode: '',
    account: { bin: '970436', number: account, name: 'TINH' },
  }),
  transfers: {
    ...payments.transfers,
    readStatement: (bytes) => done(JSON.parse(new TextDecoder().decode(bytes)) as StatementLine[]),
  },
  files: { read: () => done([]) },
  merchants: {},
  keeper: async () => province,
};
const worker = aCtx(db.worker, systemActor('payments.matching'), clock);
const officer = (...who: Parameters<typeof anOfficer>) => aCtx(db.web, anOfficer(...who), clock);
const keeper = officer('accountant', province, 900);
const colleague = officer('accountant', province, 901);
const leader = officer('unit-leader', committeeA, 902);
const payer = officer('accountant', committeeA, 903);
const stranger = officer('accountant', committeeB, 904);
const cashier = officer('fee-desk', centreA, 905);
const owner: CitizenActor = {
  kind: 'citizen',
  person: '018f0000-0000-7000-b000-000000000001' as PersonId,
  name: 'Nguyễn Thị Hoa',
  guest: false,
};
const citizen = aCtx(db.web, owner, clock);
const today = asPlainDate('2026-11-25');
const order = { number: 'UNC 12/2026', day: today };
const to = { bin: '970405', number: '6600205001234', holder: 'Nguyễn Thị Hoa' };
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
/** A refund of 8000 đồng of a dossier that has paid in cash. */
async function aRefund(approvedBy?: Ctx): Promise<string> {
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(++count).padStart(4, '0')}`,
    person: owner.person,
  };
  const fees = [{ id: 'phi', kind: 'phi' as const, name: 'Phí', amount: 8000, when: 'submission' as const }];
  const rows = chargeRows({
    fees,
    ownerName: owner.name,
    procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
    payee: committeeA,
    at: clock.now(),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  await cashier.db.transact(scopeOf(cashier.actor), async (transactor) => {
    const way = { fees: ['phi'], way: 'cash' as const, unit: centreA };
    assert.ok((await settleAtCounter(cashier, transactor, services, dossier, way)).ok);
  });
  const wish = { dossier, charge: rows[0]?.id ?? '', account: to, reason: 'Tôi rút hồ sơ' };
  const asked = await askRefund(citizen, services, wish);
  assert.ok(asked.ok);
  const { code } = asked.value;
  if (approvedBy) assert.ok((await agreeToRefund(approvedBy, services, code, 'transfer')).ok);
  return code;
}
const line = (number: string, amount: number, words: string): StatementLine => ({
  line: 2,
  number,
  account,
  at: clock.now() - 3_600_000,
  amount: asDong(amount),
  words,
});
async function takeIn(...lines: readonly StatementLine[]): Promise<void> {
  const handed = await handInMoneyFile(keeper, services, {
    unit: province,
    name: 'sao-ke.csv',
    bytes: new TextEncoder().encode(JSON.stringify(lines)),
    of: { kind: 'statement' },
  });
  assert.ok(handed.ok, JSON.stringify(handed));
  await readMoneyFile(worker, services);
  await settleNewTransfers(worker, services);
}
const leaving = (number: string, code: string, amount = -8000) =>
  line(number, amount, `CT ${refundWords(code)} hoan phi`);
const items = (closed = false) =>
  differencesOf(
    keeper,
    { kinds: differenceKinds, closed, from: asPlainDate('2026-11-01'), to: asPlainDate('2026-12-31') },
    { size: 100, skip: 0 },
  );
const about = async (number: string, closed = false) =>
  (await items(closed)).find(({ details }) => details['number'] === number);
const lineOf = async (number: string) => {
  const [row] = await db.sql<{ state: string; why: string; refund: string | null }>(
    'select state, why, refund from payments.bank_line where number = $1',
    [number],
  );
  return row;
};
const stateOf = async (code: string) => (await findRefund(worker, code))?.state;
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);
/** How often the money of a refund left, and what of refunds stands in the books that no refund waits for. */
async function ledger(code: string) {
  const [row] = await db.sql<{ given: number; loose: number }>(
    `select (select count(*)::int from payments.transfer t join payments.refund r on r.id = t.refund_id where r.code = $1 and t.kind = 'refunded') as given,
      (select coalesce(sum(case when t.debit = 'refund' then t.amount when t.credit = 'refund' then -t.amount else 0 end), 0)::int from payments.transfer t)
        + (select coalesce(sum(amount), 0)::int from payments.refund where state = 'approved') as loose`,
    [code],
  );
  return row;
}
const once = { given: 1, loose: 0 };
const tie = async (by: Ctx, number: string, refund: string) =>
  codeOf(
    await tieBankLine(by, services, {
      difference: (await about(number))?.id ?? '',
      account,
      number,
      refund,
    }),
  );

describe('money that went out', () => {
  it('pays the approved refund that its words name, once, however often and in how many files the line comes', async () => {
    const code = await aRefund(leader);
    await takeIn(leaving('RA1', code), line('RA2', -5500, 'PHI QUAN LY TAI KHOAN'));
    assert.equal(await stateOf(code), 'paid');
    assert.deepEqual(await lineOf('RA1'), { state: 'refunded', why: '', refund: code });
    assert.deepEqual(await lineOf('RA2'), { state: 'out', why: '', refund: null });
    assert.deepEqual(await ledger(code), once);
    const [entry] = await db.sql<{ credit: string; unit_id: string }>(
      `select t.credit, t.unit_id from payments.transfer t join payments.refund r on r.id = t.refund_id where r.code = $1 and t.kind = 'refunded'`,
      [code],
    );
    assert.deepEqual(entry, { credit: `bank:${province}`, unit_id: province });
    await takeIn(leaving('RA1', code), line('RA3', -700, 'PHI SMS'));
    assert.equal(await settleNewTransfers(worker, services), 0);
    assert.deepEqual(await ledger(code), once);
    assert.deepEqual(await items(), []);
    await takeIn(leaving('RA4', code));
    assert.equal((await about('RA4'))?.kind, 'out-twice');
    assert.equal(await tie(keeper, 'RA4', code), 'refund-paid-already');
    assert.deepEqual(await ledger(code), once);
  });

  it('confirms a refund that was marked as paid under another number, and enters nothing', async () => {
    const code = await aRefund(leader);
    assert.ok((await markRefundPaid(payer, services, code, order)).ok);
    assert.deepEqual(await ledger(code), once);
    await takeIn(leaving('RB1', code, -7999), leaving('RB2', code), leaving('RB3', code));
    const kinds = await Promise.all(['RB1', 'RB2', 'RB3'].map(async (number) => (await about(number))?.kind));
    assert.deepEqual(kinds, ['out-amount', undefined, 'out-twice']);
    assert.equal((await lineOf('RB2'))?.state, 'refunded');
    assert.equal((await findRefund(worker, code))?.paid_number, order.number);
    assert.deepEqual(await ledger(code), once);
  });

  it('for what is not approved is an item, and tied to it by the accountant of the account after the approval', async () => {
    const code = await aRefund();
    await takeIn(leaving('RC1', code));
    const item = await about('RC1');
    assert.deepEqual([item?.kind, item?.there, item?.here], ['out-not-approved', -8000, -8000]);
    assert.equal(await tie(keeper, 'RC1', code), 'refund-not-approved');
    assert.equal(await tie(keeper, 'RC1', 'HPKHONGCO'), 'refund-unknown');
    assert.ok((await agreeToRefund(leader, services, code, 'transfer')).ok);
    assert.equal(await tie(stranger, 'RC1', code), 'not-yours');
    assert.equal(await tie(payer, 'RC1', code), 'not-yours');
    const both = await Promise.all([keeper, colleague].map((by) => tie(by, 'RC1', refundWords(code))));
    assert.deepEqual(both.sort(), ['done', 'line-placed']);
    assert.equal(await stateOf(code), 'paid');
    assert.deepEqual(await ledger(code), once);
    const closed = await about('RC1', true);
    const look = await lookAtDifference(keeper, closed?.id ?? '');
    assert.deepEqual(
      look?.steps.map(({ kind, words }) => [kind, words]),
      [
        ['found', ''],
        ['tied', refundWords(code)],
      ],
    );
  });

  it('under another code is tied to the right refund by somebody who has not approved it', async () => {
    const code = await aRefund();
    const both = officer('accountant', committeeA, 906);
    assert.ok((await agreeToRefund(both, services, code, 'transfer')).ok);
    await takeIn(leaving('RD1', '000000000000'));
    assert.equal((await about('RD1'))?.kind, 'out-unknown-code');
    const { actor } = both;
    assert.ok(actor.kind === 'officer');
    const post = { ...anOfficer('accountant', province, 906), officer: actor.officer };
    assert.equal(await tie(aCtx(db.web, post, clock), 'RD1', code), 'refund-four-eyes');
    assert.equal(await tie(keeper, 'RD1', code), 'done');
    assert.equal((await findRefund(worker, code))?.paid_by_name, 'Cán bộ');
    assert.deepEqual(await ledger(code), once);
  });

  it('of another amount, for what was refused, or paid in cash already, is an item and changes no book', async () => {
    const [other, no, cash] = [await aRefund(leader), await aRefund(), await aRefund()];
    assert.ok((await declineRefund(leader, services, no, 'Không đủ căn cứ')).ok);
    assert.ok((await agreeToRefund(leader, services, cash, 'cash')).ok);
    assert.ok((await markRefundPaid(payer, services, cash, order)).ok);
    await takeIn(leaving('RE1', other, -9000), leaving('RE2', no), leaving('RE3', cash));
    for (const [number, code, kind, refusal, given] of [
      ['RE1', other, 'out-amount', 'refund-other-amount', 0],
      ['RE2', no, 'out-overtaken', 'refund-ended', 0],
      ['RE3', cash, 'out-elsewhere', 'refund-paid-elsewhere', 1],
    ] as const) {
      assert.equal((await about(number))?.kind, kind);
      assert.equal(await tie(keeper, number, code), refusal);
      assert.deepEqual(await lineOf(number), { state: 'out', why: kind, refund: null });
      assert.deepEqual(await ledger(code), { given, loose: 0 });
    }
  });

  it('that came before anybody looked at it is taken up, once', async () => {
    const code = await aRefund(leader);
    await db.sql(
      `insert into payments.bank_line (account, number, file_id, line, unit_id, day, at, amount, words, state)
       select $1, x.number, gen_random_uuid(), 2, $2, $3, now(), -8000, x.words, 'out' from (values ('RF1', $4), ('RF2', 'PHI')) x(number, words)`,
      [account, province, today, refundWords(code)],
    );
    assert.equal(await settleNewTransfers(worker, services), 2);
    assert.equal(await settleNewTransfers(worker, services), 0);
    assert.equal(await stateOf(code), 'paid');
    assert.equal((await lineOf('RF2'))?.state, 'out');
  });
});

describe('an item that was marked to be given back', () => {
  it('is listed with its surplus, then with its refund, and closes itself when the money is gone', async () => {
    await takeIn(line('VAO1', 30_000, 'nop phi'));
    const item = await about('VAO1');
    assert.ok(item);
    const listed = async (by = keeper, unit = province) =>
      (await markedToGiveBack(by, [unit])).map(({ id, amount, entry, refund, refund_state }) => ({
        id,
        amount,
        entry,
        refund,
        refund_state,
      }));
    assert.deepEqual(await listed(), []);
    const mark = { kind: 'marked', as: 'refund', words: 'Nộp nhầm' } as const;
    assert.equal(codeOf(await workOffDifference(keeper, item.id, mark)), 'done');
    const [held] = await surplusOf(keeper, province);
    assert.ok(held);
    const row = { id: item.id, amount: 30_000, entry: held.id, refund: null, refund_state: null };
    assert.deepEqual(await listed(), [row]);
    assert.deepEqual(await listed(leader), []);
    assert.deepEqual(await listed(stranger, committeeB), []);
    const asked = await askSurplusBack(keeper, services, {
      unit: province,
      entry: held.id,
      account: to,
      reason: 'Nộp nhầm',
    });
    assert.ok(asked.ok);
    const { code } = asked.value;
    assert.deepEqual(await listed(), [{ ...row, refund: code, refund_state: 'asked' }]);
    const provincial = officer('unit-leader', province, 907);
    assert.ok((await agreeToRefund(provincial, services, code, 'transfer')).ok);
    assert.deepEqual(
      (await listed()).map(({ refund, refund_state }) => [refund, refund_state]),
      [[code, 'approved']],
    );
    await findUnresolved(worker, services);
    assert.ok(await about('VAO1'));
    await takeIn(leaving('RA9', code, -30_000));
    assert.equal(await stateOf(code), 'paid');
    assert.deepEqual(
      (await listed()).map(({ refund_state }) => refund_state),
      ['paid'],
    );
    await findUnresolved(worker, services);
    assert.deepEqual(await listed(), []);
    assert.equal((await about('VAO1', true))?.closed_how, 'by-itself');
    const look = await lookAtDifference(keeper, item.id);
    assert.deepEqual(look?.steps.at(-1)?.words, refundWords(code));
    assert.deepEqual(await ledger(code), once);
  });
});
