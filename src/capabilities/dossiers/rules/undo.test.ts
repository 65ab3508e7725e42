import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDossier, anOfficer, at, centreA, committeeB } from '../testing/builders.ts';
import { fold } from './fold.ts';
import { standingActs, undoWithin } from './undo.ts';

const counter = anOfficer(1, centreA, 'one-stop-officer');
const colleague = anOfficer(2, centreA, 'one-stop-officer');
const specialist = anOfficer(3, committeeB, 'specialist', 'head-of-office');
const accepted = () => aDossier('1.004873', { competent: committeeB }).does('accept', {}, counter, at(8));
const undo = (since: number, upTo: number) => ({ reason: 'Bấm nhầm', since, upTo });

test('what was just accepted stands again where it stood, and the acts remain', () => {
  const before = aDossier('1.004873', { competent: committeeB }).state;
  const told = accepted();
  const upTo = told.state.seq;
  assert.equal(told.state.holder, committeeB, 'it was handed over with the acceptance');
  told.does('undo', undo(1, upTo), counter, at(8));
  assert.deepEqual({ ...told.state, seq: 1 }, before);
  assert.equal(told.acts.length, upTo + 1);
  assert.deepEqual(fold(told.acts), told.state);
  assert.deepEqual(
    standingActs(told.acts).map((act) => act.kind),
    ['submitted'],
  );
  told.does('accept', {}, counter, at(9));
  assert.equal(told.state.stage, 'accepted');
});

test('it is refused after the time, to others, and when somebody has gone on', () => {
  const { seq } = accepted().state;
  const late = at(8) + undoWithin;
  assert.equal(accepted().tries('undo', undo(1, seq), counter, late), undefined);
  assert.equal(accepted().tries('undo', undo(1, seq), counter, late + 1), 'undo-too-late');
  assert.equal(accepted().tries('undo', undo(1, seq), colleague, at(8)), 'went-on-meanwhile');
  const gone = accepted().does('take-over', {}, specialist, at(8));
  assert.equal(gone.tries('undo', undo(1, seq), counter, at(8)), 'went-on-meanwhile');
  assert.equal(gone.tries('undo', undo(1, seq + 1), counter, at(8)), 'went-on-meanwhile');
});

test('only what moves a dossier on is taken back, never the submission or a word to the person', () => {
  assert.equal(accepted().tries('undo', undo(0, 3), counter, at(8)), 'nothing-to-undo');
  const told = accepted().does('take-over', {}, specialist, at(8));
  const since = told.state.seq;
  told.does('ask-opinion', { unit: centreA, question: 'Có đúng không?', days: 1 }, specialist, at(8));
  assert.equal(told.tries('undo', undo(since, told.state.seq), specialist, at(8)), 'nothing-to-undo');
});

test('work given to somebody goes back to whoever had it', () => {
  const officer = specialist.officer;
  const told = accepted().does('assign', { officer, name: 'Chính mình' }, specialist, at(8));
  const since = told.state.seq;
  told.does('assign', { officer: colleague.officer, name: 'Người khác' }, specialist, at(8));
  told.does('undo', undo(since, told.state.seq), specialist, at(8));
  assert.deepEqual(told.state.assignee, { id: officer, name: 'Chính mình' });
});

test('a step that was passed on by mistake comes back to whoever had it, with its own due moment', () => {
  const told = accepted()
    .does('assign', { officer: specialist.officer, name: specialist.name }, specialist, at(8))
    .does('draft-result', { outcome: 'granted', title: 'Bản sao', content: {} }, specialist, at(9));
  const before = told.state;
  told.does('finish-step', { note: '' }, specialist, at(10));
  assert.notEqual(told.state.step, before.step);
  const drafted = undo(before.seq - 2, told.state.seq);
  assert.equal(told.tries('undo', drafted, specialist, at(10)), 'nothing-to-undo', 'a draft is no slip');
  told.does('undo', undo(before.seq, told.state.seq), specialist, at(10));
  assert.deepEqual({ ...told.state, seq: before.seq }, before);
  told.does('finish-step', { note: '' }, specialist, at(11));
});
