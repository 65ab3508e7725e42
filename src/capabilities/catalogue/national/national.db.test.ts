import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { systemScope } from '#platform/db';
import {
  abandonDraft,
  approveDraft,
  compareNational,
  compareNationalList,
  decideNationalItem,
  decideNationalItems,
  type HeldProcedure,
  keepNationalList,
  loadProcedures,
  type NationalProcedure,
  nationalItems,
  nationalList,
  procedureDraft,
  recordDifferences,
  sendForApproval,
} from '../index.ts';
import { importShippedList } from '../testing/shipped-list.ts';
import { aStage, codeOf, services, value } from '../testing/stage.ts';

const shipped = importShippedList().procedures;
const some = shipped.filter(({ cases }) => cases.some(({ documents }) => documents.length > 0)).slice(0, 60);
const live = '1.004873';
const liveRecord = shipped.find(({ code }) => code === live);
const [changed, gone, kept] = some.filter(({ code }) => code !== live);
assert.ok(liveRecord && changed && gone && kept);
const later = (record: NationalProcedure): NationalProcedure => ({
  ...record,
  name: `${record.name} (mới)`,
  channels: [{ channel: 'direct', time: 3, unit: 'day', feeText: 'Không', fee: 'free', amount: 0 }],
});
const fresh: NationalProcedure = {
  ...changed,
  code: '1.999999',
  name: 'Thủ tục mới',
  nameFolded: 'thu tuc moi',
};

describe('a list without its details', () => {
  const held = (national: NationalProcedure): HeldProcedure => ({
    code: national.code,
    national,
    live: false,
    closed: false,
  });
  const bare = (record: NationalProcedure): NationalProcedure => ({
    ...record,
    steps: '',
    conditions: '',
    cases: [],
    channels: record.channels
      .filter(({ channel }, at, all) => all.findIndex((each) => each.channel === channel) === at)
      .map(({ channel, time, unit }) => ({
        channel,
        ...(time !== undefined && { time }),
        ...(unit !== undefined && { unit }),
        feeText: '',
        fee: 'unknown',
      })),
  });
  it('drops nothing that is known of a procedure', () => {
    const { changes, same } = compareNational(some.map(held), some.map(bare));
    assert.deepEqual([changes, same], [[], some.length]);
  });
  it('still tells what its lines say otherwise, and taking it over keeps the rest', () => {
    const renamed = { ...bare(changed), name: 'Tên mới' };
    const [one] = compareNational([held(changed)], [renamed]).changes;
    assert.equal(one?.differences.length, 1);
    assert.deepEqual(one?.record?.cases, changed.cases);
    const timed = shipped.find(
      ({ cases, channels }) =>
        cases.some(({ documents }) => documents.length > 0) &&
        channels.some(({ time }) => time !== undefined),
    );
    assert.ok(timed);
    const slower = {
      ...bare(timed),
      channels: bare(timed).channels.map((each) => ({ ...each, time: 99 })),
    };
    const [other] = compareNational([held(timed)], [slower]).changes;
    assert.ok(other?.differences.some(({ kind }) => kind === 'time'));
  });
});

describe('a comparison', () => {
  const held = some.map(
    (national): HeldProcedure => ({ code: national.code, national, live: false, closed: false }),
  );
  it('finds nothing between a list and itself', () => {
    assert.deepEqual(compareNational(held, some), { changes: [], same: some.length });
    for (const record of some) assert.deepEqual(recordDifferences(record, record), []);
  });
  it('puts every procedure of either side into one place', () => {
    const subset = fc.subarray(some);
    fc.assert(
      fc.property(subset, subset, subset, (before, after, touched) => {
        const newer = after.map((record) => (touched.includes(record) ? later(record) : record));
        const { changes, same } = compareNational(
          held.filter(({ national }) => before.includes(national)),
          newer,
        );
        const count = (change: string) => changes.filter((each) => each.change === change).length;
        assert.equal(count('gone'), before.filter((each) => !after.includes(each)).length);
        assert.equal(count('new'), after.filter((each) => !before.includes(each)).length);
        assert.equal(count('new') + count('changed') + same, after.length);
        assert.ok(
          changes.every(({ change, differences }) => (change === 'changed') === differences.length > 0),
        );
      }),
    );
  });
  it('does not miss what was closed, nor what was made here', () => {
    const [one, two] = held;
    assert.ok(one && two);
    const ours = {
      ...two,
      national: { ...two.national, provenance: { how: 'definition', source: '', date: '' } },
    };
    assert.deepEqual(compareNational([{ ...one, closed: true }, ours], []).changes, []);
  });
});

