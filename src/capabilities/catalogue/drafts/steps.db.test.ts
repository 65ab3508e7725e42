import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  abandonDraft,
  blocksElsewhere,
  type DraftContent,
  procedureDraft,
  type StepWay,
  saveProcedureDraft,
  startProcedureDraft,
  stepTaken,
  walkDraftSteps,
} from '../index.ts';
import { aStage, codeOf, services, value } from '../testing/stage.ts';

const code = '1.004873';
const { drafter, approver, citizen, db } = await aStage(code, '1.001612');

const opened = async (id: string) => {
  const draft = await procedureDraft(drafter, id);
  assert.ok(draft);
  return draft;
};
const named = ({ definition, ...rest }: DraftContent, vi: string): DraftContent => ({
  ...rest,
  definition: { ...definition, name: { vi } },
});
const begun = async () => {
  const id = value(await startProcedureDraft(drafter, services, { code, from: 'current' }));
  return { id, first: await opened(id) };
};
/** The content as the database keeps it. */
const bytesOf = async (id: string) =>
  (await db.sql<{ text: string }>('select content::text as text from catalogue.draft where id = $1', [id]))[0]
    ?.text;
const walk = async (id: string, way: StepWay, ctx = drafter) =>
  walkDraftSteps(ctx, id, (await opened(id)).revision, way);
const rename = async (id: string, vi: string) => {
  const { content, revision } = await opened(id);
  return value(await saveProcedureDraft(drafter, id, revision, named(content, vi)));
};

test('steps are taken back one by one, by anybody who designs, told in words and done again', async () => {
  const { id, first } = await begun();
  assert.deepEqual([first.steps_back, first.steps_ahead], [0, 0]);
  assert.equal(codeOf(await walk(id, 'undo')), 'nothing-to-undo');
  assert.equal(codeOf(await walk(id, 'redo')), 'nothing-to-redo');
  await rename(id, 'Một');
  await rename(id, 'Hai');
  assert.equal(codeOf(await walkDraftSteps(drafter, id, first.revision, 'undo')), 'changed-meanwhile');
  assert.equal(codeOf(await walkDraftSteps(citizen, id, first.revision, 'undo')), 'not-yours');

  value(await walk(id, 'undo', approver));
  const once = await opened(id);
  assert.deepEqual([once.name, once.steps_back, once.steps_ahead], ['Một', 1, 1]);
  assert.equal(once.authors.length, 2, 'who takes a step back has worked on it');
  const told = async (way: StepWay) =>
    (await stepTaken(drafter, await opened(id), way)).map(({ part, before, after }) => [part, before, after]);
  assert.deepEqual(await told('undo'), [['name', { vi: 'Một' }, { vi: 'Hai' }]]);
  value(await walk(id, 'undo'));
  assert.deepEqual((await opened(id)).content, first.content);
  value(await walk(id, 'redo'));
  value(await walk(id, 'redo'));
  assert.equal((await opened(id)).name, 'Hai');
  assert.deepEqual(await told('redo'), [['name', { vi: 'Một' }, { vi: 'Hai' }]]);
  assert.equal(codeOf(await walk(id, 'redo')), 'nothing-to-redo');

  value(await walk(id, 'undo'));
  await rename(id, 'Ba');
  assert.deepEqual(
    [(await opened(id)).steps_back, (await opened(id)).steps_ahead],
    [2, 0],
    'a new step ahead',
  );
  const { revision, content } = await opened(id);
  value(await saveProcedureDraft(drafter, id, revision, content));
  assert.equal((await opened(id)).steps_back, 2, 'a save that changes nothing is no step');
  assert.deepEqual(await stepTaken(citizen, await opened(id), 'redo'), []);
  value(await abandonDraft(drafter, id));
  assert.equal((await db.sql('select 1 from catalogue.draft_step where draft_id = $1', [id])).length, 0);
});

test('a hundred steps are kept, and the oldest are forgotten', async () => {
  const { id } = await begun();
  for (let nth = 1; nth <= 103; nth += 1) await rename(id, `Tên ${nth}`);
  assert.equal((await opened(id)).steps_back, 100);
  for (let nth = 0; nth < 100; nth += 1) value(await walk(id, 'undo'));
  assert.equal((await opened(id)).name, 'Tên 3');
  assert.equal(codeOf(await walk(id, 'undo')), 'nothing-to-undo');
  value(await abandonDraft(drafter, id));
});

test('any edits, and as many steps back, are the beginning byte for byte; as many forward are the end', async () => {
  const edit = fc.oneof(
    fc.string({ maxLength: 8 }).map((text) => ['name', text.replace(/[\u0000\ud800-\udfff]/gu, '')] as const),
    fc.constant(['drop', ''] as const),
    fc.constant(['same', ''] as const),
    fc.constant(['back', ''] as const),
    fc.constant(['forward', ''] as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 7 }), async (edits) => {
      const { id } = await begun();
      const beginning = await bytesOf(id);
      for (const [what, text] of edits) {
        const { content, revision } = await opened(id);
        const { pages } = content.definition.form;
        if (what === 'back' || what === 'forward') await walk(id, what === 'back' ? 'undo' : 'redo');
        else {
          const form = { ...content.definition.form, pages: what === 'drop' ? pages.slice(1) : pages };
          const next = { ...content, definition: { ...content.definition, form } };
          value(await saveProcedureDraft(drafter, id, revision, what === 'name' ? named(next, text) : next));
        }
      }
      const { steps_back: back, steps_ahead: ahead } = await opened(id);
      const end = await bytesOf(id);
      for (let nth = 0; nth < back; nth += 1) value(await walk(id, 'undo'));
      assert.equal(await bytesOf(id), beginning);
      assert.equal((await opened(id)).steps_ahead, back + ahead);
      for (let nth = 0; nth < back; nth += 1) value(await walk(id, 'redo'));
      assert.equal(await bytesOf(id), end);
      value(await abandonDraft(drafter, id));
    }),
    { numRuns: 15 },
  );
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
