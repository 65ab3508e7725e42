import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import { PNG } from 'pngjs';
import { locateDossier, type StoredFile } from '#capabilities/dossiers';
import { aWorkingMorning } from '#test/database';
import type { Visitor } from '#test/pages';
import { readySheet } from '#test/pages/counter-sheet';
import { aSigningHouse } from '#test/signing-house';
import { officeRoutes } from '../index.ts';

const { house, small, files } = await aSigningHouse(officeRoutes);
const officer: Visitor = 'officer:one-stop-officer@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';
const person = {
  _so: '089096000011|351234567|Võ Hoàng Nam|14031996|Nam|Ấp Vĩnh Lộc|02052021',
  '_dien-thoai': '0912345678',
};
const sheet = '/mot-cua/quay/1.004873';

const picture = (seed: number): Buffer => {
  const png = new PNG({ width: 800, height: 1100 });
  png.data.fill(200 + seed);
  return PNG.sync.write(png);
};
async function stored(bytes: Buffer, name = 'quet.png'): Promise<StoredFile> {
  const kept = await files.accept({ field: '_tep', name, declaredType: '', stream: Readable.from([bytes]) });
  assert.ok(kept.ok);
  return kept.value;
}
const scansOf = async (code: string) => {
  const ref = await locateDossier(await house.ctx(officer), code);
  assert.ok(ref);
  const { state, documents } = await house.view(ref, officer);
  return { signed: state.signedScans ?? [], scans: documents.filter(({ source }) => source === 'scan') };
};
const sign = (code: string, ticked: readonly string[], as: Visitor = officer) =>
  house.visit('POST', `/mot-cua/ho-so/${code}/ky-ban-quet`, { as, form: { 'ban-quet': ticked } });

test('a scan is ticked, signed by whoever compared it, and judged at each look; its copy is a file of its own', async () => {
  const { code } = await house.aWalkIn({ seed: 1, scan: await stored(picture(1)) });
  const before = await scansOf(code);
  const [first] = before.scans;
  assert.ok(first && before.signed.length === 0);
  const page = await house.visit('GET', `/mot-cua/ho-so/${code}?giay=${first.id}`, { as: officer });
  assert.match(page.text, /chưa được đối chiếu và ký số/);
  assert.match(page.text, new RegExp(`href="/mot-cua/ho-so/${code}/ky-ban-quet"`));
  const form = await house.visit('GET', `/mot-cua/ho-so/${code}/ky-ban-quet`, { as: officer });
  assert.equal(form.status, 200);
  assert.doesNotMatch(form.text, /name="ban-quet"[^>]*checked/, 'nobody signs by not looking');
  assert.equal((await sign(code, [])).status, 422);
  assert.equal((await sign(code, [first.id])).status, 303);
  const after = await scansOf(code);
  assert.deepEqual(
    after.signed.map(({ document, scan }) => [document, scan]),
    [[first.id, first.sha256]],
  );
  const looked = await house.visit('GET', `/mot-cua/ho-so/${code}?giay=${first.id}`, { as: officer });
  assert.match(looked.text, /Đã đối chiếu với bản giấy/);
  assert.match(looked.text, /Chữ ký đúng/);
  assert.match(looked.text, /PAdES B-LT/);
  const copy = await house.visit('GET', `/mot-cua/ho-so/${code}/giay/${first.id}/da-ky`, { as: officer });
  assert.equal(copy.status, 200);
  const judged = await small.signing.judge(await house.ctx(officer), copy.bytes);
  assert.ok(judged.ok && judged.value.valid, JSON.stringify(judged));
  assert.equal(judged.value.signatures[0]?.certificate.serial, after.signed[0]?.serial);
});

test('the same scan is not signed twice, and others than the receiver do not sign', async () => {
  const { code } = await house.aWalkIn({ seed: 2, scan: await stored(picture(2)) });
  const [first] = (await scansOf(code)).scans;
  assert.ok(first);
  assert.equal((await sign(code, [first.id], specialist)).status, 403);
  assert.equal((await sign(code, [first.id])).status, 303);
  assert.equal((await sign(code, [first.id])).status, 422);
  assert.equal((await scansOf(code)).signed.length, 1);
});

