import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { PNG } from 'pngjs';
import { readPaper } from '#builders/papers';
import { type DossierRef } from '#capabilities/dossiers';
import { delegate } from '#capabilities/identity';
import { resultsOf } from '#capabilities/results';
import { nameKey, setSeal } from '#capabilities/signing';
import { aWorkingMorning } from '#test/database';
import { askOutside, isInstalled } from '#test/outside-judge';
import { officersOfHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { aSigningHouse } from '#test/signing-house';
import { keyNameOf } from '#test/small-signing';
import { officeRoutes } from '../index.ts';

const { house, authority, small, files, toApprove } = await aSigningHouse(officeRoutes);
const leader: Visitor = 'officer:unit-leader@committeeA';
const clerk: Visitor = 'officer:clerk@committeeA';

const post = (code: string, slug: string, as: Visitor, form: Record<string, string> = {}) =>
  house.visit('POST', `/mot-cua/ho-so/${code}/${slug}`, { as, form });
const fileOf = async (ref: DossierRef) => (await house.view(ref, clerk)).state.result?.file;

test('the leader signs, the agency numbers and seals; the paper that is served is the one that was signed', async () => {
  const ref = await toApprove(1);
  const signed = await post(ref.code, 'phe-duyet', leader);
  assert.equal(signed.status, 303, signed.text);
  const first = await fileOf(ref);
  assert.deepEqual(
    first?.signatures.map(({ role, name }) => [role, name]),
    [['leader', officersOfHouse.get(leader)?.name]],
  );
  const sealed = await post(ref.code, 'ban-hanh', clerk, { so: '218/TLKS' });
  assert.equal(sealed.status, 303, sealed.text);
  const file = await fileOf(ref);
  assert.deepEqual(
    file?.signatures.map(({ role }) => role),
    ['leader', 'number', 'seal'],
  );
  const paper = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
  assert.equal(createHash('sha256').update(paper.bytes).digest('hex'), file?.sha256);
  const judged = await small.signing.judge(await house.ctx(clerk), paper.bytes);
  assert.ok(judged.ok, JSON.stringify(judged));
  assert.equal(judged.value.signatures.length, 3);
  assert.ok(judged.value.valid, JSON.stringify(judged.value.refused));
  assert.deepEqual(
    judged.value.signatures.map(({ level }) => level),
    ['B-T', 'B-B', 'B-LT'],
  );
  const [registered] = await resultsOf(await house.ctx(clerk), ref);
  assert.equal(registered?.number, '218/TLKS');
});

const noJudges =
  (!(await isInstalled('pdfsig', '-v')) && 'pdfsig is not installed') ||
  (!(await isInstalled('qpdf', '--version')) && 'qpdf is not installed');
test('pdfsig and qpdf find an issued result good, and after a change it is not', {
  skip: noJudges,
}, async () => {
  const ref = await toApprove(3);
  assert.equal((await post(ref.code, 'phe-duyet', leader)).status, 303);
  assert.equal((await post(ref.code, 'ban-hanh', clerk, { so: '219/TLKS' })).status, 303);
  const { bytes } = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
  const signatures = async (paper: Uint8Array): Promise<number> => {
    const { said } = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': paper });
    return said.match(/Signature is Valid/g)?.length ?? 0;
  };
  assert.equal(await signatures(bytes), 3);
  assert.ok((await askOutside('qpdf', ['--check', 'paper.pdf'], { 'paper.pdf': bytes })).ok);
  const changed = Buffer.from(bytes);
  const at = changed.indexOf('/MediaBox');
  changed[at + 11] = (changed[at + 11] ?? 0) ^ 1;
  assert.equal(await signatures(changed), 0);
});

test('many results are signed in one go and sealed in one go, each valid alone', async () => {
  const refs: Awaited<ReturnType<typeof toApprove>>[] = [];
  for (let seed = 10; seed < 15; seed++) refs.push(await toApprove(seed));
  const bulk = (lam: string, as: Visitor) =>
    house.visit('POST', '/mot-cua/hang-loat', {
      as,
      form: { lam, tu: 'dang-xu-ly', ma: refs.map(({ code }) => code) },
    });
  assert.match((await bulk('approve-result', leader)).text, /Ký duyệt: 5 trên 5|Phê duyệt: 5 trên 5/);
  const sealed = await bulk('issue', clerk);
  assert.match(sealed.text, /5 trên 5/);
  assert.doesNotMatch(sealed.text, /Hoàn tác 5 hồ sơ/, 'what was issued is not taken back by one press');
  const numbers = new Set<string>();
  for (const ref of refs) {
    const paper = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
    const judged = await small.signing.judge(await house.ctx(clerk), paper.bytes);
    assert.ok(judged.ok && judged.value.valid);
    numbers.add((await house.view(ref, clerk)).state.result?.number ?? '');
  }
  assert.equal(numbers.size, 5);
});

const refusals = [
  ['revoked', /đã bị thu hồi.*người ký thay/],
  ['silent', /Chưa hỏi được chứng thư còn hiệu lực/],
  ['another person', /mang tên Người Khác, không phải/],
  ['expired', /đã hết hạn.*người ký thay/],
] as const;
for (const [index, [which, sentence]] of refusals.entries())
  test(`nothing is signed with a certificate that is ${which}, and a way on is said`, async () => {
    const ref = await toApprove(30 + index);
    const officer = officersOfHouse.get(leader);
    assert.ok(officer);
    const name = keyNameOf({ kind: 'officer', id: officer.id });
    const usual = small.keys.get(name);
    assert.ok(usual, 'the leader has signed before');
    const subject = (of: string) =>
      [
        ['country', 'VN'],
        ['commonName', of],
      ] as const;
    const keyUsage = ['digitalSignature', 'nonRepudiation'] as const;
    if (which === 'revoked') small.says = { is: 'revoked', at: aWorkingMorning - 3_600_000 };
    if (which === 'silent') small.says = undefined;
    if (which === 'another person')
      small.keys.set(name, await authority.issue({ subject: subject('Người Khác'), keyUsage }));
    if (which === 'expired')
      small.keys.set(
        name,
        await authority.issue({
          subject: subject(officer.name),
          keyUsage,
          from: aWorkingMorning - 9 * 86_400_000,
          to: aWorkingMorning - 86_400_000,
        }),
      );
    const answer = await post(ref.code, 'phe-duyet', leader);
    small.says = { is: 'good' };
    small.keys.set(name, usual);
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
    assert.equal((await house.view(ref, leader)).state.result?.approved, undefined);
    assert.equal((await post(ref.code, 'phe-duyet', leader)).status, 303, 'and later it goes on');
  });

test('without signatures nothing passes, whoever asks', async () => {
  const ref = await toApprove(50);
  await assert.rejects(house.act(ref, 'approve-result', {}, leader), /signature-missing/);
});

test('a signed paper that was changed in its store is not sealed', async () => {
  const ref = await toApprove(51);
  assert.equal((await post(ref.code, 'phe-duyet', leader)).status, 303);
  const before = files.open;
  files.open = async () => {
    const { Readable } = await import('node:stream');
    return Readable.from([Buffer.from('%PDF-1.7 something else')]);
  };
  const answer = await post(ref.code, 'ban-hanh', clerk, { so: '9/TLKS' });
  files.open = before;
  assert.equal(answer.status, 422);
  assert.match(answer.text, /không còn nguyên vẹn/);
  assert.equal((await post(ref.code, 'ban-hanh', clerk, { so: '9/TLKS' })).status, 303);
});

test('a key is named for whom its certificate names only, and the newest one signs', async () => {
  const ref = await toApprove(60);
  house.clock.set(house.clock.now() + 60_000);
  const officer = officersOfHouse.get(leader);
  assert.ok(officer);
  const holder = { kind: 'officer', id: officer.id, name: officer.name, agency: 'UBND xã An Phú' } as const;
  const issue = (name: string) =>
    authority.issue({
      subject: [
        ['country', 'VN'],
        ['commonName', name],
      ],
      keyUsage: ['digitalSignature', 'nonRepudiation'],
    });
  const [own, other] = [await issue(officer.name), await issue('Người Khác')];
  const ctx = await house.ctx(leader);
  const refusedOne = await nameKey(ctx, holder, { store: 'file', key: 'other' }, other.certificate);
  assert.ok(!refusedOne.ok && refusedOne.refusal.code === 'certificate-wrong-person');
  small.keys.set('newest', own);
  const named = await nameKey(ctx, holder, { store: 'file', key: 'newest' }, own.certificate);
  assert.ok(named.ok);
  assert.equal((await post(ref.code, 'phe-duyet', leader)).status, 303);
  assert.equal((await fileOf(ref))?.signatures[0]?.serial, named.value.serial);
});

test('whoever signs in the place of the head says so: on the paper, in the record and on the check page', async () => {
  const ref = await toApprove(61);
  const deputy: Visitor = 'officer:head-of-office@committeeA';
  const covering = officersOfHouse.get(deputy);
  assert.ok(covering);
  await house.db.sql("update identity.officer set title = 'Chánh Văn phòng' where id = $1", [covering.id]);
  const now = house.clock.now();
  const lent = await delegate(await house.ctx(leader), house.people, {
    to: covering.id,
    unit: unitsOfHouse.committeeA,
    role: 'unit-leader',
    from: now,
    until: now + 86_400_000,
    reason: 'đi họp',
  });
  assert.ok(lent.ok, JSON.stringify(lent));
  assert.equal((await post(ref.code, 'phe-duyet', deputy)).status, 303);
  assert.equal((await post(ref.code, 'ban-hanh', clerk, { so: '61/TLKS' })).status, 303);
  const { state } = await house.view(ref, clerk);
  const capacity = 'TUQ. Chủ tịch\nChánh Văn phòng';
  assert.deepEqual(
    [state.result?.approved?.name, state.result?.approved?.capacity],
    [covering.name, capacity],
  );
  assert.equal(state.result?.file?.signatures[0]?.capacity, capacity);
  const paper = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
  const judged = await small.signing.judge(await house.ctx(clerk), paper.bytes);
  assert.ok(judged.ok && judged.value.valid);
  assert.equal(
    judged.value.signatures[0]?.certificate.subject.parts.commonName,
    covering.name,
    'their own key',
  );
  assert.match((await readPaper(paper.bytes)).text, /TUQ\. CHỦ TỊCH CHÁNH VĂN PHÒNG/);
});

test('the agency’s own seal stands in its signature, at once after it was set', async () => {
  const ref = await toApprove(62);
  assert.equal((await post(ref.code, 'phe-duyet', leader)).status, 303);
  const picture = new PNG({ width: 333, height: 333 });
  const administrator = await house.ctx('officer:unit-administrator@committeeA');
  const set = await setSeal(
    administrator,
    house.doors.units,
    unitsOfHouse.committeeA,
    PNG.sync.write(picture),
  );
  assert.ok(set.ok, JSON.stringify(set));
  assert.equal((await post(ref.code, 'ban-hanh', clerk, { so: '62/TLKS' })).status, 303);
  const paper = await house.visit('GET', `/mot-cua/ho-so/${ref.code}/in/ket-qua`, { as: clerk });
  assert.match(Buffer.from(paper.bytes).toString('latin1'), /\/Subtype \/Image \/Width 333 \/Height 333/);
  const judged = await small.signing.judge(await house.ctx(clerk), paper.bytes);
  assert.ok(judged.ok && judged.value.valid);
});
