import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unitsAsJson, unitsOfProvince } from './write-units.ts';

const units = unitsOfProvince();
const byKey = new Map(units.map((unit) => [unit.key, unit]));

test('An Giang: 1 committee, 1 centre, 15 agencies, police, and three units in each of 102 communes', () => {
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
  assert.deepEqual(
    ['province', 'provincial-centre', 'department', 'provincial-police'].map(count),
    [1, 1, 15, 1],
  );
  assert.deepEqual(['commune-committee', 'commune-centre', 'commune-police'].map(count), [102, 102, 102]);
});

test('keys and identifiers are unique, parents exist, identifiers hang under their parent', () => {
  assert.equal(byKey.size, units.length);
  assert.equal(new Set(units.map((unit) => unit.code)).size, units.length);
  for (const unit of units) {
    assert.match(unit.key, /^[a-z0-9-]+$/);
    assert.match(unit.code, /^H01(?:\.\d+){0,2}$/);
    assert.ok(Number.isFinite(unit.lat) && Number.isFinite(unit.lon), unit.name);
    if (unit.parentKey === null) continue;
    const parent = byKey.get(unit.parentKey);
    assert.ok(parent !== undefined && unit.code.startsWith(`${parent.code}.`), unit.key);
  }
});

test('communes are numbered in the order of their official codes', () => {
  const committees = units.filter((unit) => unit.kind === 'commune-committee');
  const numbers = committees.map((unit) => Number(unit.code.split('.')[1]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  assert.equal(byKey.get('tthcc-tinh')?.address, 'Phường Rạch Giá, tỉnh An Giang');
  const codes = committees.map((unit) => unit.adminCode ?? '');
  assert.deepEqual(codes, [...codes].sort());
});

test('the file that ships is the one the program makes', () => {
  const shipped = readFileSync(new URL('../../../samples/an-giang/units.json', import.meta.url), 'utf8');
  assert.equal(shipped, unitsAsJson(units));
});
