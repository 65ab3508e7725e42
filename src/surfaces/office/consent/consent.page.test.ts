import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import test from 'node:test';
import { PNG } from 'pngjs';
import { type DossierRef, locateDossier, unsignedScans } from '#capabilities/dossiers';
import { nameKey } from '#capabilities/signing';
import { officersOfHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { aSigningHouse, draftToApprove } from '#test/signing-house';
import { officeRoutes } from '../index.ts';

const { house, small, files, provider, toApprove } = await aSigningHouse(officeRoutes);
const leader: Visitor = 'officer:unit-leader@committeeA';
const clerk: Visitor = 'officer:clerk@committeeA';
const specialist: Visitor = 'officer:specialist@committeeA';
const desk: Visitor = 'officer:one-stop-officer@centreA';
const ownKey = '/mot-cua/chu-ky';

const idOf = (who: Visitor): { id: string; name: string } => {
  const found = officersOfHouse.get(who);
  assert.ok(found);
  return found;
};
let numbers = 0;
/** An account with a personal number, and a key at the provider for whoever has it. */
async function withNumber(who: Visitor, wish: Parameters<typeof provider.hold>[1] = {}) {
  const { id, name } = idOf(who);
  const number = `0890800${String(++numbers).padStart(5, '0')}`;
  await house.db.sql('update identity.officer set personal_number = $2 where id = $1', [id, number]);
  return provider.hold({ personalNumber: number, name }, wish);
}
const choose = (who: Visitor) => house.visit('POST', ownKey, { as: who, form: { 'nha-cung-cap': 'mau' } });

const approve = (code: string) =>
  house.visit('POST', `/mot-cua/ho-so/${code}/phe-duyet`, { as: leader, form: {} });
const approveAll = (codes: readonly string[]) =>
  house.visit('POST', '/mot-cua/hang-loat', {
    as: leader,
    form: { lam: 'approve-result', tu: 'dang-xu-ly', ma: codes },
  });
/** The officer's browser comes back from the provider. */
const back = (brought: Readonly<Record<string, string>>, as: Visitor = leader) =>
  house.visit('GET', `/mot-cua/ky-so/ve?${new URLSearchParams(brought).toString()}`, { as });
const approved = async (ref: DossierRef) => (await house.view(ref, clerk)).state.result?.approved;
const paperOf = async (code: string) =>
  (await house.visit('GET', `/mot-cua/ho-so/${code}/in/ket-qua`, { as: clerk })).bytes;

test('an officer sees the key they sign with, and takes the one that a provider keeps for them', async () => {
  const before = await house.visit('GET', ownKey, { as: leader });
  assert.match(before.text, /Chưa gắn chứng thư nào/);
  const numberless = await choose(leader);
  assert.equal(numberless.status, 422);
  assert.match(numberless.text, /chưa ghi số định danh/);
  await withNumber(leader, { to: house.clock.now() - 86_400_000 });
  assert.match((await choose(leader)).text, /đã hết hạn/);
  await house.db.sql('update identity.officer set personal_number = null where id = $1', [idOf(leader).id]);
  const held = await withNumber(leader);
  const taken = await choose(leader);
  assert.equal(taken.location, `${ownKey}?xong=1`);
  const page = await house.visit('GET', taken.location, { as: leader });
  assert.match(page.text, /Từ nay bạn ký bằng khóa này/);
  assert.match(page.text, /Ký số Mẫu, bạn đồng ý ở đó mỗi lần ký/);
  const named = await small.signing.own.named(await house.ctx(leader), {
    kind: 'officer',
    id: idOf(leader).id,
  });
  assert.equal(named?.store, 'remote');
  assert.ok(held.id !== '');
});

test('the key of a namesake is not taken', async () => {
  const { id, name } = idOf(specialist);
  await house.db.sql("update identity.officer set personal_number = '089080099999' where id = $1", [id]);
  await provider.hold(
    { personalNumber: '089080099999', name },
    {
      subject: [
        ['country', 'VN'],
        ['serialNumber', 'CCCD:089080088888'],
        ['commonName', name],
      ],
    },
  );
  const answer = await choose(specialist);
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Nơi ký số không còn khóa này/);
});

