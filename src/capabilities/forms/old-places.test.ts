import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseCsvRecords } from '#platform/validation';
import { createCodeLists, oldPlaces, searchChoices } from './index.ts';

const rowsOf = (name: string) => {
  const url = new URL(`../../../samples/national/admin_${name}.csv`, import.meta.url);
  const parsed = parseCsvRecords(readFileSync(url, 'utf8'));
  assert.ok(parsed.ok);
  return parsed.value;
};
const old = oldPlaces({
  provinces: rowsOf('old_provinces'),
  districts: rowsOf('old_districts'),
  wards: rowsOf('old_wards'),
  mapping: rowsOf('old_to_new'),
});
const lists = createCodeLists(old);

test('every ward of 2024 lies in a district and a province, and nearly every one leads to a commune of today', () => {
  const wards = lists.items('old-wards') ?? [];
  assert.ok(wards.length > 10_000);
  for (const { within = '' } of wards) {
    const district = lists.item('old-districts', within);
    assert.ok(district && lists.item('old-provinces', district.within ?? ''), within);
  }
  const lost = wards.filter(({ value }) => (lists.items('communes-of-old-wards', value) ?? []).length === 0);
  assert.ok(lost.length / wards.length < 0.01, `${lost.length} wards lead nowhere`);
});

test('a ward is found by its name and the place it lies in', () => {
  const found = searchChoices({ type: 'old-address' }, 'chau phu b chau doc', lists, 'vi');
  assert.deepEqual(
    found.items.map(({ label }) => label),
    ['Phường Châu Phú B, Thành phố Châu Đốc, Tỉnh An Giang'],
  );
  assert.ok(searchChoices({ type: 'old-address' }, 'vinh', lists, 'vi').more);
});
