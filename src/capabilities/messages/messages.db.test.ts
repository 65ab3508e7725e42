import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type CitizenActor, publicActor, systemActor } from '#kernel/actor';
import { type PersonId, uuidv7 } from '#kernel/ids';
import { done, refused } from '#kernel/outcome';
import { systemScope } from '#platform/db';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { type NoticeToSend, sendNotice } from './commands/send-notice.ts';
import { countUnread, listNotices, listUnsentMail, markRead } from './inbox.ts';
import { sendMailJob } from './jobs/send-mail.ts';
import type { Mail, MailPort } from './ports.ts';
import { loadMessageTemplates } from './templates.ts';

const shelf = loadMessageTemplates(path.resolve(import.meta.dirname, '../../../samples/messages'));
// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
const other = await aDatabase();

const aPerson = (): CitizenActor => ({
  kind: 'citizen',
  person: uuidv7(aWorkingMorning) as PersonId,
  name: 'Nguyễn Thị An',
  guest: false,
});
const dossier = { homeUnit: uuidv7(1), id: uuidv7(2), code: 'H01.105-261125-0042' };
const aNotice = (change: Partial<NoticeToSend<'declined'>> = {}): NoticeToSend<'declined'> => ({
  moment: 'declined',
  source: uuidv7(aWorkingMorning),
  at: aWorkingMorning,
  to: { person: null },
  dossier,
  words: {
    code: dossier.code,
    procedure: 'Đăng ký khai sinh',
    unit: 'UBND xã An Phú',
    link: 'https://x.vn/tra-cuu',
    reason: 'Thiếu giấy chứng sinh',
  },
  ...change,
});
const send = (on: typeof db, notice: NoticeToSend<'declined'>) =>
  on.worker.transact(systemScope, (transactor) => sendNotice(transactor, shelf, notice));

/** A way out that answers as told and remembers what it was given. */
function aMailPort(answer: (mail: Mail) => 'sent' | 'address-refused' | 'unreachable' = () => 'sent') {
  const given: Mail[] = [];
  const port: MailPort = {
    async send(mail) {
      given.push(mail);
      const said = answer(mail);
      return said === 'sent' ? done({ receipt: mail.key }) : refused({ code: said });
    },
  };
  return { port, given };
}

describe('the inbox', () => {
  it('holds a fact once, however often it is told, for the person alone', async () => {
    const [an, binh] = [aPerson(), aPerson()];
    const notice = aNotice({ to: { person: an.person } });
    await Promise.all([send(db, notice), send(db, notice), send(db, notice)]);
    await send(db, notice);
    const ctx = aCtx(db.web, an);
    const [only, ...more] = await listNotices(ctx);
    assert.equal(more.length, 0);
    assert.equal(only?.title.vi, 'Hồ sơ H01.105-261125-0042 chưa được tiếp nhận');
    assert.match(only.body.vi, /Thiếu giấy chứng sinh/);
    assert.equal(only.paper, '03');
    assert.deepEqual(await listNotices(aCtx(db.web, binh)), []);
    assert.deepEqual(await listNotices(aCtx(db.web, publicActor)), []);
  });

  it('counts what is unread and marks what was read', async () => {
    const an = aPerson();
    for (let n = 0; n < 3; n++)
      await send(db, aNotice({ to: { person: an.person }, at: aWorkingMorning + n }));
    const ctx = aCtx(db.web, an);
    const [newest] = await listNotices(ctx, { size: 1, from: 0 });
    assert.equal(newest?.at, aWorkingMorning + 2);
    assert.equal(await countUnread(ctx), 3);
    assert.equal(await markRead(aCtx(db.web, aPerson()), [newest.id]), 0);
    assert.equal(await markRead(ctx, [newest.id]), 1);
    assert.equal(await countUnread(ctx), 2);
    assert.equal(await markRead(ctx), 2);
    assert.equal(await markRead(ctx), 0);
    assert.equal(await countUnread(ctx), 0);
  });

  it('stands or falls with the transaction of the fact', async () => {
    const an = aPerson();
    const failing = db.worker.transact(systemScope, async (transactor) => {
      await sendNotice(transactor, shelf, aNotice({ to: { person: an.person, email: 'an@example.vn' } }));
      throw new Error('later');
    });
    await assert.rejects(failing, /later/);
    assert.deepEqual(await listNotices(aCtx(db.web, an)), []);
    assert.deepEqual(await db.sql('select 1 from messages.delivery'), []);
  });
});

