import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CountedProcedure, coverageByField, coverageByUnit, coverageOf } from './coverage.ts';
import { deciderOf } from './decider.ts';

const procedure = (n: number, field: string, anywhere: boolean): CountedProcedure => ({
  code: `1.${String(n).padStart(6, '0')}`,
  name: `Thủ tục ${n}`,
  field,
  levels: ['commune'],
  decider: { level: n % 2 ? 'commune' : 'province' },
  anywhere,
});

test('a hundred percent is said only when nothing remains', () => {
  const all = Array.from({ length: 3000 }, (_, n) => procedure(n, 'Hộ tịch', n !== 7));
  assert.deepEqual(coverageOf(all), { listed: 2999, of: 3000, percent: 99.9 });
  assert.equal(coverageOf(all.filter(({ anywhere }) => anywhere)).percent, 100);
  assert.equal(coverageOf([]).percent, undefined);
});

test('fields and units together count each procedure once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('Hộ tịch', 'Đất đai', 'Cư trú'), fc.boolean()), { maxLength: 60 }),
      (drawn) => {
        const all = drawn.map(([field, anywhere], n) => procedure(n, field, anywhere));
        const sum = (parts: readonly { of: number; listed: number }[]) => [
          parts.reduce((total, { of }) => total + of, 0),
          parts.reduce((total, { listed }) => total + listed, 0),
        ];
        const { of, listed } = coverageOf(all);
        assert.deepEqual(sum(coverageByField(all)), [of, listed]);
        const units = (['commune', 'province'] as const).map((level) => ({
          name: level,
          decides: ({ decider }: CountedProcedure) => decider.level === level,
        }));
        assert.deepEqual(sum(coverageByUnit(all, units)), [of, listed]);
      },
    ),
  );
});

test('who decides is said by the version, else by level and agency of the record', () => {
  const record = { levels: ['commune'], agency: 'Công an Xã', ministry: 'Bộ Công an' } as const;
  assert.deepEqual(deciderOf(record, null), { level: 'commune-police' });
  assert.deepEqual(
    deciderOf({ ...record, levels: ['province'], agency: 'Sở Tư pháp', ministry: 'Bộ Tư pháp' }, null),
    {
      level: 'province',
    },
  );
  assert.deepEqual(deciderOf(record, { level: 'province', department: 'justice', by: 'x' }), {
    level: 'province',
    department: 'justice',
  });
});
