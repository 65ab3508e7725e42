import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDraft } from '#capabilities/dossiers';
import { placeOnShelf } from '#capabilities/results';
import { systemActor } from '#kernel/actor';
import { asPlainDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx } from '#test/database';
import { aHouse, citizensOfHouse } from '#test/pages';
import { aRegistered, end, groundOfTest, type Registered } from '#test/registered';
import { portalRoutes } from '../index.ts';

const me = citizensOfHouse.citizen1.id;
const id = (n: number): string => `018f0000-0000-7000-b000-${String(n).padStart(12, '0')}`;

test('my side of the portal', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const filed = await house.aDossier();
  const get = (path: string, as: 'citizen1' | 'citizen2' | 'guest' = 'citizen1') =>
    house.visit('GET', path, { as });

  await t.test('a draft can be gone on with, and it is said how long it is kept', async () => {
    const started = await startDraft(await house.ctx('citizen1'), {
      code: '1.004873',
      version: 1,
      facts: {},
      answers: {},
    });
    assert.ok(started.ok);
    const page = await get('/cua-toi');
    assert.match(page.text, new RegExp(`href="/nop-ho-so/${started.value}"`));
    assert.match(page.text, /giữ đến 23\/02\/2027/);
    assert.doesNotMatch((await get('/cua-toi', 'citizen2')).text, new RegExp(started.value));
  });

  await t.test(
    'the inbox: looking marks nothing, the button marks what was shown, and only mine',
    async () => {
      const notice = (n: number, person: string) =>
        house.db.sql(
          `insert into messages.notice (person_id, id, at, kind, title, body, home_unit, dossier_id, dossier_code, paper, source)
         values ($1, $2, now(), 'supplement-asked', $3, $4, $5, $6, $7, '02', $8)`,
          [
            person,
            id(n),
            { vi: 'Cần bổ sung <b>', en: 'More papers' },
            { vi: 'Dòng một\nDòng hai' },
            filed.homeUnit,
            filed.id,
            filed.code,
            id(n + 50),
          ],
        );
      await notice(1, me);
      await notice(2, citizensOfHouse.citizen2.id);
      assert.match((await get('/cua-toi')).text, /Hộp thư: 1 tin mới/);
      for (let look = 0; look < 2; look++) {
        const page = await get('/cua-toi/hop-thu');
        assert.match(page.text, /Cần bổ sung &lt;b&gt;/);
        assert.match(page.text, /Đánh dấu đã đọc/);
        assert.match(page.text, new RegExp(`/cua-toi/ho-so/${filed.code}/giay/phieu-bo-sung`));
      }
      const mark = (as: 'citizen1' | 'citizen2', n: number) =>
        house.visit('POST', '/cua-toi/hop-thu', { as, form: { tin: id(n) } });
      assert.equal((await mark('citizen2', 1)).location, '/cua-toi/hop-thu');
      assert.match(
        (await get('/cua-toi')).text,
        /Hộp thư: 1 tin mới/,
        'another person marks nothing of mine',
      );
      await mark('citizen1', 1);
      assert.doesNotMatch((await get('/cua-toi')).text, /tin mới/);
    },
  );

  await t.test('my papers stand on my shelf only', async () => {
    await house.db.sql(
      `insert into results.shelf (person_id, id, kind, title, number, issuer_name, issued_at, home_unit, dossier_id, dossier_code, placed_at)
       values ($1, $2, 'KQ.G15.000031', 'Giấy khai sinh', '218/TLKS', 'UBND xã An Phú', '2026-11-20T02:00:00Z', $3, $4, $5, now())`,
      [me, id(9), filed.homeUnit, filed.id, filed.code],
    );
    const page = await get('/cua-toi/giay-to');
    assert.match(page.text, /218\/TLKS/);
    assert.match(page.text, /20\/11\/2026/);
    assert.match(page.text, /còn giá trị/);
    assert.doesNotMatch((await get('/cua-toi/giay-to', 'citizen2')).text, /218\/TLKS/);
  });

  await t.test('a paper that was replaced or revoked says so on my shelf, in both languages', async () => {
    const shelves = async (one: Registered) => {
      const ctx = aCtx(house.db.worker, systemActor('test'), house.clock);
      const placing = { person: me, dossier: one.dossier };
      await ctx.db.transact(scopeOf(ctx.actor), (transactor) => placeOnShelf(transactor, ctx, placing));
    };
    const file = (n: number): Buffer => Buffer.from(`%PDF-1.7 shelf ${n}\n%%EOF\n`);
    const [old, newer, late] = [
      await aRegistered(house, file(1)),
      await aRegistered(house, file(2)),
      await aRegistered(house, file(3), { validUntil: asPlainDate('2026-11-24') }),
    ];
    for (const one of [old, newer, late]) await shelves(one);
    const cards = async (headers = {}) => {
      const { text } = await house.visit('GET', '/cua-toi/giay-to', { as: 'citizen1', headers });
      const found = text.split('<section').slice(1);
      return ({ number }: Registered) => found.find((each) => each.includes(number)) ?? '';
    };
    const before = await cards();
    assert.match(before(old), /còn giá trị/);
    assert.ok(before(old).includes(`href="/kiem-tra/${old.token}"`));
    assert.match(before(late), /hết hạn/);
    assert.match(before(late), /24\/11\/2026/);
    await end(house, old, newer.number);
    const replaced = await cards();
    assert.match(replaced(old), /Giấy này đã có bản khác thay/);
    assert.ok(replaced(old).includes(groundOfTest));
    assert.match(replaced(newer), /còn giá trị/);
    assert.ok(!replaced(newer).includes(groundOfTest));
    await end(house, newer);
    const revoked = (await cards())(newer);
    assert.match(revoked, /Giấy này đã thu hồi, đừng dùng nữa/);
    assert.doesNotMatch(revoked, /đưa cho người cần xem/);
    const english = await cards({ cookie: `__Host-mc=${await house.cookieOf('citizen1')}; mc-lang=en` });
    assert.match(english(newer), /This paper was revoked; do not use it/);
    assert.match(english(old), /Another paper stands in its place/);
  });

  await t.test('my data say where they come from, and lead to who looked', async () => {
    const page = await get('/cua-toi/du-lieu');
    assert.match(page.text, /Lấy từ VNeID/);
    assert.match(page.text, /14\/03\/1996/);
    assert.match(page.text, new RegExp(`/cua-toi/ho-so/${filed.code}/ai-da-xem`));
  });

  await t.test('a guest may use it, and is told to confirm the identity', async () => {
    assert.match((await get('/cua-toi', 'guest')).text, /Danh tính của bạn chưa được xác minh/);
    assert.equal((await get('/cua-toi/du-lieu', 'guest')).status, 200);
  });
});
