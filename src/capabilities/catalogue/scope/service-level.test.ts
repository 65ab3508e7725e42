import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { UnitId } from '#kernel/ids';
import { type LevelRow, levelAt, serviceLevels, unitsSetApart } from './service-level.ts';

const a = 'a' as UnitId;
const b = 'b' as UnitId;
const row = (unit: UnitId | null, level: LevelRow['level'], from_day: string): LevelRow => ({
  code: '1.001193',
  unit,
  level,
  from_day,
  decision: 'QĐ 1',
});

test('an authority’s own decision goes before the general one, each from its day', () => {
  const rows = [
    row(null, 'partial', '2026-01-01'),
    row(a, 'none', '2026-03-01'),
    row(null, 'none', '2026-05-01'),
    row(a, 'as-published', '2026-06-01'),
  ];
  const levels = (unit: UnitId | null) =>
    ['2025-12-31', '2026-01-01', '2026-03-01', '2026-05-01', '2026-06-01'].map((day) =>
      levelAt(rows, unit, day, 'full'),
    );
  assert.deepEqual(levels(null), ['full', 'partial', 'partial', 'none', 'none']);
  assert.deepEqual(levels(a), ['full', 'partial', 'none', 'none', 'none']);
  assert.deepEqual(levels(b), levels(null));
  assert.deepEqual(unitsSetApart(rows, '2026-04-01'), [a]);
  assert.deepEqual(unitsSetApart(rows, '2026-06-01'), []);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const rowsInOrder = fc
  .array(
    fc.record({
      unit: fc.constantFrom(null, a, b),
      level: fc.constantFrom(...serviceLevels, 'as-published' as const),
      from_day: day,
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows
      .map(({ unit, level, from_day }) => row(unit, level, from_day))
      .sort((x, y) => (x.from_day < y.from_day ? -1 : x.from_day > y.from_day ? 1 : 0)),
  );

test('what is decided for a day to come changes nothing before it, and nothing at another authority', () => {
  fc.assert(
    fc.property(rowsInOrder, day, day, (rows, today, later) => {
      fc.pre(today < later);
      const more = [...rows.filter((each) => each.from_day <= later), row(a, 'not-handled', later)];
      assert.equal(
        levelAt(more, a, today, 'full'),
        levelAt(
          rows.filter((each) => each.from_day <= later),
          a,
          today,
          'full',
        ),
      );
      assert.equal(
        levelAt([...rows, row(a, 'none', '2026-02-28')], b, '2026-02-28', 'full'),
        levelAt(rows, b, '2026-02-28', 'full'),
      );
    }),
  );
});
