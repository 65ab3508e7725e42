import assert from 'node:assert/strict';
import test from 'node:test';
import { amountInWords } from './amount-in-words.ts';

const said: readonly (readonly [number, string])[] = [
  [0, 'Không'],
  [1, 'Một'],
  [5, 'Năm'],
  [10, 'Mười'],
  [11, 'Mười một'],
  [15, 'Mười lăm'],
  [20, 'Hai mươi'],
  [21, 'Hai mươi mốt'],
  [24, 'Hai mươi bốn'],
  [55, 'Năm mươi lăm'],
  [100, 'Một trăm'],
  [101, 'Một trăm linh một'],
  [105, 'Một trăm linh năm'],
  [110, 'Một trăm mười'],
  [111, 'Một trăm mười một'],
  [115, 'Một trăm mười lăm'],
  [1000, 'Một nghìn'],
  [1005, 'Một nghìn không trăm linh năm'],
  [8000, 'Tám nghìn'],
  [21_500, 'Hai mươi mốt nghìn năm trăm'],
  [1_000_000, 'Một triệu'],
  [2_000_015, 'Hai triệu không trăm mười lăm'],
  [1_050_000, 'Một triệu không trăm năm mươi nghìn'],
  [1_000_000_000, 'Một tỷ'],
  [3_205_000_100, 'Ba tỷ hai trăm linh năm triệu một trăm'],
  [1_000_000_000_000, 'Một nghìn tỷ'],
  [2_003_000_000_000, 'Hai nghìn không trăm linh ba tỷ'],
];

test('an amount is written out as receipts do', () => {
  for (const [dong, words] of said) assert.equal(amountInWords(dong), `${words} đồng`);
});

test('different amounts are different words', () => {
  const words = new Set<string>();
  for (let dong = 0; dong < 20_000; dong++) words.add(amountInWords(dong * 37));
  assert.equal(words.size, 20_000);
  assert.throws(() => amountInWords(1.5));
  assert.throws(() => amountInWords(-1));
});
