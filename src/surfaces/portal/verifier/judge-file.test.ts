import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { carryProof } from '#platform/carried-proof';
import { issueCredential, issueStatusList, presentCredential } from '#platform/credentials';
import { smallAuthority } from '#test/small-authority';
import { at, day, type Issuing, issuing, listUri, must } from '#test/small-issuing';
import { receiptLine, resultLine, smallLog } from '#test/small-log';
import { signedPaper, smallPaper } from '#test/small-paper';
import type { Given } from './browser/given.ts';
import { type Beside, judgeFile } from './browser/judge-file.ts';
import { refusalOf } from './browser/refusals.ts';

const log = smallLog(at / 1000);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
let world: Issuing;
let given: Given;
let result: Uint8Array;
before(async () => {
  world = await issuing();
  result = await signedPaper('Giay xac nhan', world.authority);
  given = {
    policy: log.policy,
    roots: [base64(world.authority.root)],
    issuedAt: at,
    place: 'Tỉnh Mẫu',
    checkAddress: 'https://tinh.example.vn/kiem-tra',
  };
});
const judge = (file: string | Uint8Array, beside: Partial<Beside> = {}, believed = given) =>
  judgeFile(Buffer.from(file), believed, { at: at + day, lists: [], keys: [], ...beside });
/** The tone, with what does not hold. */
const why = async (...asked: Parameters<typeof judge>) => {
  const { tone, checks } = await judge(...asked);
  return tone === 'bad' ? checks.filter(({ is }) => is === 'bad').map(({ what }) => what) : tone;
};
const no = (...codes: readonly string[]) => codes.map(refusalOf);
const words = (verdict: Awaited<ReturnType<typeof judge>>) => JSON.stringify(verdict);
const carrying = (paper: Uint8Array, proof: string): Uint8Array => must(carryProof(paper, proof));
const resultProof = (paper: Uint8Array, how = {}) => log.bundle('result-file', resultLine(paper), how);

test('a stored credential is genuine, and the page says what it does not know', async () => {
  const verdict = await judge(world.text);
  assert.equal(verdict.tone, 'careful');
  assert.match(words(verdict), /Chưa biết giấy có bị thu hồi hay không từ 23\/11\/2026/);
  assert.match(words(verdict), /Chưa chứng tỏ được ai đang giữ/);
  assert.match(words(verdict), /Nguyễn Thị Đường.*03\/02\/1990/);
});

test('a presentation with a fresh status list is good; one for somebody else is not', async () => {
  const asked = { audience: 'Ngân hàng Mẫu', nonce: '4711' };
  const shown = must(
    await presentCredential(world.text, { names: ['owner_name'], ...asked, at: at + day }, world.holder),
  );
  const lists = [await world.list([0, 0, 0, 0])];
  assert.equal(await why(shown, { lists }), 'careful', 'it may be a copy of what was shown to another');
  const verdict = await judge(shown, { lists, expected: asked });
  assert.equal(verdict.tone, 'good');
  assert.match(words(verdict), /Chưa bị thu hồi, tính đến 23\/11\/2026 10:00/);
  assert.match(
    words(verdict),
    /7 thông tin mà người giữ không cho xem|6 thông tin mà người giữ không cho xem/,
  );
  assert.doesNotMatch(words(verdict), /000000000001/);
  assert.deepEqual(await why(shown, { expected: { ...asked, nonce: '4712' } }), no('holder-elsewhere'));
  assert.deepEqual(await why(world.text, { expected: asked }), no('holder-missing'));
});

