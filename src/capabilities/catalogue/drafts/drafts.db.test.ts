import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ctx } from '#platform/context';
import {
  abandonDraft,
  approveDraft,
  type DraftContent,
  procedureDraft,
  procedureDrafts,
  renewDraftBase,
  rollBack,
  saveProcedureDraft,
  sendBack,
  sendForApproval,
  startProcedureDraft,
  tickDraftTodo,
} from '../index.ts';
import { anAdministrator, aStage, codeOf, services, value } from '../testing/stage.ts';
import { listDrafts } from './queries.ts';

const code = '1.004873';
const other = '1.001612';
const stage = await aStage(code, other);
const { drafter, approver, citizen, db } = stage;
const today = '2026-11-25';

const start = async (of = code, from: 'current' | 'national' | 'empty' = 'current') =>
  value(await startProcedureDraft(drafter, services, { code: of, from }));
async function opened(id: string, ctx: Ctx = drafter) {
  const draft = await procedureDraft(ctx, id);
  assert.ok(draft);
  return draft;
}
const named = ({ definition, ...rest }: DraftContent, vi: string): DraftContent => ({
  ...rest,
  definition: { ...definition, name: { ...definition.name, vi } },
});
const audited = async (action: string) =>
  (await db.sql('select 1 from audit.entry where action = $1', [action])).length;

