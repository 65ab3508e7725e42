import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDefinition } from '#capabilities/forms';
import { isInternalCode, lintProcedure } from '../index.ts';
import { anGiang } from '../lint/testing/an-giang.ts';

const folder = new URL('../../../../samples/internal/', import.meta.url);
const world = anGiang('2026-11-22');
const codes = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

assert.ok(codes.length >= 2);
for (const code of codes)
  test(`${code} is a procedure between agencies and could be published`, () => {
    const parsed = parseDefinition(
      JSON.parse(readFileSync(new URL(`${code}/definition.json`, folder), 'utf8')),
    );
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.ok(isInternalCode(parsed.value.code) && parsed.value.code === code);
    const findings = lintProcedure({ definition: parsed.value }, world);
    assert.deepEqual(
      findings.filter(({ level }) => level === 'error'),
      [],
    );
  });
