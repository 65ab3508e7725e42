import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readStatement } from './statement.ts';

const header = 'Số bút toán,Số tài khoản,Ngày giao dịch,Ghi có,Ghi nợ,Nội dung';
const read = (text: string) => readStatement(new TextEncoder().encode(text));
const linesOf = (...rows: string[]) => {
  const outcome = read([header, ...rows].join('\r\n'));
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};
const faultOf = (...rows: string[]) => {
  const outcome = read([header, ...rows].join('\n'));
  return outcome.ok
    ? undefined
    : `${outcome.refusal.details?.['line']} ${outcome.refusal.details?.['reason']}`;
};
const good = 'FT2633000001,0011004567890,25/11/2026 09:41:07,10000,,MC7K3Q9ZPM2C4E';
const at = Date.UTC(2026, 10, 25, 2, 41, 7);

describe('a bank statement', () => {
  it('is read as what came in and what went out', () => {
    assert.deepEqual(
      linesOf(good, 'FT2633000002,0011004567890,2026-11-25T10:00:00,,"55.000,00","Phí, dịch vụ\nkỳ 11"'),
      [
        {
          line: 2,
          number: 'FT2633000001',
          account: '0011004567890',
          at,
          amount: 10000,
          words: 'MC7K3Q9ZPM2C4E',
        },
        {
          line: 3,
          number: 'FT2633000002',
          account: '0011004567890',
          at: Date.UTC(2026, 10, 25, 3),
          amount: -55000,
          words: 'Phí, dịch vụ kỳ 11',
        },
      ],
    );
  });

  it('may be parted by semicolons, as spreadsheet programs in Viet Nam write it', () => {
    const outcome = read(`\ufeff${header.replaceAll(',', ';')}\r\n${good.replaceAll(',', ';')}\r\n`);
    assert.deepEqual(outcome.ok && outcome.value.map(({ amount }) => amount), [10000]);
  });

  for (const amount of [
    '1234567',
    '1.234.567',
    '1,234,567',
    '1.234.567,00',
    '1,234,567.00',
    '1234567.00',
    '1234567,00',
  ])
    it(`takes ${amount} for 1.234.567 đồng`, () => {
      assert.equal(linesOf(`A1,123,25/11/2026 09:41:07,"${amount}",0,x`)[0]?.amount, 1_234_567);
    });

  it('takes 1.234 for a thousand and more, never for one đồng and a fraction', () => {
    assert.equal(linesOf('A1,123,25/11/2026 09:41:07,1.234,,x')[0]?.amount, 1234);
    assert.equal(linesOf('A1,123,25/11/2026 09:41:07,"1,00",,x')[0]?.amount, 1);
  });

  it('reads any amount back from any way of writing it', () => {
    const grouped = (amount: number, sign: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, sign);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
        for (const text of [
          `${amount}`,
          grouped(amount, '.'),
          grouped(amount, ','),
          `${grouped(amount, '.')},00`,
        ])
          assert.equal(linesOf(`A1,123,25/11/2026 09:41:07,,"${text}",x`)[0]?.amount, -amount);
      }),
    );
  });

  for (const amount of [
    '1.23',
    '12.34.567',
    '1.2345',
    '1.234,567',
    '1,234.567',
    '1.234.00',
    '1 234',
    '-1000',
    '+1000',
    '=1000',
    '1e6',
    '0x10',
    '1000đ',
    '١٠٠٠',
    '1234567890123',
    '007',
    '1.234,5',
    'NaN',
    '0.123.456',
  ])
    it(`does not guess what ${amount} is`, () => {
      assert.equal(faultOf(`A1,123,25/11/2026 09:41:07,"${amount}",,x`), '2 Ghi có');
      assert.equal(faultOf(`A1,123,25/11/2026 09:41:07,,"${amount}",x`), '2 Ghi nợ');
    });

  for (const time of [
    '25/11/2026 09:41:07',
    '2026-11-25T09:41:07',
    '2026-11-25 09:41:07',
    '2026-11-25T09:41:07+07:00',
    '2026-11-25T02:41:07Z',
    '2026-11-25T02:41:07.000Z',
    '2026-11-24T21:11:07-05:30',
  ])
    it(`knows the moment ${time}`, () => {
      assert.equal(linesOf(`A1,123,${time},1000,,x`)[0]?.at, at);
    });

  for (const time of [
    '',
    '25/11/2026',
    '31/11/2026 09:41:07',
    '11/25/2026 09:41:07',
    '2026-02-29T00:00:00',
    '25/11/2026 24:00:00',
    '25/11/2026 09:41:60',
    '5/1/2026 09:41:07',
    '25/11/26 09:41:07',
    '2026-11-25T09:41:07+15:00',
    '46351,4',
    '=NOW()',
  ])
    it(`does not guess when ${time || 'nothing'} is`, () => {
      assert.equal(faultOf(`A1,123,"${time}",1000,,x`), '2 Ngày giao dịch');
    });

  it('is refused whole with the line that cannot be read', () => {
    assert.equal(
      faultOf(good, 'A2,123,25/11/2026 09:41:07,1000,,x', 'A3,123,25/11/2026 09:41:07,,,x'),
      '4 both-or-none',
    );
    assert.equal(faultOf('A1,123,25/11/2026 09:41:07,1000,1000,x'), '2 both-or-none');
    assert.equal(faultOf(good, good), '3 twice');
    assert.equal(faultOf(good, good.replace('0011004567890', '0011004567891')), undefined);
    assert.equal(faultOf(`${good},more`), '2 cells');
    assert.equal(faultOf('A1,123,25/11/2026 09:41:07,1000'), '2 cells');
    assert.equal(faultOf(good.replace('MC7', 'M'.repeat(1001))), '2 long');
  });

  it('cannot bring a formula into a number or an account; words stay words', () => {
    assert.equal(faultOf(good.replace('FT2633000001', '=1+1')), '2 Số bút toán');
    assert.equal(faultOf(good.replace('FT2633000001', '@A1')), '2 Số bút toán');
    assert.equal(faultOf(good.replace('0011004567890', '"=""001"""')), '2 Số tài khoản');
    assert.equal(linesOf(good.replace('MC7K3Q9ZPM2C4E', '=cmd|x\u202e\u0000y'))[0]?.words, '=cmd|xy');
  });

  it('is known by its header', () => {
    const outcome = read(good);
    assert.equal(outcome.ok ? '' : outcome.refusal.code, 'file-header');
  });
});