test('the leader leaves to agree, comes back, and the paper bears the signature that was agreed to', async () => {
  const ref = await toApprove(1);
  const away = await approve(ref.code);
  assert.equal(away.status, 303, away.text);
  assert.match(away.location, /^https:\/\/ky-so\.example\.vn\//);
  const asked = provider.asked.at(-1);
  assert.equal(asked?.digests.length, 1);
  assert.match(asked?.words ?? '', new RegExp(`^Phê duyệt[^:]*: ${ref.code}, `));
  assert.equal(await approved(ref), undefined, 'nothing is approved before the consent');
  house.clock.set(house.clock.now() + 3 * 60_000);
  const brought = provider.agree(away.location);
  const done = await back(brought);
  assert.equal(done.status, 303, done.text);
  assert.match(done.location, new RegExp(`/ho-so/${ref.code}\\?xong=phe-duyet`));
  assert.equal((await approved(ref))?.name, idOf(leader).name);
  const again = await back(brought);
  assert.equal(again.status, 422);
  assert.match(again.text, /Lần ký này đã xong hoặc đã bỏ/);
  const sealed = await house.visit('POST', `/mot-cua/ho-so/${ref.code}/ban-hanh`, {
    as: clerk,
    form: { so: '1/TLKS' },
  });
  assert.equal(sealed.status, 303, sealed.text);
  const judged = await small.signing.judge(await house.ctx(clerk), await paperOf(ref.code));
  assert.ok(judged.ok && judged.value.valid, JSON.stringify(judged));
  const [own] = judged.value.signatures;
  assert.equal(own?.level, 'B-T');
  assert.match(own?.certificate.subject.parts.serialNumber ?? '', /^CCCD:0890800/);
});

test('many results are signed by one consent, each valid alone', async () => {
  const refs = [await toApprove(10), await toApprove(11), await toApprove(12)];
  const other = await house.aDossier({ seed: 13 });
  const codes = [...refs.map(({ code }) => code), other.code];
  const away = await approveAll(codes);
  assert.equal(away.status, 303, away.text);
  assert.equal(provider.asked.at(-1)?.digests.length, 3);
  const page = await back(provider.agree(away.location));
  assert.equal(page.status, 200);
  assert.match(page.text, /3 trên 4 hồ sơ đã xong/);
  for (const ref of refs) assert.equal((await approved(ref))?.name, idOf(leader).name);
  const sealed = await house.visit('POST', '/mot-cua/hang-loat', {
    as: clerk,
    form: { lam: 'issue', tu: 'dang-xu-ly', ma: refs.map(({ code }) => code) },
  });
  assert.match(sealed.text, /3 trên 3/);
  for (const { code } of refs) {
    const judged = await small.signing.judge(await house.ctx(clerk), await paperOf(code));
    assert.ok(judged.ok && judged.value.valid);
  }
});

test('what one consent cannot hold is said, and signed in the next', async () => {
  const { id, name } = idOf(leader);
  const few = await provider.hold({ personalNumber: '089080077777', name }, {}, { most: 2 });
  const holder = { kind: 'officer', id, name, agency: '' } as const;
  const ctx = await house.ctx(leader);
  const before = await small.signing.own.named(ctx, holder);
  assert.ok(before);
  const where = { store: 'remote', key: `mau/${few.id}` } as const;
  assert.ok((await nameKey(ctx, holder, where, few.certificate)).ok);
  const refs = [await toApprove(20), await toApprove(21), await toApprove(22)];
  const codes = refs.map(({ code }) => code);
  const away = await approveAll(codes);
  assert.equal(provider.asked.at(-1)?.digests.length, 2);
  const page = await back(provider.agree(away.location));
  assert.match(page.text, /2 trên 3 hồ sơ đã xong/);
  assert.match(page.text, /Hãy ký tiếp phần còn lại/);
  const rest = await approveAll(codes);
  assert.equal(provider.asked.at(-1)?.digests.length, 1);
  assert.match((await back(provider.agree(rest.location))).text, /1 trên 3 hồ sơ đã xong/);
  for (const ref of refs) assert.ok(await approved(ref));
});

test('refused there, gone silent, or back too late: nothing is signed, the form stands as it was', async () => {
  const ref = await toApprove(30);
  const state = new URL((await approve(ref.code)).location).searchParams.get('state') ?? '';
  const no = await back({ state, error: 'access_denied' });
  assert.equal(no.status, 422);
  assert.match(no.text, /Bạn đã không đồng ý ký/);
  assert.match(
    no.text,
    new RegExp(`action="/mot-cua/ho-so/${ref.code}/phe-duyet"`),
    'the form is there again',
  );

  const second = await approve(ref.code);
  provider.refuses = 'remote-silent';
  const silent = await back(provider.agree(second.location));
  const atTheStart = await approve(ref.code);
  provider.refuses = undefined;
  for (const answer of [silent, atTheStart]) {
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Nơi ký số không trả lời/);
  }

  const third = provider.agree((await approve(ref.code)).location);
  house.clock.set(house.clock.now() + 31 * 60_000);
  assert.match((await back(third)).text, /Đã quá lâu/);
  const list = await approveAll([ref.code]);
  const refusedList = await back({
    state: new URL(list.location).searchParams.get('state') ?? '',
    error: 'access_denied',
  });
  assert.equal(refusedList.status, 422);
  assert.match(refusedList.text, /Bạn đã không đồng ý ký/);
  assert.equal(await approved(ref), undefined);
});

