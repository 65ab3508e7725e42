import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asDong } from '#kernel/money';
import { payloadFor } from './payload.ts';
import { readPayload } from './testing/read-payload.ts';

const transfer = (bin: string, number: string, amount: number, words: string) =>
  ({ account: { bin, number, name: '' }, amount: asDong(amount), words }) as const;

describe('the reader of these tests', () => {
  it('reads the published examples of NAPAS (QR code format 1.5.2), with their checksums', () => {
    const account =
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E';
    assert.deepEqual(readPayload(account), {
      bin: '970403',
      account: '0011012345678',
      service: 'QRIBFTTA',
      method: '12',
      currency: '704',
      country: 'VN',
      amount: '180000',
      words: 'thanh toan don hang',
    });
    const card =
      '00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203';
    assert.equal(readPayload(card).service, 'QRIBFTTC');
    const withoutAmount =
      '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52';
    assert.deepEqual([readPayload(withoutAmount).method, readPayload(withoutAmount).amount], ['11', '']);
    assert.throws(() => readPayload(account.replace('180000', '190000')));
    assert.throws(() => readPayload(account.slice(0, -1)));
  });
});

describe('a VietQR payload', () => {
  it('is, letter by letter, what others publish for the same transfer', () => {
    assert.equal(
      payloadFor(transfer('970415', '0011001932418', 120_000, 'ung ho lu lut')),
      '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
    );
  });

  it('says what it was made of, to a reader that knows only the specification', () => {
    const letters = (max: number) => fc.stringMatching(new RegExp(`^[0-9A-Za-z]{1,${max}}$`));
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{6}$/),
        letters(19),
        fc.integer({ min: 1, max: 9_999_999_999_999 }),
        fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z ]{0,23}[0-9A-Za-z]$/),
        (bin, number, amount, words) => {
          assert.deepEqual(readPayload(payloadFor(transfer(bin, number, amount, words))), {
            bin,
            account: number,
            service: 'QRIBFTTA',
            method: '12',
            currency: '704',
            country: 'VN',
            amount: String(amount),
            words,
          });
        },
      ),
    );
  });

  for (const [what, wrong] of [
    ['a bank number of five digits', transfer('97041', '0011001932418', 1000, 'MC1')],
    ['an account with a blank', transfer('970415', '001 100', 1000, 'MC1')],
    ['an account that is too long', transfer('970415', '1'.repeat(20), 1000, 'MC1')],
    ['an account with Vietnamese letters', transfer('970415', 'TàiKhoản', 1000, 'MC1')],
    ['nothing to pay', transfer('970415', '0011001932418', 0, 'MC1')],
    ['less than nothing', transfer('970415', '0011001932418', -1000, 'MC1')],
    ['more than the field holds', transfer('970415', '0011001932418', 1e13, 'MC1')],
    ['words with marks', transfer('970415', '0011001932418', 1000, 'lệ phí')],
    ['words that are too long', transfer('970415', '0011001932418', 1000, 'A'.repeat(26))],
    ['no words', transfer('970415', '0011001932418', 1000, '')],
    ['words that end in a line', transfer('970415', '0011001932418', 1000, 'MC1\n')],
  ] as const)
    it(`is not made of ${what}`, () => {
      assert.throws(() => payloadFor(wrong), /Broken invariant/);
    });
});