describe('a list that was read', async () => {
  const stage = await aStage(live);
  const { approver, drafter, machine, db } = stage;
  const old = [changed, gone, kept].map((national) => ({ national }));
  await db.worker.transact(systemScope, (t) => loadProcedures(t, stage.clock.now(), old));
  const newer = [later(liveRecord), later(changed), kept, fresh];
  let list = '';
  const itemOf = async (code: string) =>
    (await nationalItems(approver, list, { open: false, skip: 0, size: 50 })).find(
      (each) => each.code === code,
    );
  const rowsOf = (code: string) =>
    db.sql<{ version: number; name: string; live: boolean; own: boolean }>(
      'select version, name, live, definition is not null as own from catalogue.procedure where code = $1 order by version',
      [code],
    );

  it('is kept with its differences, live procedures first, for those who publish', async () => {
    const found = await compareNationalList(machine, newer);
    list = await keepNationalList(
      machine,
      { name: 'danh-muc.csv', procedures: newer, report: '# đã đọc' },
      found,
      new Set(),
    );
    const head = await nationalList(approver, list);
    assert.deepEqual([head?.new, head?.changed, head?.gone, head?.same, head?.undecided], [1, 2, 1, 1, 4]);
    const items = await nationalItems(approver, list, { open: true, skip: 0, size: 50 });
    assert.deepEqual([items[0]?.code, items[0]?.live], [live, true]);
    assert.ok(
      items.find(({ code }) => code === changed.code)?.differences.some(({ part }) => part === 'name'),
    );
    assert.equal(await nationalList(drafter, list), undefined);
    assert.equal(codeOf(await decideNationalItem(drafter, list, changed.code, 'taken')), 'not-yours');
  });

  it('takes what is new, changed and gone, each in its own way', async () => {
    assert.deepEqual(
      value(await decideNationalItem(approver, list, fresh.code, 'taken')).outcome,
      'published',
    );
    assert.deepEqual(
      value(await decideNationalItem(approver, list, changed.code, 'taken')).outcome,
      'published',
    );
    assert.deepEqual(value(await decideNationalItem(approver, list, gone.code, 'taken')).outcome, 'closed');
    assert.equal(codeOf(await decideNationalItem(approver, list, gone.code, 'kept')), 'national-decided');
    assert.deepEqual(
      (await rowsOf(fresh.code)).map(({ version, live: own }) => [version, own]),
      [[1, false]],
    );
    assert.deepEqual(
      (await rowsOf(changed.code)).map(({ name }) => name),
      [changed.name, later(changed).name],
    );
    assert.equal((await db.sql('select 1 from catalogue.closing where code = $1', [gone.code])).length, 1);
    const again = await compareNationalList(machine, newer);
    assert.deepEqual(
      again.changes.map(({ code }) => code),
      [live],
    );
  });

  it('never overwrites a live procedure: a draft is begun, and its next version carries the record', async () => {
    const taken = value(await decideNationalItem(approver, list, live, 'taken'));
    assert.equal(taken.outcome, 'draft');
    assert.deepEqual(
      (await rowsOf(live)).map(({ version, own }) => [version, own]),
      [[1, true]],
    );
    // Known from now on, though the form is still to be changed.
    assert.deepEqual((await compareNationalList(machine, newer)).changes, []);
    const draft = await procedureDraft(drafter, taken.draft ?? '');
    assert.equal(draft?.code, live);
    assert.equal((await itemOf(live))?.draft_id, taken.draft);
    value(await sendForApproval(drafter, taken.draft ?? ''));
    const second = {
      ...approver,
      actor: { ...approver.actor, officer: '018f0000-0000-7000-8000-000000000199' },
    } as typeof approver;
    value(await approveDraft(second, services, taken.draft ?? '', { effectiveFrom: '2026-11-25' }));
    const [row] = await db.sql<{ name: string }>(
      "select national ->> 'name' as name from catalogue.procedure where code = $1 and version = 2",
      [live],
    );
    assert.equal(row?.name, later(liveRecord).name);
  });

  it('keeps or takes the rest at once, a second draft is never begun, and a live one that is gone is left to a person', async () => {
    const next = [later(later(liveRecord))];
    const found = await compareNationalList(machine, next);
    list = await keepNationalList(machine, { name: '2', procedures: next, report: '' }, found, new Set());
    assert.equal(codeOf(await decideNationalItems(drafter, list, 'gone', 'kept')), 'not-yours');
    assert.equal(value(await decideNationalItems(approver, list, 'gone', 'kept')), 3);
    assert.equal(codeOf(await decideNationalItems(approver, list, 'gone', 'kept')), 'national-nothing-open');
    const first = value(await decideNationalItem(approver, list, live, 'taken'));
    assert.equal(first.outcome, 'draft');
    const third = await compareNationalList(machine, []);
    list = await keepNationalList(machine, { name: '3', procedures: [], report: '' }, third, new Set());
    assert.equal(value(await decideNationalItem(approver, list, live, 'taken')).outcome, 'to-do');
    assert.equal((await rowsOf(live)).length, 2);
    value(await abandonDraft(approver, first.draft ?? ''));
    const told = await db.sql(
      "select 1 from audit.entry where action in ('catalogue.take-national', 'catalogue.keep-own')",
    );
    assert.equal(told.length, 9);
  });
});
