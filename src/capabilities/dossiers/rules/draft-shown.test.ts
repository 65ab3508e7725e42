import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADossier, anOfficer, at, centreA, committeeA, rulesOf } from '../testing/builders.ts';

/** A birth registered for somebody, drafted and ready to be signed. */
function drafted(channel: 'online' | 'direct'): ADossier {
  const dossier = new ADossier(
    rulesOf('1.001193'),
    {
      kind: 'submitted',
      payload: {
        channel,
        receiver: centreA,
        competent: committeeA,
        identityPending: false,
        delivery: 'counter',
        answerBy: at(16),
        fees: [],
      },
    },
    at(8),
  );
  const specialist = anOfficer(2, committeeA, 'specialist');
  return dossier
    .does('accept', {}, anOfficer(1, centreA, 'one-stop-officer'), at(8, 10))
    .does('take-over', {}, specialist, at(8, 20))
    .does('draft-result', { outcome: 'granted', title: 'Giấy khai sinh', content: {} }, specialist, at(9))
    .does('finish-step', { note: '' }, specialist, at(9, 5));
}
const leader = anOfficer(3, committeeA, 'unit-leader');

test('what was filed online is read by the person before it is signed', () => {
  const dossier = drafted('online');
  assert.ok(dossier.state.result?.shown);
  assert.equal(dossier.tries('approve-result', {}, leader, at(9, 30)), 'draft-not-confirmed');
});

test('at a counter the person read it there: it is signed at once', () => {
  const dossier = drafted('direct');
  assert.equal(dossier.state.result?.shown, undefined);
  assert.equal(dossier.tries('approve-result', {}, leader, at(9, 30)), undefined);
});
