import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as u from '#builders/organisations';
import { buildDirectory, type Unit } from '#capabilities/organisations';
import { type OfficerRole, officerRoles } from '#kernel/actor';
import { asPlainDate } from '#kernel/time';
import { reachOf } from './reach.ts';

const units = u.smallProvince.map(
  (unit) => ({ ...unit, parent: unit.parent ?? null, validTo: null, successor: null }) as Unit,
);
const directory = buildDirectory(units, asPlainDate('2026-11-25'));
const reach = (role: OfficerRole, unit = u.committeeA) => reachOf([{ role, unit }], directory);

test('technical administrators and statisticians read no dossier, wherever they are', () => {
  for (const role of ['system-administrator', 'statistician'] as const)
    for (const unit of [u.province, u.provincialCentre, u.committeeA])
      assert.deepEqual(reach(role, unit), { readableUnits: [], everywhere: false });
});

test('supervisors read what lies below, others their own unit', () => {
  const below = new Set<OfficerRole>(['centre-manager', 'monitor', 'inspector', 'unit-leader']);
  for (const role of officerRoles) {
    const { readableUnits, everywhere } = reach(role);
    assert.equal(readableUnits.includes(u.centreA), below.has(role), role);
    assert.equal(readableUnits.includes(u.committeeB), false, role);
    assert.equal(everywhere, false, role);
  }
});

test('only monitor and inspector of the province read everywhere', () => {
  for (const role of officerRoles)
    for (const unit of [u.province, u.provincialCentre])
      assert.equal(reach(role, unit).everywhere, role === 'monitor' || role === 'inspector', role);
  assert.equal(reach('inspector', u.department).everywhere, false);
});