test('somebody else’s consent is nobody’s, and other signatures than those agreed to are not taken', async () => {
  const ref = await toApprove(40);
  const mine = provider.agree((await approve(ref.code)).location);
  assert.match((await back(mine, clerk)).text, /Lần ký này đã xong hoặc đã bỏ/);
  provider.swap = (signatures) => signatures.map((one) => Buffer.from(one).reverse());
  const swapped = await back(mine);
  provider.swap = undefined;
  assert.equal(swapped.status, 422);
  assert.equal(await approved(ref), undefined);
});

test('a draft that changed while the leader was away is not signed', async () => {
  const ref = await toApprove(50);
  const away = await approve(ref.code);
  const reason = 'Sai ngày sinh';
  house.clock.set(house.clock.now() + 60_000);
  await house.act(ref, 'send-back-result', { reason }, leader);
  house.clock.set(house.clock.now() + 60_000);
  const content = { ...draftToApprove.content, 'Ngày sinh': '19/11/2026' };
  await house.act(ref, 'draft-result', { ...draftToApprove, content }, specialist);
  await house.act(ref, 'confirm-draft', {}, 'citizen1');
  await house.act(ref, 'finish-step', { note: '' }, specialist);
  const answer = await back(provider.agree(away.location));
  assert.equal(answer.status, 422);
  assert.match(answer.text, /Nội dung đã khác với lúc bạn đồng ý/);
  assert.equal(await approved(ref), undefined);
});

const picture = (seed: number): Buffer => {
  const png = new PNG({ width: 800, height: 1100 });
  png.data.fill(200 + seed);
  return PNG.sync.write(png);
};
async function scanned(seed: number) {
  const stream = Readable.from([picture(seed)]);
  const kept = await files.accept({ field: '_tep', name: 'quet.png', declaredType: '', stream });
  assert.ok(kept.ok);
  const { code } = await house.aWalkIn({ seed, scan: kept.value });
  const scans = async () => {
    const ref = await locateDossier(await house.ctx(desk), code);
    assert.ok(ref);
    const { state, documents } = await house.view(ref, desk);
    return { waiting: unsignedScans(state, documents), signed: state.signedScans ?? [] };
  };
  return { code, scans };
}

test('scans are signed by one consent too, those that were ticked', async () => {
  await withNumber(desk);
  assert.equal((await choose(desk)).status, 303);
  const { code, scans } = await scanned(5);
  const { waiting } = await scans();
  assert.ok(waiting.length >= 2);
  const ticked = waiting.map(({ id }) => id);
  const away = await house.visit('POST', `/mot-cua/ho-so/${code}/ky-ban-quet`, {
    as: desk,
    form: { 'ban-quet': ticked },
  });
  assert.equal(away.status, 303, away.text);
  assert.equal(provider.asked.at(-1)?.digests.length, waiting.length);
  const done = await back(provider.agree(away.location), desk);
  assert.equal(done.status, 303, done.text);
  const { signed, waiting: left } = await scans();
  assert.deepEqual([signed.length, left.length], [ticked.length, 0]);
  const copy = await house.visit('GET', `/mot-cua/ho-so/${code}/giay/${ticked[0]}/da-ky`, { as: desk });
  const judged = await small.signing.judge(await house.ctx(desk), copy.bytes);
  assert.ok(judged.ok && judged.value.valid);
  assert.equal(judged.value.signatures[0]?.level, 'B-LT');
});

test('the seal of an agency at a provider is set at once, and a silent provider is said', async () => {
  const unit = unitsOfHouse.committeeA;
  const directory = await house.doors.units.directory();
  const { name } = directory.get(unit);
  const subject = [
    ['country', 'VN'],
    ['commonName', name],
  ] as const;
  const seal = await provider.hold({ personalNumber: 'H01', name }, { subject }, { consent: 'none' });
  const holder = { kind: 'unit', id: unit, name } as const;
  const where = { store: 'remote', key: `mau/${seal.id}` } as const;
  const named = await nameKey(await house.ctx(clerk), holder, where, seal.certificate);
  assert.ok(named.ok, JSON.stringify(named));
  const ref = await toApprove(60);
  assert.equal((await back(provider.agree((await approve(ref.code)).location))).status, 303);
  const issue = () =>
    house.visit('POST', `/mot-cua/ho-so/${ref.code}/ban-hanh`, { as: clerk, form: { so: '60/TLKS' } });
  provider.refuses = 'remote-silent';
  const silent = await issue();
  provider.refuses = undefined;
  assert.equal(silent.status, 422);
  assert.match(silent.text, /Nơi ký số không trả lời/);
  const sealed = await issue();
  assert.equal(sealed.status, 303, sealed.text);
  const judged = await small.signing.judge(await house.ctx(clerk), await paperOf(ref.code));
  assert.ok(judged.ok && judged.value.valid);
  const serials = judged.value.signatures.map(({ certificate }) => certificate.serial);
  assert.deepEqual(serials.slice(1), [named.value.serial, named.value.serial]);
});
