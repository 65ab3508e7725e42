import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  abandonDraft,
  approveMassChange,
  type MassChange,
  massChange,
  massItems,
  openCatalogue,
  prepareMassChange,
  previewMassChange,
  saveProcedureDraft,
  sendMassChange,
  startProcedureDraft,
} from '../index.ts';
import { anAdministrator, aStage, codeOf, services, value } from '../testing/stage.ts';

const codes = ['1.004873', '1.001612', '1.003622'] as const;
const stage = await aStage(...codes);
const { drafter, approver, citizen, db } = stage;
const change: MassChange = { kind: 'template', use: 'receipt', from: '01', to: '07' };
const selection = { codes: [...codes] };
const stateOf = async (id: string) =>
  Object.fromEntries((await massItems(drafter, id)).map(({ code, state }) => [code, state]));
const versionsOf = async (code: string) =>
  (
    await db.sql<{ version: number; from: string; form: string }>(
      `select version, valid_from::text as from, definition #>> '{forms,receipt}' as form from catalogue.procedure
       where code = $1 order by version`,
      [code],
    )
  ).map(({ version, from, form }) => [version, from, form]);

it('shows what it would do, and writes nothing', async () => {
  const preview = await previewMassChange(drafter, selection, change);
  assert.deepEqual(
    preview.items.map(({ code }) => code),
    [...codes].sort(),
  );
  for (const { differences } of preview.items)
    assert.deepEqual(
      differences.map(({ kind, at }) => [kind, at]),
      [['template', 'procedure.forms']],
    );
  assert.equal(preview.untouched, 0);
  const none = await previewMassChange(drafter, { level: 'ministry' }, change);
  assert.deepEqual([none.items.length, none.untouched], [0, 0]);
  assert.equal((await db.sql('select 1 from catalogue.draft')).length, 0);
  assert.deepEqual((await previewMassChange(citizen, selection, change)).items, []);
});

it('makes a draft per procedure, names what cannot go on, and a second person publishes with one date', async () => {
  const [taken = '', faulty = '', clean = ''] = [...codes].sort();
  const own = value(await startProcedureDraft(drafter, services, { code: taken, from: 'current' }));
  assert.equal(codeOf(await prepareMassChange(citizen, { reason: 'x', selection, change })), 'not-yours');
  assert.equal(codeOf(await prepareMassChange(drafter, { reason: ' ', selection, change })), 'reason-empty');
  const nothing = { kind: 'template', use: 'receipt', from: 'X9', to: '07' } as const;
  assert.equal(
    codeOf(await prepareMassChange(drafter, { reason: 'x', selection, change: nothing })),
    'mass-nothing',
  );

  const id = value(await prepareMassChange(drafter, { reason: 'QĐ 12/QĐ-UBND', selection, change }));
  assert.deepEqual(await stateOf(id), { [taken]: null, [faulty]: 'draft', [clean]: 'draft' });
  const items = await massItems(drafter, id);
  assert.equal(items.find(({ code }) => code === taken)?.refusal?.code, 'draft-exists');

  // A colleague spoils one draft: lint names it, and it stays a draft while the other goes on.
  const spoilt = items.find(({ code }) => code === faulty);
  const draft = spoilt?.draft_id ?? '';
  const [row] = await db.sql<{ content: never }>('select content from catalogue.draft where id = $1', [
    draft,
  ]);
  assert.ok(row);
  const content = row.content as { definition: object };
  const bare = { ...content, definition: { ...content.definition, basis: [] } } as never;
  value(await saveProcedureDraft(drafter, draft, 1, bare));
  const sent = value(await sendMassChange(drafter, services, id));
  assert.deepEqual(
    sent.map(({ code, refusal }) => [code, refusal?.code]),
    [
      [faulty, 'lint-errors'],
      [clean, undefined],
    ],
  );
  assert.deepEqual(await stateOf(id), { [taken]: null, [faulty]: 'draft', [clean]: 'review' });

  const effectiveFrom = '2026-12-01';
  const asked = { effectiveFrom, seen: { [clean]: 1 } };
  assert.equal(codeOf(await approveMassChange(drafter, services, id, asked)), 'not-yours');
  assert.equal(
    codeOf(await approveMassChange(approver, services, id, { ...asked, effectiveFrom: 'mai' })),
    'date-missing',
  );
  const stale = value(
    await approveMassChange(approver, services, id, { effectiveFrom, seen: { [clean]: 9 } }),
  );
  assert.deepEqual(
    stale.map(({ refusal }) => refusal?.code),
    ['changed-meanwhile'],
  );
  const unseen = value(await approveMassChange(approver, services, id, { effectiveFrom, seen: {} }));
  assert.deepEqual(
    unseen.map(({ refusal }) => refusal?.code),
    ['changed-meanwhile'],
  );
  const approved = value(await approveMassChange(approver, services, id, asked));
  assert.deepEqual(
    approved.map(({ code, refusal }) => [code, refusal?.code]),
    [[clean, undefined]],
  );
  assert.deepEqual((await versionsOf(clean)).at(-1), [2, effectiveFrom, '07']);
  assert.equal((await versionsOf(faulty)).length, 1);
  const head = await massChange(approver, id);
  assert.deepEqual(
    [head?.procedures, head?.drafts, head?.published, head?.effective_from],
    [3, 2, 1, effectiveFrom],
  );
  const kinds = await db.sql("select 1 from audit.entry where action like 'catalogue.%-mass-change'");
  assert.equal(kinds.length, 2);
  // What waits for its day is not in force yet.
  const catalogue = openCatalogue(db.web, stage.clock, {
    generic: null as never,
    synonyms: { filler: [], entries: [] },
    lifeEvents: [],
  });
  assert.equal((await catalogue.current(clean))?.version, 1);
  for (const open of [own, draft]) value(await abandonDraft(drafter, open));
});

it('is approved by nobody who made it', async () => {
  const both = { ...drafter, actor: anAdministrator(5) };
  const id = value(
    await prepareMassChange(both, { reason: 'x', selection: { codes: ['1.001612'] }, change }),
  );
  value(await sendMassChange(both, services, id));
  const own = await approveMassChange(both, services, id, {
    effectiveFrom: '2026-12-01',
    seen: { '1.001612': 1 },
  });
  assert.equal(codeOf(own), 'own-draft');
});
