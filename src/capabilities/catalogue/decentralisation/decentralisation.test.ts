import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitId } from '#kernel/ids';
import { competenceUnder, type MoveRow, moveAfter, moveOn } from './decentralisation.ts';

const code = '1.013225';
const move = (id: string, change: Partial<MoveRow> = {}): MoveRow => ({
  id,
  number: `${id}/QĐ-UBND`,
  issuer: 'UBND tỉnh',
  decided_on: '2026-01-01',
  kind: 'decentralise',
  codes: [code],
  to_level: 'commune',
  to_unit: null,
  from_day: '2026-02-01',
  until_day: null,
  open_dossiers: 'stay',
  ...change,
});

test('a decision holds from its day to the day before its end, and the latest to begin counts', () => {
  const delegated = move('2', {
    kind: 'delegate',
    to_level: null,
    to_unit: 'u' as UnitId,
    from_day: '2026-03-01',
    until_day: '2026-04-01',
  });
  const moves = [move('1'), delegated];
  const at = (day: string) => moveOn(moves, code, day)?.id;
  assert.deepEqual(['2026-01-31', '2026-02-01', '2026-03-01', '2026-03-31', '2026-04-01'].map(at), [
    undefined,
    '1',
    '2',
    '2',
    '1',
  ]);
  assert.equal(moveOn(moves, '9.999999', '2026-03-01'), undefined);
  assert.equal(moveAfter(moves, code, '2026-02-01')?.id, '2');
  assert.equal(moveAfter(moves, code, '2026-03-01'), undefined);
});

test('the place that the answers name stays; the department goes with its level', () => {
  const province = { level: 'province', by: 'noi-xay', department: 'so-xay-dung' } as const;
  assert.deepEqual(competenceUnder(province, move('1')), { level: 'commune', by: 'noi-xay' });
  assert.equal(competenceUnder(province, move('1', { to_level: 'province' })), province);
  assert.equal(competenceUnder(province, undefined), province);
});
