import assert from 'node:assert/strict';
import test from 'node:test';
import { aDossier, anOfficer, at, centreA, committeeA } from '../testing/builders.ts';
import { scansToSign, signatureOfScan, unsignedScans } from './scans.ts';
import type { SignedScan } from './state.ts';

const paper = {
  id: '018f0000-0000-7000-8000-000000000001',
  title: 'Giấy chứng sinh',
  sha256: 'a'.repeat(64),
  source: 'scan',
};
const signed: SignedScan = {
  document: paper.id,
  title: paper.title,
  scan: paper.sha256,
  signed: 'b'.repeat(64),
  octets: 4000,
  name: 'Võ Thị Cán Bộ',
  agency: 'Trung tâm A',
  serial: '0a',
  at: at(9),
};
const code = (...args: Parameters<typeof scansToSign>) => {
  const found = scansToSign(...args);
  return found.ok ? 'signed' : found.refusal.code;
};

test('only scans that stand here, as they are, are signed, and once', () => {
  assert.equal(code({}, [paper], [signed]), 'signed');
  assert.equal(code({}, [], [signed]), 'paper-not-here');
  assert.equal(code({}, [{ ...paper, source: 'upload' }], [signed]), 'paper-not-here');
  assert.equal(code({}, [{ ...paper, sha256: 'c'.repeat(64) }], [signed]), 'paper-not-here');
  assert.equal(code({}, [{ ...paper, replaced_by: 'x' }], [signed]), 'paper-not-here');
  assert.equal(code({}, [paper], [signed, signed]), 'scan-signed');
  assert.equal(code({ signedScans: [signed] }, [paper], [signed]), 'scan-signed');
});

test('a paper that was scanned anew has no signature, and those that are not scanned need none', () => {
  const state = { signedScans: [signed] };
  assert.equal(signatureOfScan(state, paper), signed);
  assert.deepEqual(unsignedScans(state, [paper]), []);
  const anew = { ...paper, sha256: 'c'.repeat(64) };
  assert.equal(signatureOfScan(state, anew), undefined);
  assert.deepEqual(unsignedScans(state, [anew, { ...paper, source: 'paper', sha256: null }]), [anew]);
});

test('the receiver signs scans while the dossier is open, nobody else does, and the clock does not move', () => {
  const told = aDossier('1.004873', { competent: committeeA });
  told.papers = [paper];
  const officer = anOfficer(1, centreA, 'one-stop-officer');
  const specialist = anOfficer(2, committeeA, 'specialist');
  assert.equal(told.tries('sign-scans', { scans: [signed] }, specialist, at(8, 30)), 'not-yours');
  told.does('accept', {}, officer, at(9));
  const { due, stage } = told.state;
  told.does('sign-scans', { scans: [signed] }, officer, at(9, 5));
  assert.deepEqual([told.state.due, told.state.stage], [due, stage]);
  assert.deepEqual(told.state.signedScans, [signed]);
  assert.equal(told.tries('sign-scans', { scans: [signed] }, officer, at(9, 6)), 'scan-signed');
  const last = told.state.seq;
  const undo = { reason: 'bấm nhầm', since: last - 1, upTo: last };
  assert.equal(told.tries('undo', undo, officer, at(9, 5)), 'nothing-to-undo', 'a signature stands');
});
