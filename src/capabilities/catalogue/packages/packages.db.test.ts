import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  approveDraft,
  exportDraft,
  exportProcedure,
  importProcedure,
  packProcedure,
  procedureDraft,
  saveProcedureDraft,
  sendForApproval,
  startDraftFromPackage,
  startProcedureDraft,
  trustKey,
  unpackProcedure,
} from '../index.ts';
import { aPackageKey } from '../testing/builders.ts';
import { aStage, codeOf, services, value } from '../testing/stage.ts';

const code = '1.004873';
const here = await aStage(code);
const there = await aStage();
/** The other instance has a key of its own. */
const away = { ...services, key: aPackageKey(1) };

async function publishHere(effectiveFrom: string): Promise<number> {
  const id = value(await startProcedureDraft(here.drafter, services, { code, from: 'current' }));
  const draft = await procedureDraft(here.drafter, id);
  assert.ok(draft);
  const content = {
    ...draft.content,
    workflow: '<bpmn>đường đi</bpmn>',
    templates: { a: { b: 1, a: 2 } },
    runs: [{ id: 'b', a: [1] }],
  };
  value(await saveProcedureDraft(here.drafter, id, 1, content));
  value(await sendForApproval(here.drafter, id));
  return value(await approveDraft(here.approver, services, id, { effectiveFrom }));
}
const exported = async (version?: number) =>
  value(await exportProcedure(here.drafter, services, { code, ...(version ? { version } : {}) }));

it('export, import on an empty system of another key, export: the same bytes', async () => {
  for (const [effectiveFrom, became] of [
    ['2026-11-25', 'in-force'],
    ['2027-01-01', 'waiting'],
  ] as const) {
    const version = await publishHere(effectiveFrom);
    const { bytes } = await exported(version);
    if (became === 'in-force') {
      assert.deepEqual((await exported()).bytes, bytes);
      assert.equal(codeOf(await importProcedure(there.machine, away, bytes)), 'package-key-unknown');
      const { signer } = value(unpackProcedure(bytes));
      assert.equal(codeOf(await trustKey(there.approver, signer.publicKey, 'x')), 'not-yours');
      value(await trustKey(there.machine, signer.publicKey, 'An Giang'));
    }
    assert.deepEqual(value(await importProcedure(there.machine, away, bytes)), {
      code,
      version,
      became,
      signer: { standing: 'known', id: services.key.id, name: 'An Giang' },
    });
    const again = await exportProcedure(there.drafter, away, { code, version });
    assert.deepEqual(Buffer.from(value(again).bytes), Buffer.from(bytes));
    assert.equal(value(await importProcedure(there.machine, away, bytes)).became, 'there-already');
  }
});

it('a version that was planted without a package gets one at its first export, and keeps it', async () => {
  const first = await exported(1);
  const again = value(await exportProcedure(here.drafter, away, { code, version: 1 }));
  assert.deepEqual(Buffer.from(again.bytes), Buffer.from(first.bytes));
  assert.equal(value(unpackProcedure(first.bytes)).signer.id, services.key.id);
  // Older than what the other system has.
  assert.equal(codeOf(await importProcedure(there.machine, away, first.bytes)), 'version-behind');
});

it('neither lint nor rights are passed by with a signature', async () => {
  const { content } = value(unpackProcedure((await exported()).bytes));
  const definition = { ...content.definition, version: 9 };
  const next = packProcedure({ ...content, definition }, services.key);
  const strict = { ...away, lint: async () => [{ level: 'error', code: 'x', at: '' } as const] };
  assert.equal(codeOf(await importProcedure(there.machine, strict, next)), 'lint-errors');
  assert.equal(codeOf(await importProcedure(there.approver, away, next)), 'not-yours');
  assert.equal(codeOf(await exportProcedure(there.citizen, away, { code })), 'not-yours');
  assert.equal(codeOf(await exportProcedure(here.drafter, away, { code: '9.999999' })), 'procedure-unknown');
  assert.equal(codeOf(await exportProcedure(here.drafter, away, { code, version: 77 })), 'version-unknown');
});

it('a draft travels as a draft: nobody publishes it as it is, and whoever signed it is told', async () => {
  const id = value(await startProcedureDraft(here.drafter, services, { code, from: 'current' }));
  const { bytes, revision } = value(await exportDraft(here.drafter, services, id));
  assert.equal(revision, 1);
  assert.equal(codeOf(await exportDraft(here.citizen, services, id)), 'not-yours');
  assert.equal(codeOf(await importProcedure(there.machine, away, bytes)), 'package-is-draft');
  // The key was trusted above; its draft is a draft all the same.
  const brought = value(await startDraftFromPackage(there.drafter, away, bytes));
  const draft = await procedureDraft(there.drafter, brought);
  assert.deepEqual(
    [draft?.state, draft?.origin?.kind, draft?.origin?.signer.standing, draft?.origin?.signer.name],
    ['draft', 'draft', 'known', 'An Giang'],
  );
  assert.deepEqual(draft?.content.runs, [{ id: 'b', a: [1] }]);
  assert.equal(codeOf(await startDraftFromPackage(there.drafter, away, bytes)), 'draft-exists');
  assert.equal(codeOf(await startDraftFromPackage(there.citizen, away, bytes)), 'not-yours');
  const spoilt = Uint8Array.from(bytes).fill(0, 100, 104);
  assert.notEqual(codeOf(await startDraftFromPackage(there.drafter, away, spoilt)), undefined);
});
