import assert from 'node:assert/strict';
import test from 'node:test';
import { centreA, centreB, provincialCentre, smallProvince } from '#builders/organisations';
import { buildDirectory, type Unit } from '#capabilities/organisations';
import { asPlainDate } from '#kernel/time';
import { findCentres, nearestCentres } from './nearest.ts';

const unit = ({
  id,
  key,
  code,
  name,
  kind,
  parent,
  adminCode,
  validFrom,
}: (typeof smallProvince)[number]): Unit => ({
  id,
  key,
  code,
  name,
  kind,
  parent: parent ?? null,
  adminCode: adminCode ?? null,
  validFrom,
  codeInferred: false,
  shortName: name,
  address: '',
  lat: null,
  lon: null,
  hours: 'office',
  validTo: null,
  successor: null,
  version: 1,
});
const at = (id: string, lat: number, lon: number) => (each: Unit) =>
  each.id === id ? { ...each, lat, lon } : each;
const province = smallProvince
  .map(unit)
  .map(at(centreA, 10.8, 105.1))
  .map(at(centreB, 10.4, 105.4))
  .map(at(provincialCentre, 10.38, 105.43));
const directory = buildDirectory(province, asPlainDate('2026-11-25'));

test('the own centre comes first, then the nearer ones', () => {
  assert.deepEqual(
    nearestCentres(directory, '30337').map(({ id }) => id),
    [centreA, centreB, provincialCentre],
  );
  assert.equal(nearestCentres(directory, '30292')[1]?.id, provincialCentre);
});

test('somebody from elsewhere is offered centres too', () => {
  assert.equal(nearestCentres(directory, '00004').length, 3);
  assert.equal(nearestCentres(directory, undefined, 1).length, 1);
});

test('a centre is found without accents and in any order', () => {
  assert.deepEqual(
    findCentres(directory, 'duc binh').map(({ id }) => id),
    [centreB],
  );
  assert.deepEqual(findCentres(directory, '  '), []);
});
