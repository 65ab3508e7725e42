import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at } from '#builders/dossiers';
import { withSmallProvince } from '#builders/organisations';
import { searchDossiers } from '#capabilities/dossiers';
import { countUnread, listNotices } from '#capabilities/messages';
import { changeResult, resultsOf, shelfOf } from '#capabilities/results';
import { asDong, formatDong } from '#kernel/money';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);

const kindsOf = async (ctx: Parameters<typeof listNotices>[0]) =>
  (await listNotices(ctx)).map((notice) => notice.kind).toSorted();

describe('what follows an act', () => {
  it('an electronic result goes its way by itself, and every message is told once', async () => {
    office.clock.set(at(8));
    const { ctx, ref, code } = await office.files(1, 'electronic', 'dao@example.vn');
    await office.reacts();
    assert.deepEqual(await kindsOf(ctx), ['submitted']);
    await office.drafts(ref);
    await office.pays(ref);
    await office.reacts();
    assert.deepEqual(await kindsOf(ctx), ['accepted', 'draft-to-confirm', 'submitted']);
    const accepted = (await listNotices(ctx)).find((notice) => notice.kind === 'accepted');
    assert.equal(accepted?.paper, '01');
    assert.match(accepted.body.vi, new RegExp(`tra-cuu\\?ma=${code}`));
    await office.does(ctx.actor, ref, 'confirm-draft');
    await office.issues(ref);
    await office.reacts();

    assert.equal(await office.stageOf(ref), 'returned');
    const [returned] = await db.sql(
      `select actor_kind, payload from dossiers.act where dossier_id = $1 and kind = 'returned'`,
      [ref.id],
    );
    assert.deepEqual(returned, {
      actor_kind: 'system',
      payload: { way: 'electronic', to: 'Nguyễn Thị Đào' },
    });
    const [hop] = await db.sql<{ taken: string | null }>(
      `select state #>> '{custody,-1,takenAt}' as taken from dossiers.dossier where id = $1`,
      [ref.id],
    );
    assert.ok(hop?.taken, 'the receiver took it over before it was returned');
    const [paper, ...more] = await shelfOf(ctx);
    assert.equal(more.length, 0);
    assert.equal(paper?.number, '12/GXN-UBND');
    const told = ['accepted', 'draft-to-confirm', 'result-electronic', 'submitted'];
    assert.deepEqual(await kindsOf(ctx), told);

    // Everything is delivered once more, as after a restore of the database.
    const mails = await db.sql('select 1 from messages.delivery');
    assert.equal(mails.length, told.length);
    await db.sql('update outbox.event set done_at = null');
    assert.ok((await office.reacts()) > 5);
    assert.deepEqual(await kindsOf(ctx), told);
    assert.equal((await db.sql('select 1 from messages.delivery')).length, mails.length);
    assert.equal((await shelfOf(ctx)).length, 1);
    assert.equal(await countUnread(ctx), told.length);
    assert.deepEqual(await office.stuck(), []);
  });

  it('whose result is replaced or revoked is told once, with the ground and what counts now', async () => {
    office.clock.set(at(8));
    const [old, newer] = [await office.files(21), await office.files(22)];
    for (const { ctx, ref } of [old, newer]) {
      await office.drafts(ref);
      await office.does(ctx.actor, ref, 'confirm-draft');
      await office.issues(ref, ref === old.ref ? '21/GXN-UBND' : '22/GXN-UBND');
    }
    const leader = office.ctx(office.leader);
    const ground = 'Quyết định 15/QĐ-UBND: sai ngày sinh';
    const [[before], [after]] = [await resultsOf(leader, old.ref), await resultsOf(leader, newer.ref)];
    assert.ok(before && after);
    const ends = (number: string) =>
      changeResult(leader, old.ref, { result: before.id, ground, newer: number });
    assert.ok((await ends(after.number)).ok);
    await office.reacts();
    assert.ok((await ends('')).ok);
    await office.reacts();
    await db.sql(`update outbox.event set done_at = null where topic like 'result.%'`);
    await office.reacts();
    const told = (await listNotices(old.ctx)).filter(({ kind }) => kind.startsWith('result-re'));
    assert.deepEqual(told.map(({ kind }) => kind).toSorted(), ['result-replaced', 'result-revoked']);
    const [replaced, revoked] = told.toSorted((one, other) => one.kind.localeCompare(other.kind));
    for (const words of ['21/GXN-UBND', '22/GXN-UBND', ground, `/kiem-tra/${after.token}`])
      assert.ok(replaced?.body.vi.includes(words), words);
    for (const words of ['21/GXN-UBND', ground, `/kiem-tra/${before.token}`])
      assert.ok(revoked?.body.vi.includes(words), words);
    assert.match(revoked?.body.en ?? '', /Do not use the paper any more/);
    assert.ok(!(await kindsOf(newer.ctx)).some((kind) => kind.startsWith('result-re')));
    assert.deepEqual(await office.stuck(), []);
  });

  it('a procedure speaks in its own words where it has them, and in the common ones else', async () => {
    office.clock.set(at(8));
    office.templates = {
      'message-accepted': {
        moment: 'accepted',
        version: 1,
        title: { vi: 'Mời bạn đón đọc {code}', en: 'Please read {code}' },
        body: { vi: 'Thủ tục {procedure}: hẹn {due}.', en: '{procedure}: {due}.' },
      },
    };
    const { ctx, ref, code } = await office.files(11);
    await office.does(office.counter, ref, 'accept');
    await office.reacts();
    const told = new Map((await listNotices(ctx)).map((notice) => [notice.kind, notice]));
    assert.equal(told.get('accepted')?.title.vi, `Mời bạn đón đọc ${code}`);
    assert.equal(told.get('accepted')?.paper, '01');
    assert.match(told.get('submitted')?.title.vi ?? '', /Đã nhận hồ sơ trực tuyến/);
    office.templates = {};
  });

  it('an acceptance taken back is told, a move inside the office is not', async () => {
    office.clock.set(at(8));
    const { ctx, ref } = await office.files(9);
    const { before, after } = await office.does(office.counter, ref, 'accept');
    const input = { reason: 'Bấm nhầm', since: before.seq, upTo: after.seq };
    await office.does(office.counter, ref, 'undo', input);
    await office.reacts();
    assert.deepEqual(await kindsOf(ctx), ['acceptance-undone', 'accepted', 'submitted']);
    const told = (await listNotices(ctx)).find((notice) => notice.kind === 'acceptance-undone');
    assert.match(told?.body.vi ?? '', /Lý do thu lại: Bấm nhầm/);
    assert.equal(await office.stageOf(ref), 'submitted');
    await office.does(office.counter, ref, 'accept');
    const { officer, name } = office.specialist;
    const given = await office.does(office.specialist, ref, 'assign', { officer, name });
    const back = { reason: 'Nhầm', since: given.before.seq, upTo: given.after.seq };
    await office.does(office.specialist, ref, 'undo', back);
    await office.reacts();
    assert.equal((await kindsOf(ctx)).filter((kind) => kind === 'acceptance-undone').length, 1);
    assert.deepEqual(await office.stuck(), []);
  });

  it('an electronic result waits for what is owed, and the person is told so', async () => {
    office.clock.set(at(8));
    const { ctx, ref } = await office.files(2, 'electronic');
    await office.drafts(ref);
    await office.does(ctx.actor, ref, 'confirm-draft');
    await office.issues(ref);
    await office.reacts();
    const owed = await db.sql<{ money: string }>('select money from dossiers.dossier where id = $1', [
      ref.id,
    ]);
    assert.equal(owed[0]?.money, 'owed', 'this procedure has a fee, or the test says nothing');
    assert.equal(await office.stageOf(ref), 'finished');
    assert.deepEqual(await shelfOf(ctx), []);
    assert.ok((await kindsOf(ctx)).includes('fee-asked'));
    await office.pays(ref);
    await office.reacts();
    assert.equal(await office.stageOf(ref), 'returned');
    assert.equal((await shelfOf(ctx)).length, 1);
  });

  it('what is owed is named with the page to pay on, wherever the person is written to, and no line is there else', async () => {
    office.clock.set(at(8));
    const bodies = async (who: { ctx: Parameters<typeof listNotices>[0] }, kind: string) => {
      const { vi = '', en = '' } =
        (await listNotices(who.ctx)).find((each) => each.kind === kind)?.body ?? {};
      return { vi, en };
    };
    const owing = await office.files(12);
    await office.reacts();
    const charges = await db.sql<{ bill: string; amount: string }>(
      'select bill, amount::text from payments.charge where dossier_id = $1',
      [owing.ref.id],
    );
    const [charge] = charges;
    assert.ok(charge, 'this procedure has a fee, or the test says nothing');
    const sum = formatDong(asDong(charges.reduce((all, { amount }) => all + Number(amount), 0)));
    const page = `https://mot-cua.example/thanh-toan/${charge.bill}`;
    const submitted = await bodies(owing, 'submitted');
    assert.ok(submitted.vi.includes(`Cần nộp ${sum}; trả bây giờ hoặc để sau đều được, tại: ${page}\n`));
    assert.ok(submitted.en.includes(`${sum.replace('đồng', 'VND')} to pay, now or later, at: ${page}\n`));

    await office.does(office.counter, owing.ref, 'ask-supplement', {
      papers: [{ demand: 'x', title: 'Giấy chứng sinh', reason: 'mờ' }],
      reason: 'Ảnh chụp mờ',
      days: 3,
    });
    await office.reacts();
    assert.ok(
      (await bodies(owing, 'supplement-asked')).vi.includes(`còn ${sum} cần nộp, trả tại: ${page}\n`),
    );

    const owingAtReturn = await office.files(13);
    await office.drafts(owingAtReturn.ref);
    await office.does(owingAtReturn.ctx.actor, owingAtReturn.ref, 'confirm-draft');
    await office.issues(owingAtReturn.ref);
    await office.reacts();
    assert.match(
      (await bodies(owingAtReturn, 'ready-to-collect')).vi,
      new RegExp(
        `Còn ${sum} cần nộp trước khi nhận; trả trước tại: https://mot-cua\\.example/thanh-toan/\\w{12}\n`,
      ),
    );

    // Exempt before the worker came to write: nothing is owed any more, by the books.
    const free = await office.files(14);
    const { after } = await office.does(office.counter, free.ref, 'accept');
    await office.does(office.counter, free.ref, 'exempt-fee', {
      fees: after.fees.map(({ id }) => id),
      ground: 'Hộ nghèo',
      shown: 'Giấy chứng nhận hộ nghèo số 15',
    });
    await office.reacts();
    const quiet = await bodies(free, 'submitted');
    assert.match(quiet.vi, /Theo dõi hồ sơ tại/);
    for (const body of [quiet.vi, quiet.en]) assert.doesNotMatch(body, /thanh-toan|nộp 0|đồng|VND/);
    assert.deepEqual(await office.stuck(), []);
  });

  it('a result for the counter is called out, returned by hand, and asked about', async () => {
    office.clock.set(at(8));
    const { ctx, ref } = await office.files(3);
    await office.drafts(ref);
    await office.does(ctx.actor, ref, 'confirm-draft');
    await office.issues(ref);
    await office.reacts();
    assert.equal(await office.stageOf(ref), 'finished');
    await office.pays(ref);
    await office.does(office.counter, ref, 'take-over');
    await office.does(office.counter, ref, 'return-result', { way: 'counter', to: 'Nguyễn Thị Đào' });
    await office.reacts();
    assert.deepEqual(await kindsOf(ctx), [
      'accepted',
      'draft-to-confirm',
      'ready-to-collect',
      'returned',
      'submitted',
    ]);
    assert.equal((await shelfOf(ctx)).length, 1);
  });

  it('papers, fees, apologies, refusals and withdrawals each have their words', async () => {
    office.clock.set(at(8));
    const asked = await office.files(4);
    await office.does(office.counter, asked.ref, 'ask-supplement', {
      papers: [{ demand: 'x', title: 'Giấy chứng sinh', reason: 'mờ' }],
      reason: 'Ảnh chụp mờ',
      days: 3,
    });
    await office.does(asked.citizen, asked.ref, 'request-withdrawal', { reason: 'Đổi ý' });
    const declined = await office.files(5);
    await office.does(office.counter, declined.ref, 'decline', { reason: 'Không thuộc thẩm quyền' });
    const late = await office.files(6);
    await office.does(office.counter, late.ref, 'accept');
    await office.does(office.specialist, late.ref, 'take-over');
    const withdrawn = await office.files(8);
    await office.does(office.counter, withdrawn.ref, 'accept');
    await office.does(withdrawn.citizen, withdrawn.ref, 'request-withdrawal', { reason: 'Đổi ý' });
    await office.does(office.leader, withdrawn.ref, 'refuse-withdrawal', { reason: 'Đã trình ký' });
    await office.does(office.head, late.ref, 'apologise', { reason: 'Chờ xác minh', newDate: '2026-12-30' });
    await office.does(office.specialist, late.ref, 'ask-fee', {
      fees: [{ id: 'extra', kind: 'phi', name: 'Phí', amount: 20_000 }],
      reason: 'Thêm bản sao',
    });
    await office.reacts();
    assert.deepEqual(await kindsOf(asked.ctx), ['submitted', 'supplement-asked', 'withdrawal-decided']);
    const supplement = (await listNotices(asked.ctx)).find((notice) => notice.kind === 'supplement-asked');
    assert.match(
      supplement?.body.vi ?? '',
      /chậm nhất là thứ Hai 30\/11\/2026[\s\S]*Giấy chứng sinh[\s\S]*Ảnh chụp mờ/,
    );
    assert.deepEqual(await kindsOf(declined.ctx), ['declined', 'submitted']);
    assert.deepEqual(await kindsOf(late.ctx), ['accepted', 'apology', 'fee-asked', 'submitted']);
    const saying = async (who: typeof late, kind: string) =>
      (await listNotices(who.ctx)).find((notice) => notice.kind === kind)?.body.vi ?? '';
    assert.match(await saying(late, 'apology'), /Chờ xác minh[\s\S]*thứ Tư 30\/12\/2026/);
    assert.match(
      await saying(late, 'fee-asked'),
      /cần nộp 20\.000 đồng[\s\S]*https:\/\/mot-cua\.example\/thanh-toan\/\w{12}$/,
    );
    assert.match(await saying(withdrawn, 'withdrawal-decided'), /chưa thể đồng ý\. Lý do: Đã trình ký/);
    assert.deepEqual(await office.stuck(), []);
  });

  it('officers find a dossier by owner, code and procedure, and only those who may see it', async () => {
    office.clock.set(at(8));
    const { code } = await office.files(7);
    const counter = office.ctx(office.counter);
    assert.deepEqual(await searchDossiers(counter, code), []);
    await office.reacts();
    for (const typed of [code, code.toLowerCase(), 'thi dao', 'Đào Nguyễn', '089190000001'])
      assert.ok(
        (await searchDossiers(counter, typed)).some((row) => row.code === code),
        typed,
      );
    assert.deepEqual(await searchDossiers(counter, `${code} bui`), []);
  });
});
