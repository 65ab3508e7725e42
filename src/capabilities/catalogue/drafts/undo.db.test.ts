import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blocksElsewhere,
  procedureDraft,
  saveProcedureDraft,
  startProcedureDraft,
  undoDraftSave,
} from '../index.ts';
import { aStage, codeOf, services, value } from '../testing/stage.ts';

const code = '1.004873';
const { drafter, approver, citizen } = await aStage(code, '1.001612');

test('the last save is taken back, by anybody who designs, and brought again', async () => {
  const id = value(await startProcedureDraft(drafter, services, { code, from: 'current' }));
  const opened = async () => {
    const draft = await procedureDraft(drafter, id);
    assert.ok(draft);
    return draft;
  };
  const first = await opened();
  assert.equal(first.undoable, false);
  assert.equal(codeOf(await undoDraftSave(drafter, id, first.revision)), 'nothing-to-undo');
  const { definition } = first.content;
  const named = { ...first.content, definition: { ...definition, name: { vi: 'Tên khác' } } };
  const saved = value(await saveProcedureDraft(drafter, id, first.revision, named));
  assert.equal((await opened()).undoable, true);
  assert.equal(codeOf(await undoDraftSave(drafter, id, first.revision)), 'changed-meanwhile');
  assert.equal(codeOf(await undoDraftSave(citizen, id, saved)), 'not-yours');
  const back = value(await undoDraftSave(approver, id, saved));
  assert.equal((await opened()).content.definition.name.vi, definition.name.vi);
  assert.equal((await opened()).authors.length, 2, 'who takes a step back has worked on it');
  value(await undoDraftSave(drafter, id, back));
  assert.equal((await opened()).content.definition.name.vi, 'Tên khác');
});

test('blocks of other procedures are found, and none of one’s own', async () => {
  const id = value(await startProcedureDraft(drafter, services, { code: '1.001612', from: 'current' }));
  const draft = await procedureDraft(drafter, id);
  assert.ok(draft);
  const blocks = { giayTo: { title: { vi: 'Giấy tờ' }, questions: [] } };
  const content = { ...draft.content, definition: { ...draft.content.definition, blocks } };
  value(await saveProcedureDraft(drafter, id, draft.revision, content));
  const found = await blocksElsewhere(drafter, code);
  assert.deepEqual(
    found.map(({ code: of, drafted, blocks: theirs }) => [of, drafted, Object.keys(theirs)]),
    [['1.001612', true, ['giayTo']]],
  );
  assert.deepEqual(await blocksElsewhere(drafter, '1.001612'), []);
  assert.deepEqual(await blocksElsewhere(citizen, code), []);
});