test('the newest of the lists that are about it has the word', async () => {
  const good = await world.list([0, 0, 0, 0]);
  const revoked = await world.list([0, 0, 0, 1]);
  const elsewhere = await world.list([1, 1, 1, 1], { uri: 'https://tinh.example.vn/trang-thai/2' });
  assert.deepEqual(await why(world.text, { lists: [revoked] }), no('credential-revoked'));
  assert.deepEqual(await why(world.text, { lists: [elsewhere, good] }), 'careful');
  assert.equal((await judge(good)).tone, 'aside');
  const forged = good.slice(0, -6) + (good.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA');
  assert.deepEqual(await why(world.text, { lists: [forged] }), no('status-forged'));
});

test('whoever else has a certificate neither issues for an agency nor speaks of revocation for it', async () => {
  const { authority, wish } = world;
  const by = await authority.issue({
    subject: [
      ['country', 'VN'],
      ['commonName', 'Người Khác'],
    ],
    keyUsage: ['digitalSignature', 'nonRepudiation'],
  });
  const strange = await judge(must(await issueCredential(wish, by)));
  assert.equal(strange.tone, 'careful');
  assert.match(strange.title.vi, /chưa rõ có đúng nơi cấp/);
  assert.match(words(strange), /Người ký: Người Khác.*không mang tên nơi cấp/);
  const revoked = await world.list([0, 0, 0, 1]);
  const whitewash = must(
    await issueStatusList({ uri: listUri, bits: 2, statuses: [0, 0, 0, 0], issuedAt: at + day }, by),
  );
  assert.match(words(await judge(world.text, { lists: [whitewash] })), /không do nơi cấp giấy này ký/);
  assert.deepEqual(
    await why(world.text, { lists: [whitewash, revoked] }),
    no('credential-revoked'),
    'newer, but from a stranger',
  );
});

test('forged, foreign and expired credentials are refused with a sentence', async () => {
  const [jwt = '', ...rest] = world.text.split('~');
  const [head, body, tail = ''] = jwt.split('.');
  assert.deepEqual(
    await why([`${head}.${body}.A${tail.slice(1) === tail ? '' : tail.slice(1)}`, ...rest].join('~')),
    no('credential-forged'),
  );
  assert.deepEqual(await why([jwt, rest[0], ...rest].join('~')), no('disclosure-odd'));
  assert.deepEqual(await why(world.text, { at: at + 200 * day }), no('credential-expired'));
  const other = await smallAuthority(at);
  const roots = [base64(other.root)];
  assert.match(words(await judge(world.text, {}, { ...given, roots })), /không có chứng thư do gốc tin cậy/);
});

test('a proof of the log holds with key and witnesses, and nothing less', async () => {
  const content = '["019aa7f0", 1, "submitted"]';
  const good = log.bundle('act', content);
  const verdict = await judge(good);
  assert.equal(verdict.tone, 'good');
  assert.equal(verdict.raw, content);
  assert.match(words(verdict), /Dòng 6 trong 11/);
  assert.match(words(verdict), /làm chứng đã thấy lúc 23\/11\/2026 10:00/);
  assert.deepEqual(await why(good.replace('submitted', 'withdrawn')), no('not-in-log'));
  assert.deepEqual(await why(log.bundle('act', content, { witnesses: 1 })), no('witnesses-missing'));
  const thief = smallLog(at / 1000);
  assert.deepEqual(await why(log.bundle('act', content, { by: thief })), no('note-unsigned'));
  assert.match(words(await judge('{"format":"motcua-proof/2"}')), /không viết đúng chuẩn/);
});

test('keys that follow from those of the file are believed, others are named; witnesses stay the same', async () => {
  const next = log.rotated({ signedByOld: true });
  const keys = JSON.stringify(next.policy);
  const later = next.bundle('act', '[1]');
  assert.deepEqual(await why(later), no('note-unsigned'));
  assert.equal(await why(keys), 'aside');
  assert.equal(await why(later, { keys: [keys] }), 'good');
  assert.equal(await why(log.bundle('act', '[1]'), { keys: [keys] }), 'good', 'as long as the log was then');
  const shorter = JSON.stringify({ ...next.policy, retired: [{ key: log.key.text, until: 10 }] });
  assert.deepEqual(await why(log.bundle('act', '[1]'), { keys: [shorter] }), no('key-retired'));
  assert.deepEqual(
    await why(next.bundle('act', '[1]', { witnesses: 1 }), { keys: [keys] }),
    no('witnesses-missing'),
  );
  const none = JSON.stringify({ ...next.policy, witnesses: [], least: 0 });
  assert.deepEqual(
    await why(next.bundle('act', '[1]', { witnesses: 0 }), { keys: [none] }),
    no('witnesses-missing'),
    'whoever has the key of the log does not choose the witnesses',
  );
  const lost = JSON.stringify(log.rotated({ signedByOld: false }).policy);
  assert.deepEqual(await why(lost), no('keys-strange'));
  assert.deepEqual(await why(later, { keys: [lost] }), no('note-unsigned'));
  const elsewhere = JSON.stringify({ ...next.policy, origin: 'other.example/nhat-ky' });
  assert.deepEqual(await why(elsewhere), no('checkpoint-elsewhere'));
});

test('a result is the file that the log knows, signed by whom it names, to the octet', async () => {
  const carried = carrying(result, resultProof(result));
  const verdict = await judge(carried);
  assert.equal(verdict.tone, 'careful');
  assert.match(verdict.title.vi, /Đúng tệp cơ quan đã phát hành/);
  assert.match(words(verdict), /15\/GXN-UBND/);
  assert.match(words(verdict), /Cả 2 chữ ký số đều đúng.*Nguyễn Thị Đường, Sở Nội vụ; Sở Nội vụ tỉnh Mẫu/);
  assert.match(words(verdict), /có dấu thời gian.*PAdES B-LT · chứng thư không bị thu hồi/);
  assert.match(words(verdict), /chỉ biết đến 23\/11\/2026 10:00.*tinh\.example\.vn\/kiem-tra/);
  for (const at of [12, 400, carried.length - 2500]) {
    const changed = Buffer.from(carried);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal((await judge(changed)).tone, 'bad', String(at));
  }
  assert.equal((await judge(carried.subarray(0, -40))).tone, 'bad', 'cut');
  assert.equal((await judge(Buffer.concat([carried, Buffer.from('\n')]))).tone, 'bad', 'longer');
});

test('a proof pasted behind another file is of another file, whoever has signed that', async () => {
  const other = await signedPaper('Giay khac', world.authority);
  const proof = resultProof(result);
  assert.deepEqual(await why(carrying(other, proof)), no('proof-of-another'));
  assert.deepEqual(await why(carrying(smallPaper('Giay gia'), proof)), no('proof-of-another'));
  // What people write comes into the log too, and may be the hash of anything.
  const smuggled = carrying(other, log.bundle('act', resultLine(other)));
  assert.deepEqual(await why(smuggled), no('proof-of-another'));
  assert.deepEqual(
    await why(carrying(result, resultProof(result, { witnesses: 1 }))),
    no('witnesses-missing'),
  );
  assert.deepEqual(await why(carrying(result, '{}')), no('proof-odd'));
});

test('without a proof the signatures speak alone; with neither a PDF is nothing', async () => {
  const alone = await judge(result);
  assert.equal(alone.tone, 'careful');
  assert.match(words(alone), /Tệp không mang theo bằng chứng.*Cả 2 chữ ký số đều đúng/);
  assert.deepEqual(await why(smallPaper('Giay')), no('paper-bare'));
  assert.deepEqual(await why('%PDF-1.7 nothing'), no('pdf-odd'));
  const stranger = await smallAuthority(at);
  const foreign = await signedPaper('Giay xac nhan', stranger);
  const untrusted = ['changed-by-refused', 'certificate-untrusted'];
  for (const paper of [foreign, carrying(foreign, resultProof(foreign))]) {
    const verdict = await judge(paper);
    assert.equal(verdict.tone, 'bad');
    assert.ok(untrusted.some((code) => words(verdict).includes(refusalOf(code).vi)));
  }
  assert.equal((await judge(result, {}, { ...given, roots: [] })).tone, 'bad');
});

test('a receipt is not signed by anybody: the log speaks for it', async () => {
  const receipt = smallPaper('Giay tiep nhan');
  const verdict = await judge(carrying(receipt, log.bundle('paper', receiptLine(receipt))));
  assert.equal(verdict.tone, 'good');
  assert.match(words(verdict), /Giấy tiếp nhận hồ sơ và hẹn trả kết quả/);
  assert.match(words(verdict), /20\/11\/2026 09:00/);
});

test('other files are named for what they are', async () => {
  for (const file of ['', 'xin chào', '<html>', Uint8Array.of(0xff, 0xd8, 0xff)])
    assert.deepEqual(await why(file), no('file-unknown'));
  assert.deepEqual(await why('{"a":1}'), no('keys-odd'));
  assert.deepEqual(await why(new Uint8Array(33_600_000)), no('file-large'));
});
