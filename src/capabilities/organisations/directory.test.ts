import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';
import { buildDirectory } from './directory.ts';
import * as p from './testing/builders.ts';
import { kindsBelow, type Unit } from './unit.ts';

const today = asPlainDate('2026-11-25');
const asUnit = (unit: (typeof p.smallProvince)[number]): Unit => ({
  codeInferred: false,
  shortName: unit.name,
  adminCode: null,
  address: '',
  lat: null,
  lon: null,
  hours: 'office',
  validTo: null,
  successor: null,
  version: 1,
  ...unit,
  parent: unit.parent ?? null,
});
const units = p.smallProvince.map(asUnit);
const change = (id: string, change: Partial<Unit>): Unit[] =>
  units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit));

test('places, centres and police of a commune are found by its code', () => {
  const directory = buildDirectory(units, today);
  assert.equal(directory.committeeFor('30337')?.id, p.committeeA);
  assert.equal(directory.policeFor('30292')?.id, p.policeB);
  assert.equal(directory.centreOf(p.committeeA)?.id, p.centreA);
  assert.equal(directory.centreOf(p.department)?.id, p.provincialCentre);
  assert.deepEqual(
    directory.centres().map((unit) => unit.id),
    [p.provincialCentre, p.centreB, p.centreA],
  );
  assert.equal(directory.byCode('H01.101')?.id, p.committeeA);
  assert.equal(directory.head()?.id, p.province);
});

test('a ministry stands in the place of a province: its centre receives for every department', () => {
  const unit = (key: string, kind: Unit['kind'], parent: UnitId | null): Unit =>
    asUnit({ id: uuidv7(1) as UnitId, key, code: `G10.${key}`, name: key, kind, parent, validFrom: today });
  const ministry = unit('bo', 'ministry', null);
  const centre = unit('mot-cua', 'ministry-centre', ministry.id);
  const department = unit('cuc', 'ministry-department', ministry.id);
  const directory = buildDirectory([department, centre, ministry], today);
  assert.equal(directory.head()?.key, 'bo');
  assert.equal(directory.centreOf(department.id)?.key, 'mot-cua');
  assert.deepEqual(
    directory.centres().map(({ key }) => key),
    ['mot-cua'],
  );
  assert.deepEqual(kindsBelow('ministry'), ['ministry-centre', 'ministry-department']);
  assert.ok(!kindsBelow('province').some((kind) => kind.includes('ministry')));
});

test('below and under follow the tree', () => {
  const directory = buildDirectory(units, today);
  assert.ok(directory.isUnder(p.centreA, p.province));
  assert.ok(directory.isUnder(p.centreA, p.centreA));
  assert.ok(!directory.isUnder(p.province, p.centreA));
  assert.ok(!directory.isUnder(p.centreA, p.committeeB));
  assert.deepEqual([...directory.below(p.committeeA)].sort(), [p.committeeA, p.centreA]);
  assert.deepEqual([...directory.below(p.provincialPolice)].sort(), [
    p.provincialPolice,
    p.policeA,
    p.policeB,
  ]);
});

test('a unit merged into another leaves it its dossiers and the units below', () => {
  const merged = change(p.committeeA, { validTo: asPlainDate('2026-10-01'), successor: p.committeeB });
  const directory = buildDirectory(merged, today);
  assert.equal(directory.committeeFor('30337'), undefined);
  assert.equal(directory.successorOf(p.committeeA)?.id, p.committeeB);
  assert.ok(directory.below(p.committeeB).includes(p.committeeA));
  assert.ok(directory.isUnder(p.centreA, p.committeeB));
  assert.equal(directory.byId(p.committeeA)?.name, 'UBND xã An Phú');
  const before = buildDirectory(merged, asPlainDate('2026-09-30'));
  assert.equal(before.committeeFor('30337')?.id, p.committeeA);
});

test('rings in the data (a unit below itself, successors in a circle) end', () => {
  const ring = change(p.province, { parent: p.centreA });
  const directory = buildDirectory(ring, today);
  assert.ok(directory.isUnder(p.centreA, p.province));
  assert.ok(!directory.isUnder(p.committeeA, p.committeeB));
  assert.ok(directory.below(p.province).length >= 9);
  const circle = buildDirectory(
    change(p.committeeA, { validTo: asPlainDate('2026-10-01'), successor: p.committeeA }),
    today,
  );
  assert.equal(circle.successorOf(p.committeeA)?.id, p.committeeA);
});