describe('e-mail', () => {
  const ctx = aCtx(other.worker, systemActor('test'));
  const states = () =>
    other.sql<{ state: string; tries: number }>(
      'select state, tries from messages.delivery order by created_at',
    );
  const fresh = () => other.sql('delete from messages.delivery');

  it('goes out once per fact and address, to an address only', async () => {
    await fresh();
    const notice = aNotice({ to: { person: null, email: 'an@example.vn' } });
    await send(other, notice);
    await send(other, notice);
    await send(other, aNotice({ to: { person: null, email: 'an@example.vn\r\nBcc: b@example.vn' } }));
    const { port, given } = aMailPort();
    assert.equal(await sendMailJob(port).run(ctx), 1);
    assert.equal(await sendMailJob(port).run(ctx), 0);
    assert.deepEqual(
      given.map(({ to, subject }) => [to, subject]),
      [['an@example.vn', 'Hồ sơ H01.105-261125-0042 chưa được tiếp nhận']],
    );
  });

  it('is shared, not doubled, by two workers', async () => {
    await fresh();
    for (let n = 0; n < 12; n++) await send(other, aNotice({ to: { person: null, email: 'an@example.vn' } }));
    const { port, given } = aMailPort();
    await Promise.all([1, 2, 3].map(() => sendMailJob(port).run(ctx)));
    assert.equal(given.length, 12);
    assert.equal(new Set(given.map(({ key }) => key)).size, 12);
  });

  it('is taken up again with the same key after the worker died while sending', async () => {
    await fresh();
    await send(other, aNotice({ to: { person: null, email: 'an@example.vn' } }));
    const killed = Promise.withResolvers<Mail>();
    const dying: MailPort = {
      send(mail) {
        killed.resolve(mail);
        return new Promise(() => {});
      },
    };
    void sendMailJob(dying).run(ctx);
    const first = await killed.promise;
    const after = aMailPort();
    assert.equal(await sendMailJob(after.port).run(ctx), 0, 'the lease still holds');
    await other.sql(`update messages.delivery set leased_until = leased_until - interval '8 seconds'`);
    assert.equal(await sendMailJob(after.port).run(ctx), 1);
    assert.equal(after.given[0]?.key, first.key);
  });

  it('waits longer after each failure, and is left to a human in the end', async () => {
    await fresh();
    ctx.clock.set(aWorkingMorning);
    await send(other, aNotice({ to: { person: null, email: 'an@example.vn' } }));
    const { port, given } = aMailPort(() => 'unreachable');
    const job = sendMailJob(port);
    const pauses: number[] = [];
    let last = aWorkingMorning;
    for (let second = 0; second < 6000 && given.length < 8; second++) {
      ctx.clock.set(aWorkingMorning + second * 1000);
      const before = given.length;
      // Between two pauses nothing is due: only the turning points are asked.
      if (![0, 2, 8, 26, 80, 242, 728, 2186, 3986].includes(second)) continue;
      await job.run(ctx);
      if (given.length > before) pauses.push((ctx.clock.now() - last) / 1000);
      last = ctx.clock.now();
    }
    assert.deepEqual(pauses, [0, 2, 6, 18, 54, 162, 486, 1458]);
    assert.deepEqual(await states(), [{ state: 'failed', tries: 8 }]);
    const [left] = await listUnsentMail(ctx);
    assert.equal(left?.dossier_code, dossier.code);
    assert.ok(!JSON.stringify(left).includes('an@example.vn'), 'the list names no address');
    assert.deepEqual(await listUnsentMail(aCtx(other.web, aPerson())), []);
  });

  it('by a broken way counts as a failure and does not hold up the rest', async () => {
    await fresh();
    for (let n = 0; n < 2; n++) await send(other, aNotice({ to: { person: null, email: 'an@example.vn' } }));
    let calls = 0;
    const broken: MailPort = {
      async send() {
        if (calls++ === 0) throw new Error('a bug');
        return done({ receipt: '' });
      },
    };
    await sendMailJob(broken).run(ctx);
    assert.deepEqual((await states()).map(({ state }) => state).toSorted(), ['sent', 'waiting']);
  });

  it('to an address that is refused is not tried again', async () => {
    await fresh();
    await send(other, aNotice({ to: { person: null, email: 'an@example.vn' } }));
    const { port, given } = aMailPort(() => 'address-refused');
    await sendMailJob(port).run(ctx);
    await sendMailJob(port).run(ctx);
    assert.equal(given.length, 1);
    assert.deepEqual(await states(), [{ state: 'failed', tries: 1 }]);
  });

  it('is nothing that the web role may read', async () => {
    await assert.rejects(
      other.web.read({ kind: 'public' }, (reader) =>
        reader.rows(
          { name: 'test.peek', text: 'select 1 from messages.delivery', order: [], row: {} as never },
          {},
        ),
      ),
      /permission denied/,
    );
  });
});
