import assert from 'node:assert/strict';
import test from 'node:test';
import { uuidv7 } from '#kernel/ids';
import { aHouse, unitsOfHouse } from '#test/pages';
import { administrationRoutes } from '../index.ts';

const house = await aHouse({
  routes: (doors, people) =>
    administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
});
const technical = 'officer:system-administrator@province';
const page = '/quan-tri/can-xu-ly';
const now = house.clock.now();
const event = uuidv7(now);
const mail = uuidv7(now);
const secretText = 'Cháu Nguyễn Văn Bí Mật';

await house.db.sql(
  `insert into outbox.event (home_unit, id, at, topic, subject, payload, tries, failure, attention_at)
   values ($1, $2, $3, 'dossier.issued', 'x', $4, 8, 'keep-the-shelf · Error · 089190000001 is taken', $3)`,
  [unitsOfHouse.centreA, event, new Date(now), { note: secretText }],
);
await house.db.sql(
  `insert into messages.delivery (id, channel, address, subject, body, kind, dossier_code, state, tries, created_at, failure, source)
   values ($1, 'email', 'dao@example.vn', 'Hồ sơ', $2, 'accepted', 'H01.1-261125-0001', 'failed', 8, $3, 'address-refused: <dao@example.vn>', $4)`,
  [mail, secretText, new Date(now), uuidv7(now)],
);

test('what is stuck is shown by kind and reason, without a word of what is inside', async () => {
  const { text, status } = await house.visit('GET', page, { as: technical });
  assert.equal(status, 200);
  const home = await house.visit('GET', '/quan-tri', { as: technical });
  assert.match(home.text, /Việc bị kẹt[\s\S]*?>2</);
  assert.match(text, /dossier\.issued/);
  assert.match(text, /keep-the-shelf · Error · … is taken/);
  assert.match(text, /Tiếp nhận, hẹn trả/);
  assert.match(text, /address-refused: &lt;…&gt;/);
  for (const hidden of [secretText, 'dao@example.vn', '089190000001'])
    assert.ok(!text.includes(hidden), hidden);
});

test('a retry is the technical administrator’s alone, is recorded, and done once', async () => {
  const tries = [
    [`${page}/viec`, { 'don-vi': unitsOfHouse.centreA, ma: event }, 'outbox.retry'],
    [`${page}/thu`, { ma: mail }, 'mail.send-again'],
  ] as const;
  for (const [path, form, action] of tries) {
    for (const as of [
      'officer:unit-administrator@committeeA',
      'officer:specialist@committeeA',
      'citizen1',
    ] as const)
      assert.equal((await house.visit('POST', path, { as, form })).status, 403, `${path} as ${as}`);
    const done = await house.visit('POST', path, { as: technical, form });
    assert.equal(done.location, `${page}?xong=1`);
    const again = await house.visit('POST', path, { as: technical, form });
    assert.equal(again.status, 422);
    assert.match(again.text, /không còn bị kẹt/);
    const entries = await house.db.sql<{ actor_kind: string }>(
      'select actor_kind from audit.entry where action = $1',
      [action],
    );
    assert.deepEqual(entries, [{ actor_kind: 'officer' }]);
  }
  const states = await house.db.sql(
    `select (select state from messages.delivery where id = $1) as mail,
       (select attention_at is null and tries = 0 from outbox.event where id = $2) as event`,
    [mail, event],
  );
  assert.deepEqual(states, [{ mail: 'waiting', event: true }]);
  assert.match((await house.visit('GET', page, { as: technical })).text, /Không có việc nào bị kẹt/);
  const journal = await house.visit('GET', '/quan-tri/nhat-ky', { as: technical });
  assert.match(journal.text, /Cho thử lại việc bị kẹt/);
  assert.match(journal.text, /Cho gửi lại thư/);
});

test('a row that does not agree with the public log, and a monitor that stands still, stand on top', async () => {
  const look = async () => (await house.visit('GET', page, { as: technical })).text;
  assert.doesNotMatch(await look(), /nhật ký công khai|đối chiếu dữ liệu/);
  await house.db.sql('update public_log.watch set looked_at = $1', [new Date(now - 6 * 60_000)]);
  assert.match(await look(), /Không ai đối chiếu dữ liệu với nhật ký/);
  await house.db.sql(
    `insert into public_log.finding (id, kind, source, row_key, index, found_at, seen_at) values ($1, 'edited', 'act', 'x', 1, $2, $2)`,
    [uuidv7(now), new Date(now)],
  );
  assert.match(await look(), /1 dòng bị sửa, xóa hoặc thêm không qua hệ thống/);
});
