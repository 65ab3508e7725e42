import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { asPlainDate, instantAt } from '#kernel/time';
import {
  approveDraft,
  askToClose,
  beginWaitingVersions,
  closingOf,
  closingRequests,
  contentOfVersion,
  type DraftContent,
  decideClosing,
  openCatalogue,
  procedureDraft,
  publishVersion,
  rollBack,
  saveProcedureDraft,
  sendForApproval,
  startProcedureDraft,
  versionsOf,
} from '../index.ts';
import { aStage, codeOf, services, value } from '../testing/stage.ts';

const code = '1.004873';
const other = '1.001612';
const stage = await aStage(code, other);
const { drafter, approver, clock, db, machine } = stage;
const catalogue = openCatalogue(db.web, clock, {
  generic: sampleDefinition('generic'),
  synonyms: { filler: [], entries: [] },
  lifeEvents: [],
});
async function now(of = code) {
  catalogue.forget();
  return catalogue.current(of);
}

async function publish(name: string, effectiveFrom: string, more: Partial<DraftContent> = {}) {
  const id = value(await startProcedureDraft(drafter, services, { code, from: 'current' }));
  const draft = await procedureDraft(drafter, id);
  assert.ok(draft);
  const definition = { ...draft.content.definition, name: { vi: name, en: name } };
  value(await saveProcedureDraft(drafter, id, 1, { ...draft.content, ...more, definition }));
  value(await sendForApproval(drafter, id));
  return { id, version: value(await approveDraft(approver, services, id, { effectiveFrom })) };
}
const standing = async () =>
  (await versionsOf(drafter, services, code)).map((each) => `${each.version} ${each.standing}`);

describe('versions', () => {
  it('take effect at their date, in the order of their dates, and not before', async () => {
    const late = await publish('Tháng Hai', '2027-02-01');
    const soon = await publish('Tháng Một', '2027-01-01');
    assert.equal((await now())?.version, 1);
    assert.deepEqual(await standing(), ['3 waiting', '2 waiting', '1 in-force']);
    assert.equal((await procedureDraft(drafter, soon.id))?.state, 'approved');

    clock.set(instantAt(asPlainDate('2026-12-31'), 23 * 60 + 59));
    assert.equal(await beginWaitingVersions.run(machine), 0);
    clock.set(instantAt(asPlainDate('2027-01-01')));
    assert.equal(await beginWaitingVersions.run(machine), 1);
    assert.equal((await now())?.name, 'Tháng Một');
    assert.deepEqual(await standing(), ['3 in-force', '2 waiting', '1 replaced']);
    assert.equal((await procedureDraft(drafter, soon.id))?.state, 'published');
    clock.set(instantAt(asPlainDate('2027-02-01')));
    assert.equal(await beginWaitingVersions.run(machine), 1);
    assert.equal(await beginWaitingVersions.run(machine), 0);
    assert.equal((await now())?.version, late.version);
    // Whoever pinned a version still reads it.
    assert.equal((await catalogue.definitionOf(code, 1)).name.vi, sampleDefinition(code).name.vi);
  });

  it('keep diagram, decisions and papers, also through a change of the form alone', async () => {
    const more = { workflow: '<bpmn/>', decisions: '<dmn/>', templates: { a: { id: 'a' } } };
    const { version } = await publish('Đủ phần', '2027-02-01', more);
    const { definition } = (await contentOfVersion(drafter, code, version)) ?? {};
    assert.ok(definition);
    const changed = { code, basedOn: version, definition, validFrom: '2027-02-01' };
    const next = value(await publishVersion(approver, changed));
    assert.equal(codeOf(await publishVersion(approver, changed)), 'changed-meanwhile');
    const content = await contentOfVersion(drafter, code, next);
    assert.deepEqual({ ...content, definition: undefined }, { ...more, definition: undefined });
  });

  it('go back in one action, as a new version with the old content', async () => {
    const version = value(await rollBack(approver, services, code, 1));
    const current = await now();
    assert.equal(current?.version, version);
    assert.deepEqual(current.definition, {
      ...sampleDefinition(code),
      version,
      validFrom: '2027-02-01',
    });
    assert.equal(codeOf(await rollBack(approver, services, code, version)), 'version-in-force');
    assert.equal(codeOf(await rollBack(approver, services, code, 99)), 'version-unknown');
    assert.equal(codeOf(await rollBack(drafter, services, code, 1)), 'not-yours');
  });

  it('follow one another when two people act at once', async () => {
    const both = await Promise.all([2, 3].map((to) => rollBack(approver, services, code, to)));
    const [first, second] = both.map(value).sort((a, b) => a - b);
    assert.equal(second, (first ?? 0) + 1);
    assert.equal((await standing()).filter((each) => each.endsWith('in-force')).length, 1);
  });

  it('say how much unfinished work leans on each', async () => {
    const all = await versionsOf(drafter, services, code);
    assert.deepEqual(all.at(-1)?.open, { drafts: 2, dossiers: 3 });
    assert.deepEqual(all[0]?.open, { drafts: 0, dossiers: 0 });
  });
});

