import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at } from '#builders/dossiers';
import { withSmallProvince } from '#builders/organisations';
import { countOverdue, dossierJobs, startDraft } from '#capabilities/dossiers';
import { listNotices } from '#capabilities/messages';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);
const run = (name: string, when: number) => {
  office.clock.set(when);
  const job = dossierJobs(office.services).find((one) => one.name === `dossiers.${name}`);
  assert.ok(job, name);
  return job.run(office.system);
};
const aSupplement = { papers: [{ demand: 'x', title: 'Giấy', reason: 'mờ' }], reason: 'mờ', days: 3 };
const flagsOf = async (id: string) =>
  (await db.sql<{ flags: string[] }>('select flags from dossiers.work where dossier_id = $1', [id]))[0]
    ?.flags ?? [];

describe('what falls due', () => {
  it('a supplement not sent in time ends the dossier: 3 before acceptance, 8 after it, and says so once', async () => {
    office.clock.set(at(8));
    const early = await office.files(1);
    await office.does(office.counter, early.ref, 'ask-supplement', aSupplement);
    const later = await office.files(2);
    await office.does(office.counter, later.ref, 'accept');
    await office.does(office.specialist, later.ref, 'ask-supplement', aSupplement);
    const sent = await office.files(3);
    await office.does(office.counter, sent.ref, 'ask-supplement', aSupplement);
    await office.does(sent.citizen, sent.ref, 'send-supplement', { documents: [], note: 'đã gửi' });

    // Three working days after Wednesday 25 is Monday 30; the whole day still counts.
    assert.equal(await run('expire-supplements', at(23, 59, '2026-11-30')), 0);
    assert.equal(await run('expire-supplements', at(0, 1, '2026-12-01')), 2);
    assert.equal(await run('expire-supplements', at(0, 2, '2026-12-01')), 0);
    assert.equal(await office.stageOf(early.ref), 'declined');
    assert.equal(await office.stageOf(later.ref), 'stopped');
    assert.equal(await office.stageOf(sent.ref), 'supplement');
    await office.reacts();
    const papers = async (who: typeof early) =>
      (await listNotices(who.ctx))
        .filter((notice) => ['supplement-expired', 'declined', 'stopped'].includes(notice.kind))
        .map((notice) => [notice.kind, notice.paper]);
    assert.deepEqual(await papers(early), [['supplement-expired', '03']]);
    assert.deepEqual(await papers(later), [['supplement-expired', '05']]);
  });

  it('one working day of silence confirms a draft; a word against it does not', async () => {
    office.clock.set(at(9));
    const silent = await office.files(4);
    await office.drafts(silent.ref);
    const disputed = await office.files(5);
    await office.drafts(disputed.ref);
    await office.does(disputed.citizen, disputed.ref, 'dispute-draft', { text: 'Sai ngày sinh' });
    const confirmed = async (id: string) =>
      (
        await db.sql<{ by: string | null }>(
          `select state #>> '{result,confirmed}' as by from dossiers.dossier where id = $1`,
          [id],
        )
      )[0]?.by;
    assert.equal(await run('confirm-silent-drafts', at(9, 0, '2026-11-26')), 0);
    assert.equal(await run('confirm-silent-drafts', at(9, 1, '2026-11-26')), 1);
    assert.equal(await run('confirm-silent-drafts', at(9, 2, '2026-11-26')), 0);
    assert.equal(await confirmed(silent.ref.id), 'silence');
    assert.equal(await confirmed(disputed.ref.id), null);
  });

  it('work near its date is marked, the warning goes out once, and lateness without an apology is marked', async () => {
    office.clock.set(at(8));
    const { ref, code, ctx } = await office.files(6);
    await office.does(office.counter, ref, 'accept');
    const [row] = await db.sql<{ due_date: string }>('select due_date from dossiers.dossier where id = $1', [
      ref.id,
    ]);
    const due = row?.due_date ?? '';
    const warnings = () =>
      db.sql<{ topic: string }>(
        `select topic from outbox.event where subject = $1 and topic in ('dossier.near-due', 'dossier.overdue-unannounced') order by at`,
        [ref.id],
      );
    await run('watch-deadlines', at(8));
    assert.deepEqual(await flagsOf(ref.id).then((flags) => flags.includes('near-due')), due <= '2026-11-26');
    await run('watch-deadlines', at(8, 0, due));
    await run('watch-deadlines', at(9, 0, due));
    assert.ok((await flagsOf(ref.id)).includes('near-due'));
    assert.equal((await warnings()).length, 1);
    // An act draws the work rows anew; the mark comes back, the warning does not.
    await office.does(office.specialist, ref, 'take-over');
    assert.ok(!(await flagsOf(ref.id)).includes('near-due'));
    await run('watch-deadlines', at(10, 0, due));
    assert.ok((await flagsOf(ref.id)).includes('near-due'));
    assert.equal((await warnings()).length, 1);

    await run('watch-deadlines', at(23, 59, due));
    assert.ok(!(await flagsOf(ref.id)).includes('overdue-unannounced'), 'the promised day is not late yet');
    const next = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
    assert.equal(await countOverdue(office.system), 0);
    await run('watch-deadlines', at(0, 1, next));
    assert.ok((await countOverdue(office.system)) > 0, 'the promised day is over');
    const flags = await flagsOf(ref.id);
    assert.ok(flags.includes('overdue-unannounced') && !flags.includes('near-due'), flags.join());
    assert.deepEqual(
      (await warnings()).map((event) => event.topic),
      ['dossier.near-due', 'dossier.overdue-unannounced'],
    );
    await db.sql(
      `insert into identity.officer (id, name, name_folded, email, created_at) values ($1, 'Trần Văn Trưởng', 'tran van truong', 'truong@example.gov.vn', now())`,
      [office.head.officer],
    );
    await db.sql(
      `insert into identity.post (id, officer_id, unit_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'head-of-office', '2025-07-01')`,
      [office.head.officer, office.head.posts[0]?.unit],
    );
    await office.reacts();
    const mails = await db.sql(
      'select address, subject from messages.delivery where dossier_code = $1 and kind = $2',
      [code, 'near-due'],
    );
    assert.deepEqual(mails, [
      { address: 'truong@example.gov.vn', subject: `Hồ sơ ${code} sắp đến ngày hẹn trả` },
    ]);
    const told = (await listNotices(ctx)).map((notice) => notice.kind);
    assert.ok(!told.includes('near-due'), 'the citizen hears of lateness only with an apology');
    assert.deepEqual(await office.stuck(), []);
  });

  it('a stopped clock is not watched', async () => {
    office.clock.set(at(8));
    const { ref } = await office.files(7);
    await office.does(office.counter, ref, 'accept');
    await office.does(office.head, ref, 'pause', { reason: 'Chờ xác minh' });
    await run('watch-deadlines', at(8, 0, '2027-01-20'));
    assert.deepEqual(
      (await flagsOf(ref.id)).filter((flag) => /due/.test(flag)),
      [],
    );
  });

  it('drafts nobody touched for 90 days go, submitted ones stay', async () => {
    office.clock.set(at(8));
    const { ctx } = await office.files(8);
    assert.ok((await startDraft(ctx, { code: '1.004873', version: 1, facts: {}, answers: {} })).ok);
    const left = async () =>
      (
        await db.sql<{ done: boolean }>(
          'select dossier_id is not null as done from dossiers.draft where person_id = $1 order by 1',
          [ctx.actor.kind === 'citizen' ? ctx.actor.person : ''],
        )
      ).map((row) => row.done);
    await run('purge-old-drafts', at(8, 0, '2027-02-22'));
    assert.deepEqual(await left(), [false, true]);
    await run('purge-old-drafts', at(8, 0, '2027-02-24'));
    assert.deepEqual(await left(), [true]);
  });
});
