import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importShippedList, shippedLifeEvents, shippedSynonyms } from '../testing/shipped-list.ts';

const { procedures, report } = importShippedList();
const byCode = new Map(procedures.map((one) => [one.code, one]));
const get = (code: string) => {
  const found = byCode.get(code);
  assert.ok(found, code);
  return found;
};

test('all 3,055 codes and 1,678 details of the shipped list are accounted for', () => {
  assert.equal(report.counts.rows, 3055);
  assert.equal(report.counts.imported, 3055);
  assert.equal(report.counts.detailsUsed, 1678);
  assert.equal(report.counts.documents, 9462);
  assert.equal(report.counts.documentsKept + report.counts.documentsMerged, 9462);
});

test('birth registration has its 8 papers; the other 25 entries of the list are notes', () => {
  const documents = get('1.001193').cases.flatMap((one) => one.documents);
  const count = (group: string) => documents.filter((document) => document.group === group).length;
  assert.deepEqual([count('submit'), count('show'), count('note')], [6, 2, 25]);
});

test('defects of the list that are known by name', () => {
  assert.deepEqual(
    get('2.001610').channels.map((one) => one.fee === 'free' || (one.amount ?? 100000) >= 1000),
    get('2.001610').channels.map(() => true),
  );
  assert.equal(get('1.000656').channels[0]?.fee, 'set-elsewhere');
  assert.equal(get('1.001193').channels[0]?.unit, undefined);
  assert.ok(
    get('1.013831').cases.some((one) =>
      one.documents.some((document) => document.name.endsWith('Mẫu số 18')),
    ),
  );
  assert.equal(get('3.000224').isPublic, false);
  assert.equal(get('1.013225').cases.filter((one) => !one.common).length, 7);
  for (const one of procedures)
    for (const channel of one.channels)
      assert.ok(channel.amount === undefined || channel.amount === 0 || channel.amount >= 1000, one.code);
  const most = Math.max(
    ...procedures.flatMap((one) =>
      one.cases.flatMap((c) => c.documents.map((document) => document.originals)),
    ),
  );
  assert.ok(most < 100, `${most} originals`);
});

test('life events and synonyms name procedures that exist and are public', () => {
  const named = [
    ...shippedLifeEvents().flatMap((one) => one.procedures),
    ...shippedSynonyms().entries.flatMap((one) => one.codes),
  ];
  assert.deepEqual(
    named.filter((code) => byCode.get(code)?.isPublic !== true),
    [],
  );
});
