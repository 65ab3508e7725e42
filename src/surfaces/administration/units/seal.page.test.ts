import assert from 'node:assert/strict';
import test from 'node:test';
import { PNG } from 'pngjs';
import { unitsOfHouse, type Visitor } from '#test/pages';
import { aSigningHouse } from '#test/signing-house';
import { administrationRoutes } from '../index.ts';

const { house } = await aSigningHouse((doors, people) =>
  administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
);
const origin = await house.listen();
const { committeeA, committeeB } = unitsOfHouse;
const own: Visitor = 'officer:unit-administrator@committeeA';
const page = `/quan-tri/don-vi/${committeeA}/dau`;

/** A red ring on a clear ground. */
function seal(width = 400, height = width, ground = 0): Buffer {
  const png = new PNG({ width, height });
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) - width / 2, Math.floor(i / width) - height / 2];
    const ring = Math.hypot(x, y) < width / 2 && Math.hypot(x, y) > width / 2.4;
    png.data.set([200, 16, 30, ring ? 255 : ground], 4 * i);
  }
  return PNG.sync.write(png);
}
/** Sent a second later than what was done before. */
async function send(bytes: Uint8Array | undefined, as: Visitor = own, at = page) {
  house.clock.set(house.clock.now() + 1000);
  const { text } = await house.visit('GET', page, { as: own });
  const csrf = as === own ? /_csrf=([^"]+)"/.exec(text)?.[1] : undefined;
  const body = new FormData();
  if (bytes) body.append('hinh-dau', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'dau.png');
  const answer = await fetch(`${origin}${at}?_csrf=${csrf ?? ''}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: `__Host-mc=${await house.cookieOf(as)}` },
  });
  return { status: answer.status, text: await answer.text() };
}
const sealOf = async () => house.doors.signing?.sealOf(await house.ctx(own), committeeA);

test('an administrator sets the seal, looks at it and takes it away; each is an entry of the journal', async () => {
  assert.match((await house.visit('GET', page, { as: own })).text, /Chưa có hình dấu/);
  const picture = seal();
  assert.equal((await send(picture)).status, 303);
  assert.deepEqual(Buffer.from((await sealOf())?.picture ?? []), picture);
  const shown = await house.visit('GET', `${page}/hinh.png`, { as: own });
  assert.deepEqual([shown.headers['content-type'], shown.bytes.equals(picture)], ['image/png', true]);
  assert.match((await house.visit('GET', page, { as: own })).text, /Hình dấu đang dùng/);
  const bigger = seal(500);
  assert.equal((await send(bigger)).status, 303);
  assert.deepEqual(Buffer.from((await sealOf())?.picture ?? []), bigger, 'the newest counts at once');
  house.clock.set(house.clock.now() + 1000);
  assert.equal((await house.visit('POST', `${page}/bo`, { as: own, form: {} })).status, 303);
  assert.equal(await sealOf(), undefined);
  const rows = await house.db.sql<{ action: string }>(
    "select action from audit.entry where action like 'signing.%seal' order by at, id",
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['signing.set-seal', 'signing.set-seal', 'signing.remove-seal'],
  );
});

const refusals: readonly [name: string, bytes: () => Uint8Array | undefined, sentence: RegExp][] = [
  ['nothing', () => undefined, /Hãy chọn tệp hình dấu/],
  ['something else', () => Buffer.from('%PDF-1.7 no seal'), /Không phải tệp PNG/],
  ['a torn PNG', () => seal().subarray(0, 600), /Không phải tệp PNG/],
  ['a small one', () => seal(100), /rộng 100, cao 100 điểm/],
  ['one that promises gigabytes', () => promising(60_000), /rộng 60000, cao 60000 điểm/],
  ['a long one', () => seal(400, 700), /rộng bằng cao/],
  ['one on a white ground', () => seal(400, 400, 255), /Nền chưa trong suốt/],
  ['a heavy one', () => Buffer.concat([seal(), Buffer.alloc(600 * 1024)]), /Tệp quá lớn/],
];
function promising(side: number): Buffer {
  const png = seal(300);
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  return png;
}
for (const [name, bytes, sentence] of refusals)
  test(`refused, with what to do: ${name}`, async () => {
    const answer = await send(bytes());
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
    assert.equal(await sealOf(), undefined);
  });

test('nobody sets the seal of a unit that they do not administer', async () => {
  const elsewhere = `/quan-tri/don-vi/${committeeB}/dau`;
  assert.equal((await house.visit('GET', elsewhere, { as: own })).status, 403);
  assert.equal((await send(seal(), own, elsewhere)).status, 403);
  assert.equal((await house.visit('POST', `${elsewhere}/bo`, { as: own, form: {} })).status, 403);
  const leader: Visitor = 'officer:unit-leader@committeeA';
  assert.equal((await house.visit('GET', page, { as: leader })).status, 403);
});
