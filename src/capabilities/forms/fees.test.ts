import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleDefinition } from '#builders/forms';
import { feeFaults } from './check-fees.ts';
import { checkDefinition, type Fee, feesOwed, type ProcedureDefinition, totalOwed } from './index.ts';

const generic = sampleDefinition('2.000815');
const plain: Fee = {
  id: 'phi',
  kind: 'phi',
  name: { vi: 'Phí', en: 'Fee' },
  when: 'submission',
  amount: 2000,
  per: 'soTrang',
  exemptions: [],
  basis: 'Thông tư 1',
};
const taking = (fee: Partial<Fee>): ProcedureDefinition => ({ ...generic, fees: [{ ...plain, ...fee }] });
const owedBy = (fee: Partial<Fee>, pages: number, copies = 1, facts = {}) =>
  feesOwed(
    taking(fee),
    { soTrang: pages, soBan: copies },
    { channel: 'direct', today: '2026-11-25', ...facts },
  );
const sum = (fee: Partial<Fee>, pages: number, copies = 1, facts = {}): number =>
  totalOwed(owedBy(fee, pages, copies, facts));

const aPrice = fc.integer({ min: 0, max: 1_000_000 });
const aFee = fc
  .record({
    amount: aPrice,
    steps: fc.array(fc.record({ nth: fc.integer({ min: 2, max: 60 }), amount: aPrice }), { maxLength: 4 }),
    cap: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: undefined }),
    freeUnits: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    several: fc.boolean(),
    percent: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
  })
  .map(({ amount, steps, cap, freeUnits, several, percent }): Partial<Fee> => {
    const tiers = [...new Map(steps.map((step) => [step.nth, step])).values()]
      .filter(({ nth }) => nth > (freeUnits ?? 0))
      .sort((a, b) => a.nth - b.nth);
    return {
      amount,
      ...(tiers.length > 0 ? { tiers } : {}),
      ...(cap === undefined ? {} : { cap }),
      ...(freeUnits === undefined ? {} : { freeUnits }),
      ...(several ? { times: 'soBan' } : {}),
      ...(percent === undefined ? {} : { reduction: { channels: ['online'], percent, basis: 'Thông tư 2' } }),
    };
  });
const pages = fc.integer({ min: 0, max: 120 });
const copies = fc.integer({ min: 0, max: 9 });

/** Page by page, as a clerk counts on a till roll. */
function naive(
  { amount = 0, tiers = [], cap, freeUnits = 0, times }: Partial<Fee>,
  n: number,
  m: number,
): number {
  let one = 0;
  for (let page = freeUnits + 1; page <= n; page += 1)
    one += tiers.findLast(({ nth }) => nth <= page)?.amount ?? amount;
  return Math.min(one, cap ?? one) * (times === undefined ? 1 : m);
}

test('tiers, free units, cap and copies come to the sum of a clerk who counts page by page', () => {
  fc.assert(
    fc.property(aFee, pages, copies, (fee, n, m) => {
      assert.deepEqual(feeFaults({ ...plain, ...fee }), []);
      assert.equal(sum(fee, n, m), naive(fee, n, m));
    }),
    { numRuns: 2000 },
  );
});

test('the cap of a copy is never exceeded, and no more pages or copies ever cost less', () => {
  fc.assert(
    fc.property(aFee, pages, copies, (fee, n, m) => {
      const now = sum(fee, n, m);
      if (fee.cap !== undefined) assert.ok(now <= fee.cap * (fee.times === undefined ? 1 : m));
      assert.ok(sum(fee, n + 1, m) >= now);
      assert.ok(sum(fee, n, m + 1) >= now);
    }),
  );
});

test('a reduction takes a whole number of đồng off and says what it took; an exemption leaves nothing to pay', () => {
  fc.assert(
    fc.property(aFee, pages, copies, (fee, n, m) => {
      const whole = sum(fee, n, m);
      for (const line of owedBy(fee, n, m, { channel: 'online' })) {
        assert.ok(Number.isSafeInteger(line.amount) && line.amount >= 0);
        assert.equal(line.amount + (line.reduction?.saved ?? 0), whole);
        const percent = fee.reduction?.percent ?? 100;
        assert.ok(Math.abs(line.amount - (whole * percent) / 100) < 1);
      }
      const exempt = { ...fee, exemptions: [{ id: 'tre-em', name: { vi: 'Trẻ em', en: 'Child' } }] };
      for (const line of owedBy(exempt, n, m, { exemptions: ['tre-em'] })) {
        assert.equal(line.amount, 0);
        assert.equal(line.full ?? 0, whole);
      }
    }),
  );
});

