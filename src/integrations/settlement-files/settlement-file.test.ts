import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settlementFiles } from './settlement-file.ts';

const header = 'MaThamChieu,MaGiaoDich,LoaiGiaoDich,SoTien,ThoiGianGD,MaDoiTac,MaNganHang';
const read = (...lines: string[]) =>
  settlementFiles.read(new TextEncoder().encode(`${[header, ...lines].join('\r\n')}\r\n`));
const faultOf = (...lines: string[]) => {
  const outcome = read(...lines);
  return outcome.ok
    ? undefined
    : `${outcome.refusal.details?.['line']} ${outcome.refusal.details?.['reason']}`;
};
const paid = 'MC202611250000000001,GD0001,THANH_TOAN,10000,20261125094107,H01,VCB';
const returned = 'MC202611250000000001,GD0002,HOAN_TIEN,4000,20261125235959,H01,VCB';
const taken = 'MC202611250000000002,GD0003,TRA_SOAT,7000,20261126000000,H01,BIDV';

describe('a settlement file', () => {
  it('is read line by line, with the time of Viet Nam', () => {
    const outcome = read(paid, returned, taken, 'TONG,3,,21000');
    assert.deepEqual(outcome.ok && outcome.value, [
      {
        line: 2,
        reference: 'MC202611250000000001',
        transaction: 'GD0001',
        kind: 'payment',
        amount: 10000,
        at: Date.UTC(2026, 10, 25, 2, 41, 7),
        merchant: 'H01',
        bank: 'VCB',
      },
      {
        line: 3,
        reference: 'MC202611250000000001',
        transaction: 'GD0002',
        kind: 'refund',
        amount: 4000,
        at: Date.UTC(2026, 10, 25, 16, 59, 59),
        merchant: 'H01',
        bank: 'VCB',
      },
      {
        line: 4,
        reference: 'MC202611250000000002',
        transaction: 'GD0003',
        kind: 'charge-back',
        amount: 7000,
        at: Date.UTC(2026, 10, 25, 17),
        merchant: 'H01',
        bank: 'BIDV',
      },
    ]);
  });

  it('needs no total, and a total may be filled up with empty cells', () => {
    assert.equal(faultOf(paid), undefined);
    assert.equal(faultOf(paid, 'TONG,1,,10000,,,'), undefined);
  });

  it('keeps a line that stands twice: that is a difference to work off, not a fault of the file', () => {
    const outcome = read(paid, paid, 'TONG,2,,20000');
    assert.equal(outcome.ok && outcome.value.length, 2);
  });

  for (const [what, line, reason] of [
    ['a missing cell', paid.replace(',VCB', ''), 'cells'],
    ['a cell too many', `${paid},x`, 'cells'],
    ['no reference', paid.replace('MC202611250000000001', ''), 'MaThamChieu'],
    ['a formula for a reference', paid.replace('MC2026', '=MC'), 'MaThamChieu'],
    ['no transaction', paid.replace('GD0001', ''), 'MaGiaoDich'],
    ['another kind', paid.replace('THANH_TOAN', 'KHAC'), 'LoaiGiaoDich'],
    ['an amount of nothing', paid.replace('10000', '0'), 'SoTien'],
    ['an amount below nothing', paid.replace('10000', '-10000'), 'SoTien'],
    ['an amount with a fraction', paid.replace('10000', '10000.5'), 'SoTien'],
    ['an amount beyond bounds', paid.replace('10000', '1000000000000'), 'SoTien'],
    ['a day that is none', paid.replace(',20261125', ',20261131'), 'ThoiGianGD'],
    ['an hour that is none', paid.replace('094107', '244107'), 'ThoiGianGD'],
    ['a second that is none', paid.replace('094107', '094160'), 'ThoiGianGD'],
    ['a time without seconds', paid.replace('094107', '0941'), 'ThoiGianGD'],
    ['no merchant', paid.replace('H01', ''), 'MaDoiTac'],
    ['no bank', paid.replace('VCB', ''), 'MaNganHang'],
    ['an endless cell', paid.replace('VCB', 'V'.repeat(65)), 'long'],
  ] as const)
    it(`with ${what} is refused whole`, () => {
      assert.equal(faultOf(returned, line, taken), `3 ${reason}`);
    });

  it('after a bad minute still reads the good ones', () => {
    const bad = paid.replace(',20261125', ',20261131');
    const outcome = read(bad, paid, bad, returned, bad);
    assert.equal(
      !outcome.ok && outcome.refusal.details?.['list'],
      '2 ThoiGianGD, 4 ThoiGianGD, 6 ThoiGianGD',
    );
  });

  it('with a bad line names that line, and not the total that it spoils', () => {
    const outcome = read(paid.replace('10000', 'x'), returned, 'TONG,2,,14000');
    assert.equal(!outcome.ok && outcome.refusal.details?.['list'], '2 SoTien');
  });

  it('whose total is wrong, unreadable or not the end is refused', () => {
    assert.equal(faultOf(paid, 'TONG,2,,10000'), '3 total-count');
    assert.equal(faultOf(paid, 'TONG,1,,10001'), '3 total-sum');
    assert.equal(faultOf(paid, 'TONG,1,x,10000'), '3 total');
    assert.equal(faultOf(paid, 'TONG,1,,10000,,,x'), '3 total');
    assert.equal(faultOf(paid, 'TONG,một,,10000'), '3 total');
    assert.equal(faultOf(paid, 'TONG,1,,10000', returned), '4 after-total');
  });

  it('of any lines is read back as it was written', () => {
    const moment = fc
      .integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2039, 0) / 1000 })
      .map((second) => second * 1000);
    const kinds = { payment: 'THANH_TOAN', refund: 'HOAN_TIEN', 'charge-back': 'TRA_SOAT' } as const;
    const sample = fc.record({
      reference: fc.stringMatching(/^[A-Z0-9]{20}$/),
      transaction: fc.stringMatching(/^[A-Za-z0-9]{1,30}$/),
      kind: fc.constantFrom('payment' as const, 'refund' as const, 'charge-back' as const),
      amount: fc.integer({ min: 1, max: 999_999_999_999 }),
      at: moment,
      merchant: fc.constantFrom('H01', 'BO_TU_PHAP'),
      bank: fc.constantFrom('VCB', 'BIDV', '970436'),
    });
    const local = (at: number) => new Date(at + 7 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14);
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (lines) => {
        const rows = lines.map(({ reference, transaction, kind, amount, at, merchant, bank }) =>
          [reference, transaction, kinds[kind], amount, local(at), merchant, bank].join(','),
        );
        const sum = lines.reduce((all, { amount }) => all + amount, 0);
        const outcome = read(...rows, `TONG,${lines.length},,${sum}`);
        assert.deepEqual(
          outcome.ok && outcome.value,
          lines.map((line, index) => ({ line: index + 2, ...line })),
        );
      }),
    );
  });
});
