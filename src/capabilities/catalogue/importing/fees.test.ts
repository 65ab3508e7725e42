import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFee } from './fees.ts';
import { ReportBook } from './report.ts';

function read(text: string) {
  const book = new ReportBook();
  const { fee, amount } = readFee(text, 'fee', book.noteFor('1.000001'));
  return { fee, amount, reasons: book.lines.map((line) => line.reason) };
}

const cases: readonly (readonly [text: string, fee: string, amount: number | undefined, reason?: string])[] =
  [
    ['Miễn phí', 'free', 0],
    ['0 Đồng', 'free', 0],
    ['Không Đồng', 'free', 0],
    ['Miễn phí (Không quy định.)', 'free', 0],
    ['Miễn phí (Miễn lệ phí theo Thông tư số 47/2019/TT-BTC)', 'free', 0],
    ['8,000 VNĐ', 'amount', 8000],
    ['150.000 Việt Nam Đồng (đồng/lần)', 'amount', 150000],
    ['10,000 Việt Nam Đồng (thu 10.000 đồng/lần đăng ký.)', 'amount', 10000],
    ['135 VNĐ', 'amount', 135000, 'fee-thousands'],
    ['900 VNĐ (900.000 đồng/lần)', 'amount', 900000, 'fee-thousands-confirmed'],
    ['1 VNĐ (được miễn lệ phí)', 'unknown', undefined, 'fee-too-small'],
    ['2 VNĐ (2.000 đồng/trang)', 'amount', 2000, 'fee-thousands-confirmed'],
    ['600,000 VNĐ ((áp dụng mức phí 300.000 đồng/hồ sơ))', 'in-text', undefined, 'fee-note-differs'],
    ['Miễn phí (Lệ phí cấp mới 40.000đồng/lần)', 'in-text', undefined, 'fee-free-but-amount'],
    [
      'Miễn phí (Theo quy định của Hội đồng nhân dân cấp tỉnh)',
      'set-elsewhere',
      undefined,
      'fee-free-but-set',
    ],
    ['Miễn phí (Phí thẩm định)', 'unknown', undefined, 'fee-free-but-unclear'],
    ['10 USD (/bản)', 'foreign', undefined, 'fee-foreign'],
    ['Không có thông tin', 'unknown', undefined, 'no-information'],
    ['Miễn phí; 100 VNĐ', 'in-text', undefined, 'fee-several'],
    ['Miễn phí; Không có thông tin', 'free', 0, 'no-information'],
    ['', 'unknown', undefined],
  ];

for (const [text, fee, amount, reason] of cases)
  test(`fee "${text}" is ${fee}${amount === undefined ? '' : ` ${amount}`}`, () => {
    const found = read(text);
    assert.equal(found.fee, fee);
    assert.equal(found.amount, amount);
    if (reason === undefined) assert.deepEqual(found.reasons, []);
    else
      assert.ok(
        found.reasons.some((one) => one === reason),
        found.reasons.join(),
      );
  });

test('whatever the text, the words are kept and an amount is whole đồng of a meaning that has one', () => {
  const words = fc.constantFrom(
    'Miễn phí',
    '135',
    'VNĐ',
    '(',
    ')',
    '1.000 đồng',
    ';',
    'Không có thông tin',
    'USD',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
      const text = parts.join(' ');
      const found = readFee(text, 'fee', () => undefined);
      assert.equal(found.feeText, text.trim());
      assert.equal(found.amount !== undefined, found.fee === 'free' || found.fee === 'amount');
      if (found.amount !== undefined) assert.ok(Number.isInteger(found.amount) && found.amount >= 0);
    }),
  );
});
