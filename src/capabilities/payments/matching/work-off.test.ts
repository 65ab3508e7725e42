import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type DifferenceKind, differenceKinds, toolsOf } from './kinds.ts';
import { decideStep, type WorkItem, type WorkStep } from './work-off.ts';

const item = (kind: DifferenceKind, change: Partial<WorkItem> = {}): WorkItem => ({
  kind,
  state: 'open',
  session_id: 'session',
  ...change,
});
const code = (of: WorkItem, step: WorkStep): string => {
  const decided = decideStep(of, step);
  return decided.ok ? decided.value.state : decided.refusal.code;
};

it('an item is in hand from the first step on, and closed by a reason only', () => {
  for (const kind of differenceKinds) {
    assert.equal(code(item(kind), { kind: 'taken' }), 'in-hand');
    assert.equal(code(item(kind), { kind: 'explained', words: 'Đã hỏi ngân hàng.' }), 'in-hand');
    assert.equal(code(item(kind), { kind: 'explained', words: ' \u200b' }), 'words-missing');
    assert.equal(code(item(kind), { kind: 'closed', words: '' }), 'words-missing');
    assert.equal(code(item(kind), { kind: 'closed', words: 'Đã nộp đủ.' }), 'closed');
    assert.equal(code(item(kind, { state: 'closed' }), { kind: 'taken' }), 'item-closed');
  }
});

it('each kind has the tools that can mend it, and refuses the others', () => {
  for (const kind of differenceKinds) {
    const tools = toolsOf(kind);
    assert.equal(code(item(kind), { kind: 'asked' }), tools.ask ? 'in-hand' : 'nothing-to-ask');
    assert.equal(code(item(kind, { session_id: null }), { kind: 'asked' }), 'nothing-to-ask');
    assert.equal(code(item(kind), { kind: 'told' }), tools.tell ? 'in-hand' : 'nothing-to-tell');
    for (const as of ['refund', 'surplus'] as const)
      assert.equal(
        code(item(kind), { kind: 'marked', as, words: '' }),
        tools.mark.includes(as) ? 'in-hand' : 'not-markable',
      );
  }
});
