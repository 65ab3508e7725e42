import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { carriedProof, carryProof } from '#platform/carried-proof';
import { makeKey, readSigner, writeKeyChange } from '#platform/tlog';
import { aHouse, logOfHouse, secondsOfTheLog, type Visitor } from '#test/pages';
import { portalRoutes } from '../../surfaces/portal/index.ts';
import { walkTo } from '../../surfaces/portal/testing/walk.ts';
import { Refused } from '../refused.ts';
import { verifyCommand } from './verify.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const house = await aHouse({ routes: portalRoutes });
const filed = await house.aDossier();
const { code } = (await house.view(filed, 'citizen1')).dossier;
await secondsOfTheLog(house.db, house.clock)();
const proof = (
  await house.visit('GET', `/cua-toi/ho-so/${code}/bang-chung`, { as: 'citizen1' })
).bytes.toString();
const keys = (await house.visit('GET', '/nhat-ky/khoa.json')).bytes.toString();

async function verify(given: {
  proof?: string | Uint8Array;
  keys?: string;
  known?: string;
}): Promise<string> {
  const files = {
    proof: path.join(folder, 'proof'),
    keys: path.join(folder, 'keys.json'),
    known: path.join(folder, 'known.json'),
  };
  writeFileSync(files.proof, given.proof ?? proof);
  writeFileSync(files.keys, given.keys ?? keys);
  writeFileSync(files.known, given.known ?? keys);
  let said = '';
  const out = new Writable({
    write(part: Buffer, _, next) {
      said += part.toString();
      next();
    },
  });
  const console = { in: Readable.from([]), out, err: out };
  const typed = {
    words: [files.proof],
    options: { '--policy': files.keys, ...(given.known && { '--known': files.known }) },
  };
  const settings = () => assert.fail('it asks nobody');
  try {
    await verifyCommand.run({ typed, root: folder, console, settings });
    return said;
  } catch (error) {
    assert.ok(error instanceof Refused);
    return error.message;
  }
}

test('the proof of a citizen is found right by the keys of the page alone', async () => {
  const said = await verify({});
  assert.match(
    said,
    /^This stands in the log motcua\.example\.vn\/nhat-ky, line \d+ of \d+ \(act\), and is unchanged:/,
  );
  assert.ok(said.includes(filed.id));
});

test('a changed one, too few witnesses and other keys are refused with a sentence', async () => {
  assert.match(
    await verify({ proof: proof.replace('submitted', 'submittet') }),
    /proves nothing: what it says does not stand in the log/,
  );
  assert.match(await verify({ proof: proof.slice(0, 100) }), /not written as a proof/);
  assert.match(await verify({ keys: keys.replace('"least": 1', '"least": 2') }), /too few of the witnesses/);
  assert.match(await verify({ keys: '{}' }), /is not the file of keys/);
  assert.match(
    await verify({ keys: keys.replace(/\+[0-9a-f]{8}\+/, '+00000000+') }),
    /is not the file of keys/,
  );
});

const receipt = `/cua-toi/ho-so/${code}/giay/giay-tiep-nhan`;
const aSecond = secondsOfTheLog(house.db, house.clock);
async function paper(at: string, as: Visitor = 'citizen1'): Promise<Buffer> {
  const { status, bytes } = await house.visit('GET', at, { as });
  assert.equal(status, 200);
  return bytes;
}

test('a receipt carries its own proof a second after it was given out, and is found right without the office', async () => {
  await walkTo(house, filed, 'accepted');
  const first = await paper(receipt);
  assert.match(await verify({ proof: first }), /carries no proof\. Take it once more/);
  await aSecond();
  const carried = await paper(receipt);
  assert.equal(carried.subarray(0, first.length).equals(first), true, 'the paper itself is the same');
  assert.match(
    await verify({ proof: carried }),
    /^This file stands in the log .* \(paper\), and is unchanged:/,
  );
  assert.deepEqual(await paper(receipt), carried);
  const [noted] = await house.db.sql<{ n: number }>('select count(*)::int as n from dossiers.paper');
  assert.equal(noted?.n, 1, 'noted once');

  const other = await house.aDossier({ seed: 2, by: 'citizen2' });
  await walkTo(house, other, 'accepted');
  const theirs = await paper(`/cua-toi/ho-so/${other.code}/giay/giay-tiep-nhan`, 'citizen2');
  const pasted = Buffer.concat([theirs, carried.subarray(first.length)]);
  assert.match(await verify({ proof: pasted }), /carries no proof|of another file/);
  const text = carriedProof(carried)?.text ?? '';
  const repasted = carryProof(theirs, text);
  assert.ok(repasted.ok);
  assert.match(await verify({ proof: repasted.value }), /the proof at its end is of another file/);
  const ofAct = carryProof(first, proof);
  assert.ok(ofAct.ok);
  assert.match(
    await verify({ proof: ofAct.value }),
    /of another file/,
    'a proof that names no file proves none',
  );
  const turned = Buffer.from(carried);
  turned[100] = (turned[100] ?? 0) ^ 1;
  assert.match(await verify({ proof: turned }), /of another file/);
});

test('who holds the secret gets a paper of its own with a proof of its own', async () => {
  const { secret } = (await house.view(filed, 'citizen1')).dossier;
  const opened = await house.visit('POST', '/tra-cuu', { form: { ma: code, 'bi-mat': secret } });
  const cookie =
    String([opened.headers['set-cookie']].flat().find((each) => String(each).startsWith('__Host-mc='))).split(
      ';',
    )[0] ?? '';
  const get = async () =>
    (await house.visit('GET', `/tra-cuu/${code}/giay/giay-tiep-nhan`, { headers: { cookie } })).bytes;
  await get();
  await aSecond();
  assert.match(await verify({ proof: await get() }), /\(paper\), and is unchanged/);
});

test('keys that follow from known ones by a signed change are believed, others are named', async () => {
  const { origin } = logOfHouse;
  const [old, other] = [makeKey(origin, 1), makeKey(origin, 1)].map(({ secret }) => readSigner(secret));
  assert.ok(old && other);
  const next = logOfHouse.verifier;
  const known = JSON.stringify({ ...JSON.parse(keys), keys: [old.text] });
  const unsigned = { ...JSON.parse(keys), retired: [{ key: old.text, until: 3 }], changes: [] };
  assert.match(await verify({ known }), /was not signed by a key in/);
  assert.match(await verify({ known: keys }), /^This stands in the log/);
  // The house's own key is not at hand here: a change that only strangers signed leads nowhere.
  for (const signers of [[old], [other], [old, other]]) {
    const note = writeKeyChange({ origin, old: old.text, next, size: 3 }, signers);
    const given = JSON.stringify({ ...unsigned, changes: [note] });
    assert.match(await verify({ keys: given, known }), /Ask by phone or letter/);
  }
});