test('a signed scan that was changed in the store is said to be, and what was taken in is not signed when it is gone', async () => {
  const { code } = await house.aWalkIn({ seed: 3, scan: await stored(picture(3)) });
  const [first, second] = (await scansOf(code)).scans;
  assert.ok(first && second);
  assert.equal((await sign(code, [first.id])).status, 303);
  const { open } = files;
  files.open = async () => Readable.from([Buffer.from('%PDF-1.7 something else')]);
  const looked = await house.visit('GET', `/mot-cua/ho-so/${code}?giay=${first.id}`, { as: officer });
  const gone = await sign(code, [second.id]);
  files.open = open;
  assert.match(looked.text, /không còn nguyên vẹn/);
  assert.doesNotMatch(looked.text, /Chữ ký đúng/);
  assert.equal(gone.status, 422);
  assert.match(gone.text, /Bản quét “[^”]+” mất hoặc đã bị sửa trong kho/);
});

test('a file that takes no signature is named, with the way on', async () => {
  const { code } = await house.aWalkIn({
    seed: 4,
    scan: await stored(Buffer.from('%PDF-1.7 torn'), 'x.pdf'),
  });
  const [first] = (await scansOf(code)).scans;
  assert.ok(first);
  const answer = await sign(code, [first.id]);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /không ký được \(hỏng, khóa hoặc biểu mẫu\)\. Hãy quét lại/);
  assert.match(answer.text, new RegExp(`value="${first.id}"[^>]*checked`), 'what was ticked stays ticked');
});

test('without a certificate that holds, reception goes on: the reason is said and the scans wait', async () => {
  small.says = { is: 'revoked', at: aWorkingMorning - 3_600_000 };
  const sent = await receiveWithScan('co-chu-ky-hong');
  assert.equal(sent.status, 303, /mc-summary-error[\s\S]*?<\/ul>/.exec(sent.text)?.[0]);
  const done = await house.visit('GET', sent.location, { as: officer });
  small.says = { is: 'good' };
  assert.match(done.text, /Bản quét chưa ký số được/);
  assert.match(done.text, /đã bị thu hồi/);
  assert.match(done.text, /1 bản quét chờ đối chiếu và ký số/);
  const code = decodeURIComponent(/xong\/([^?]+)/.exec(sent.location)?.[1] ?? '');
  const [first] = (await scansOf(code)).scans;
  assert.equal((await sign(code, [first?.id ?? ''])).status, 303, 'later it is signed');
});

test('ticked at the counter, the scan is signed with the reception; not ticked, it waits', async () => {
  const ticked = await receiveWithScan('ky-ngay');
  assert.equal(ticked.status, 303);
  const code = decodeURIComponent(ticked.location.split('/').at(-1) ?? '');
  assert.equal((await scansOf(code)).signed.length, 1);
  const page = await house.visit('GET', ticked.location, { as: officer });
  assert.doesNotMatch(page.text, /chờ đối chiếu/);
  const waiting = await receiveWithScan('de-sau', {});
  const done = await house.visit('GET', waiting.location, { as: officer });
  assert.match(done.text, /1 bản quét chờ đối chiếu và ký số/);
  assert.doesNotMatch(done.text, /chưa ký số được/);
});

const origin = await house.listen();
/** A walk-in with one scan, as a browser sends it. */
async function receiveWithScan(name: string, more: Record<string, string> = { '_ky-quet': 'yes' }) {
  const csrf = /\?_csrf=([^"]+)"/.exec((await house.visit('GET', sheet, { as: officer })).text)?.[1] ?? '';
  const form = new FormData();
  for (const [field, value] of Object.entries({ _lam: 'xem', ...person, ...more })) form.append(field, value);
  form.append('_tep.to-khai', new Blob([new Uint8Array(picture(9))], { type: 'image/png' }), `${name}.png`);
  const first = await fetch(`${origin}${sheet}?_csrf=${csrf}`, {
    method: 'POST',
    body: form,
    headers: { cookie: `__Host-mc=${await house.cookieOf(officer)}` },
  });
  const kept = /name="_giu\.to-khai" value="([0-9a-f]{64})"/.exec(await first.text())?.[1];
  assert.ok(kept);
  const walk = await readySheet(house, '1.004873', officer);
  return house.visit('POST', sheet, {
    as: officer,
    form: { ...walk, ...person, ...more, '_giu.to-khai': kept, _lam: 'nhan' },
  });
}