test('a lower amount is taken on its channels and days alone, under the same cap', () => {
  const fee = {
    cap: 9000,
    reduction: {
      channels: ['online' as const],
      amount: 1000,
      from: '2026-01-01',
      until: '2026-12-31',
      basis: 'x',
    },
  };
  const on = (channel: string, today: string, n: number) => sum(fee, n, 1, { channel, today });
  assert.equal(on('online', '2025-12-31', 3), 6000);
  assert.equal(on('online', '2026-01-01', 3), 3000);
  assert.equal(on('online', '2026-12-31', 3), 3000);
  assert.equal(on('online', '2027-01-01', 3), 6000);
  assert.equal(on('direct', '2026-06-01', 3), 6000);
  assert.equal(on('online', '2026-06-01', 50), 9000);
  const [line] = owedBy(fee, 50, 1, { channel: 'online' });
  assert.equal(line?.reduction, undefined, 'the cap is reached either way: nothing was saved');
});

test('how it was counted is said in both languages', () => {
  const told = (fee: Partial<Fee>, n: number, m = 1) => owedBy(fee, n, m)[0]?.counted;
  const tiers = {
    tiers: [{ nth: 3, amount: 1000 }],
    cap: 200_000,
    times: 'soBan',
    unit: { vi: 'trang', en: 'page' },
  };
  assert.deepEqual(told(tiers, 10, 3), {
    vi: '2 trang × 2.000 đồng + 8 trang × 1.000 đồng = 12.000 đồng mỗi bản, 3 bản; tối đa 200.000 đồng mỗi bản',
    en: '2 × 2.000 đồng per page + 8 × 1.000 đồng per page = 12.000 đồng per copy, 3 copies; at most 200.000 đồng per copy',
  });
  assert.equal(
    told(tiers, 199, 2)?.vi,
    '2 trang × 2.000 đồng + 197 trang × 1.000 đồng = 201.000 đồng mỗi bản, chỉ thu tối đa 200.000 đồng, 2 bản',
  );
  assert.equal(told({ amount: 8000 }, 1), undefined);
  assert.equal(told({ amount: 8000 }, 3)?.vi, '3 bản × 8.000 đồng');
  assert.equal(told({ amount: 5000, freeUnits: 2 }, 3)?.vi, '1 bản × 5.000 đồng; 2 bản đầu không thu');
});

test('a fee that cannot be counted as it is written is not published', () => {
  const faults = (fee: Partial<Fee>) => feeFaults({ ...plain, ...fee });
  const { per: _, ...uncounted } = plain;
  assert.deepEqual(feeFaults(plain), []);
  assert.deepEqual(feeFaults({ ...uncounted, cap: 1 }), ['nothing-counted']);
  assert.deepEqual(faults({ times: 'soTrang' }), ['copies-uncounted']);
  const twice = [3, 3].map((nth) => ({ nth, amount: 1 }));
  assert.deepEqual(faults({ tiers: twice }), ['tiers-disordered']);
  assert.deepEqual(faults({ freeUnits: 3, tiers: [{ nth: 3, amount: 1 }] }), ['tiers-disordered']);
  const reduced = (reduction: object) => faults({ reduction: { basis: 'x', ...reduction } });
  assert.deepEqual(reduced({}), ['reduction-unclear']);
  assert.deepEqual(reduced({ amount: 1, percent: 1 }), ['reduction-unclear']);
  assert.deepEqual(reduced({ amount: 2000 }), ['reduction-no-less']);
  assert.deepEqual(faults({ tiers: [{ nth: 3, amount: 1 }], reduction: { amount: 1, basis: 'x' } }), [
    'reduction-of-tiers',
  ]);
  const messages = checkDefinition({ ...generic, fees: [{ ...plain, times: 'soTrang' }] });
  assert.deepEqual(
    messages.map(({ at }) => at),
    ['fees.phi'],
  );
  const unknown = checkDefinition({ ...generic, fees: [{ ...plain, times: 'khongCo' }] });
  assert.match(unknown[0]?.message ?? '', /unknown question khongCo/);
  assert.equal(checkDefinition({ ...generic, fees: [{ ...plain, refundable: true }] }).length, 1);
});