describe('a draft', () => {
  it('begins from what is published, is saved by revision, and loses nothing of a slower colleague', async () => {
    const id = await start();
    const { content, revision, based_on } = await opened(id);
    assert.deepEqual([content.definition.code, revision, based_on], [code, 1, 1]);
    assert.equal(value(await saveProcedureDraft(drafter, id, 1, named(content, 'Một'))), 2);
    const late = await saveProcedureDraft(approver, id, 1, named(content, 'Hai'));
    assert.ok(!late.ok && late.refusal.code === 'changed-meanwhile' && 'theirs' in late.refusal);
    assert.equal(late.refusal.theirs.content.definition.name.vi, 'Một');
    assert.equal((await opened(id)).name, 'Một');
    const [head] = await procedureDrafts(drafter);
    assert.deepEqual([head?.id, head?.name, head?.state], [id, 'Một', 'draft']);
    const again = await startProcedureDraft(approver, services, { code, from: 'empty' });
    assert.ok(!again.ok && again.refusal.code === 'draft-exists' && again.refusal.details?.['draft'] === id);
    assert.equal(value(await abandonDraft(drafter, id)), null);
    assert.equal(codeOf(await saveProcedureDraft(drafter, id, 2, content)), 'not-in-draft');
    assert.deepEqual([await audited('catalogue.start-draft'), await audited('catalogue.save-draft')], [1, 1]);
  });

  it('begins empty or from the national record, and says so when there is nothing to begin from', async () => {
    const empty = await start(other, 'empty');
    assert.deepEqual((await opened(empty)).content.definition.form.pages, []);
    value(await abandonDraft(drafter, empty));
    const national = await start(other, 'national');
    assert.equal((await opened(national)).content.definition.code, other);
    value(await abandonDraft(drafter, national));
    const fresh = { code: '9.999999', from: 'current' } as const;
    assert.equal(codeOf(await startProcedureDraft(drafter, services, fresh)), 'procedure-unknown');
    assert.equal(codeOf(await startProcedureDraft(drafter, services, { ...fresh, code: 'x' })), 'code-shape');
  });

  it('keeps what the record left open as a list to tick off, without getting into anybody’s way', async () => {
    const id = await start(other, 'national');
    const { todo, revision } = await opened(id);
    const [first] = todo;
    if (first) {
      value(await tickDraftTodo(drafter, id, { index: 0, done: true }));
      const after = await opened(id);
      assert.deepEqual([after.todo[0]?.done, after.revision], [true, revision]);
      value(await tickDraftTodo(drafter, id, { index: 0, done: false }));
    }
    assert.equal(codeOf(await tickDraftTodo(drafter, id, { index: todo.length, done: true })), 'item-gone');
    assert.equal(codeOf(await tickDraftTodo(citizen, id, { index: 0, done: true })), 'not-yours');
    value(await abandonDraft(drafter, id));
    assert.equal(codeOf(await tickDraftTodo(drafter, id, { index: 0, done: true })), 'not-in-draft');
  });

  it('keeps out what the database could not keep, and another procedure', async () => {
    const id = await start();
    const { content } = await opened(id);
    for (const bad of ['\u0000', '\ud800'])
      assert.equal(codeOf(await saveProcedureDraft(drafter, id, 1, named(content, bad))), 'draft-unstorable');
    assert.ok((await saveProcedureDraft(drafter, id, 1, named(content, String.raw`\ud800 \u0000`))).ok);
    const moved = { ...content, definition: { ...content.definition, code: other } };
    assert.equal(codeOf(await saveProcedureDraft(drafter, id, 2, moved)), 'code-shape');
    const huge = named(content, 'x'.repeat(2_100_000));
    assert.equal(codeOf(await saveProcedureDraft(drafter, id, 2, huge)), 'draft-too-large');
    value(await abandonDraft(drafter, id));
  });

  it('is published by a second person only, without errors of lint, and goes back with a note', async () => {
    const id = await start();
    const { content } = await opened(id);
    const bare = { ...content, definition: { ...content.definition, basis: [] } };
    value(await saveProcedureDraft(drafter, id, 1, bare));
    assert.equal(
      codeOf(await approveDraft(approver, services, id, { effectiveFrom: today })),
      'not-in-review',
    );
    value(await sendForApproval(drafter, id));
    assert.equal(codeOf(await saveProcedureDraft(drafter, id, 2, content)), 'not-in-draft');
    assert.equal(codeOf(await approveDraft(drafter, services, id, { effectiveFrom: today })), 'not-yours');
    assert.equal(codeOf(await approveDraft(approver, services, id, { effectiveFrom: today })), 'lint-errors');
    assert.equal(codeOf(await sendBack(approver, id, '  ')), 'note-empty');
    value(await sendBack(approver, id, 'Thêm căn cứ pháp lý.'));
    assert.deepEqual([(await opened(id)).state, (await opened(id)).note], ['draft', 'Thêm căn cứ pháp lý.']);

    // Who lends a hand is an author from then on.
    value(await saveProcedureDraft(approver, id, 2, named(content, 'Tên mới')));
    value(await sendForApproval(drafter, id));
    assert.equal(codeOf(await approveDraft(approver, services, id, { effectiveFrom: today })), 'own-draft');
    const third = { ...approver, actor: anAdministrator(3) };
    const stale = { effectiveFrom: today, revision: 2 };
    assert.equal(codeOf(await approveDraft(third, services, id, stale)), 'changed-meanwhile');
    assert.equal(codeOf(await approveDraft(third, services, id, { effectiveFrom: 'soon' })), 'date-missing');
    assert.equal(value(await approveDraft(third, services, id, { effectiveFrom: today, revision: 3 })), 2);
    const draft = await opened(id);
    assert.deepEqual(
      [draft.state, draft.version, draft.reviewer],
      ['published', 2, anAdministrator(3).officer],
    );
    assert.equal(await audited('catalogue.approve-draft'), 1);
  });

  it('does not bury a version that was published while it was written', async () => {
    const id = await start();
    value(await rollBack(approver, services, code, 1));
    value(await sendForApproval(drafter, id));
    const approve = () => approveDraft(approver, services, id, { effectiveFrom: today });
    assert.equal(codeOf(await approve()), 'version-behind');
    value(await sendBack(approver, id, 'Xem lại theo phiên bản 3.'));
    value(await renewDraftBase(drafter, id));
    value(await sendForApproval(drafter, id));
    assert.equal(value(await approve()), 4);
  });

  it('is nothing to people who do not design, and does not exist under ids that are none', async () => {
    const id = await start(other);
    const clerk = { ...drafter, actor: anAdministrator(4, 'specialist') };
    for (const ctx of [citizen, clerk]) {
      assert.equal(await procedureDraft(ctx, id), undefined);
      assert.deepEqual(await procedureDrafts(ctx), []);
      assert.equal(codeOf(await sendForApproval(ctx, id)), 'not-yours');
      assert.equal(codeOf(await startProcedureDraft(ctx, services, { code, from: 'empty' })), 'not-yours');
      assert.equal(codeOf(await rollBack(ctx, services, code, 1)), 'not-yours');
    }
    const rows = await db.web.read({ kind: 'public' }, (reader) => reader.rows(listDrafts, { size: 9 }));
    assert.deepEqual(rows, []);
    for (const unknown of ['x', '018f0000-0000-7000-8000-00000000ffff'])
      assert.equal(codeOf(await sendForApproval(drafter, unknown)), 'procedure-draft-unknown');
    value(await abandonDraft(drafter, id));
  });
});
