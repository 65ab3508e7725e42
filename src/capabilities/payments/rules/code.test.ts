import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  codeInWords,
  formatPaymentCode,
  isPaymentCode,
  newPaymentCode,
  readPaymentCode,
  transferWords,
} from './code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = '7K3Q9ZPM2C4E';
const codes = fc.uint8Array({ minLength: 11, maxLength: 11 }).map((bytes) => newPaymentCode(() => bytes));
const swapped = (text: string, a: number, b: number): string => {
  const letters = [...text];
  [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
  return letters.join('');
};

describe('a payment code', () => {
  it('is eleven characters of chance and one that checks them', () => {
    fc.assert(
      fc.property(codes, (made) => {
        assert.match(made, /^[0-9A-HJKMNP-TV-Z]{12}$/);
        assert.ok(isPaymentCode(made));
        const others = [...alphabet].filter((last) => isPaymentCode(made.slice(0, 11) + last));
        assert.deepEqual(others, [made.at(-1)]);
      }),
    );
    const asked: number[] = [];
    newPaymentCode((bytes) => {
      asked.push(bytes);
      return new Uint8Array(bytes);
    });
    assert.deepEqual(asked, [11]);
  });

  it('with any one character wrong is no code', () => {
    fc.assert(
      fc.property(codes, (made) => {
        for (let place = 0; place < 12; place += 1)
          for (const wrong of alphabet) {
            if (wrong === made[place]) continue;
            assert.equal(isPaymentCode(made.slice(0, place) + wrong + made.slice(place + 1)), false);
          }
      }),
    );
  });

  it('with any two different characters exchanged is no code', () => {
    fc.assert(
      fc.property(codes, (made) => {
        for (let a = 0; a < 12; a += 1)
          for (let b = a + 1; b < 12; b += 1)
            if (made[a] !== made[b]) assert.equal(isPaymentCode(swapped(made, a, b)), false);
      }),
    );
  });

  it('finds every error by theory too: no two places weigh the same, and none weighs nothing', () => {
    // The sum is linear, so an error is seen if its own sum is not 0: all single errors, and all exchanges of x and y,
    // which differ from the right code by x^y in both places.
    const zero = '0'.repeat(12);
    const put = (text: string, place: number, value: number) =>
      text.slice(0, place) + (alphabet[value] ?? '') + text.slice(place + 1);
    assert.ok(isPaymentCode(zero));
    for (let value = 1; value < 32; value += 1)
      for (let a = 0; a < 12; a += 1) {
        assert.equal(isPaymentCode(put(zero, a, value)), false);
        for (let b = a + 1; b < 12; b += 1)
          assert.equal(isPaymentCode(put(put(zero, a, value), b, value)), false);
      }
  });

  it('refuses what is not in its stored form', () => {
    for (const text of ['', code.slice(0, 11), `${code}0`, code.toLowerCase(), `MC${code}`, `${code}\n`])
      assert.equal(isPaymentCode(text), false, text);
  });

  it('is read as people type it', () => {
    const typed = ['7k3q-9zpm-2c4e', ' 7K3Q 9ZPM 2C4E ', 'MC7K3Q9ZPM2C4E', 'mc 7k3q.9zpm.2c4e'];
    for (const text of typed) assert.equal(readPaymentCode(text), code, text);
    const ones = newPaymentCode(() => Uint8Array.from([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]));
    assert.equal(readPaymentCode(ones.replaceAll('0', 'o').replace('1', 'I').replace('1', 'l')), ones);
    for (const text of ['', 'MC', '7K3Q-9ZPM-2C4', '7K3Q-9ZPM-2C4F', 'U'.repeat(12), '7'.repeat(1e6)])
      assert.equal(readPaymentCode(text), undefined, text.slice(0, 20));
  });

  it('is read back however it was written, also when it begins like the prefix', () => {
    const likePrefix = newPaymentCode(() => Uint8Array.from([20, 12, 20, 12, 5, 6, 7, 8, 9, 10, 11]));
    assert.match(likePrefix, /^MCMC/);
    fc.assert(
      fc.property(fc.oneof(codes, fc.constant(likePrefix)), (made) => {
        for (const text of [
          made,
          formatPaymentCode(made),
          transferWords(made),
          `mc-${formatPaymentCode(made)}`,
        ])
          assert.equal(readPaymentCode(text), made);
      }),
    );
    assert.equal(formatPaymentCode(code), '7K3Q-9ZPM-2C4E');
  });
});

describe('the words of a transfer', () => {
  it('fit into a VietQR code', () => {
    fc.assert(fc.property(codes, (made) => assert.match(transferWords(made), /^[A-Z0-9]{1,25}$/)));
  });

  it('are known again as banks hand them on', () => {
    for (const words of [
      'MC7K3Q9ZPM2C4E',
      'mc7k3q9zpm2c4e',
      'MBVCB.123456.MC7K3Q9ZPM2C4E.CT tu 0123456789 NGUYEN VAN AN toi 0987654321',
      'MBVCB123456MC7K3Q9ZPM2C4ECT tu 0123',
      'MC7K3Q9Z PM2C4E',
      'MC 7K3Q-9ZPM-2C4E nop le phi',
      'M C7K3Q9ZPM2C4E',
      'CT DEN:632814 MC7K3Q9.ZPM2C4E. FT26330123',
      'MC7K3Q9ZPM2C4E-MC7K3Q9ZPM2C4E',
      'NGAN HANG TMCP NGOAI THUONG: MC7K3Q9ZPM2C4E',
      'MC7K3Q9ZPM2\nC4E',
      'Nộp phí MC7K3Q9ZPM2C4E, cảm ơn',
    ])
      assert.equal(codeInWords(words), code, words);
  });

  it('lead to no code where it was cut, is wrong, stands alone or not alone', () => {
    for (const words of [
      '',
      'nop le phi',
      'MC7K3Q9ZPM2C4',
      'MC7K3Q9ZPM2C4.CT tu 0123456789',
      'MC7K3Q9ZPM2C4F',
      '7K3Q9ZPM2C4E',
      // In pieces that run on into other words, so where it begins or ends is a guess.
      'MC 7K3Q 9ZPM 2C4EX nop phi',
      'CT DENMC 7K3Q 9ZPM 2C4E',
      `MC7K3Q9ZPM2C4E MC${newPaymentCode(() => new Uint8Array(11))}`,
      `mc7k3q 9zpm2c4e mc${newPaymentCode(() => new Uint8Array(11).fill(3))}`,
    ])
      assert.equal(codeInWords(words), undefined, words);
  });

  it('lead to the code whatever numbers stand before it and wherever dots and blanks come in', () => {
    const sign = fc.constantFrom('', '', ' ', '.', '-', '. ');
    const signs = fc.array(sign, { minLength: 12, maxLength: 12 });
    const before = fc.stringMatching(/^(MBVCB\.\d{4,10}\.|CT DEN:\d{6} |)$/);
    fc.assert(
      fc.property(codes, signs, before, fc.boolean(), (made, between, head, small) => {
        const broken = [...made].map((letter, place) => (between[place] ?? '') + letter).join('');
        const words = `${head}MC${broken} .nop phi`;
        assert.equal(codeInWords(small ? words.toLowerCase() : words), made);
      }),
    );
  });

  it('lead to no code from any beginning of it', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 13 }), (made, length) =>
        assert.equal(codeInWords(`MBVCB.1234.${transferWords(made).slice(0, length)}`), undefined),
      ),
    );
  });

  it('take no time, however long they are', () => {
    const started = performance.now();
    for (const words of ['MC'.repeat(1e5), 'M C '.repeat(1e5), `MC${'0 . '.repeat(1e5)}`]) codeInWords(words);
    assert.ok(performance.now() - started < 500);
  });
});