describe('closing', () => {
  it('ends the offer at its day, names what took its place, and a new version opens again', async () => {
    const reason = 'Quyết định 12/QĐ-UBND';
    const ask = (from: string, replacedBy?: string) =>
      askToClose(drafter, code, { from, reason, ...(replacedBy === undefined ? {} : { replacedBy }) });
    assert.equal(codeOf(await ask('2027-03-01', code)), 'replaced-by-itself');
    assert.equal(codeOf(await ask('2027-03-01', '9.999999')), 'procedure-unknown');
    assert.equal(codeOf(await ask('tomorrow')), 'date-missing');
    assert.equal(
      codeOf(await askToClose(drafter, code, { from: '2027-03-01', reason: ' ' })),
      'reason-empty',
    );
    assert.equal(codeOf(await askToClose(stage.citizen, code, { from: '2027-03-01', reason })), 'not-yours');
    assert.equal(codeOf(await decideClosing(approver, code, 'agree')), 'closing-unasked');

    // Four eyes: asked for by one, decided by another; the last request counts.
    value(await askToClose(approver, code, { from: '2027-02-20', reason }));
    assert.equal(codeOf(await decideClosing(approver, code, 'agree')), 'own-closing');
    assert.equal(codeOf(await decideClosing(drafter, code, 'drop')), 'not-yours');
    value(await decideClosing(approver, code, 'drop'));
    value(await ask('2027-02-28'));
    value(await ask('2027-03-01', other));
    assert.equal((await closingOf(drafter, code)).asked?.from_day, '2027-03-01');
    assert.deepEqual(
      (await closingRequests(drafter)).map((each) => each.code),
      [code],
    );
    assert.deepEqual(await closingRequests(stage.citizen), []);
    assert.equal((await now())?.closed_from, null, 'nothing changes while it is asked for');
    assert.equal(codeOf(await decideClosing(drafter, code, 'agree')), 'not-yours');
    value(await decideClosing(approver, code, 'agree'));
    const { asked, closed } = await closingOf(drafter, code);
    assert.deepEqual([asked, closed], [undefined, { from_day: '2027-03-01', replaced_by: other }]);
    const before = await now();
    assert.deepEqual([before?.live, before?.closed_from, before?.replaced_by], [true, '2027-03-01', other]);
    assert.equal((await catalogue.search(code)).hits.length, 1);

    clock.set(instantAt(asPlainDate('2027-03-01')));
    assert.equal((await now())?.live, false);
    assert.equal((await catalogue.search(code)).hits.length, 0);
    await publish('Mở lại', '2027-03-01');
    const after = await now();
    assert.deepEqual([after?.live, after?.closed_from], [true, null]);
    assert.equal((await catalogue.search(code)).hits.length, 1);
  });
});
