import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { smallAuthority } from '#test/small-authority';
import { at, codeOf, day, type Issuing, issuing, listUri, must } from '#test/small-issuing';
import { toBase64url, utf8 } from './bytes.ts';
import { signJws } from './es256.ts';
import {
  type CredentialQuestion,
  credentialType,
  judgeCredential,
  makeHolderKey,
  presentCredential,
  statuses,
} from './index.ts';
import { tokenSigner } from './sign.ts';

let world: Issuing;
before(async () => {
  world = await issuing();
});
const question = (more: Partial<CredentialQuestion> = {}): CredentialQuestion => ({
  roots: [world.authority.root],
  at: at + day,
  ...more,
});
const judged = async (text: string, more: Partial<CredentialQuestion> = {}) =>
  codeOf(await judgeCredential(text, question(more)));
const asked = { audience: 'https://ngan-hang.example.vn', nonce: 'n-1' };
const shown = async (names: readonly string[], holder = world.holder) =>
  must(await presentCredential(world.text, { names, ...asked, at: at + day }, holder));
/** A credential whose payload is written by hand. */
const written = async (payload: Record<string, unknown>, ...disclosures: string[]) => {
  const { header, sign } = must(await tokenSigner(world.authority.person));
  const jwt = await signJws({ typ: credentialType, ...header }, { vct: 'x', ...payload }, sign);
  return [jwt, ...disclosures, ''].join('~');
};
const disclosure = (...parts: unknown[]) => toBase64url(utf8(JSON.stringify(parts)));
const digest = async (text: string) =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

test('a credential says who signed it and what it tells', async () => {
  const { claims, hidden, signedBy, status, holder, expiresAt } = must(
    await judgeCredential(world.text, question()),
  );
  assert.equal(claims['owner_name'], 'Nguyễn Thị Đường');
  assert.deepEqual(claims['issuing_authority'], { name: 'Sở Nội vụ', code: 'H01.2' });
  assert.equal('cnf' in claims || 'status' in claims, false);
  assert.equal(hidden, 0);
  assert.equal(signedBy.by === 'certificate' && signedBy.organisation, 'Sở Nội vụ');
  assert.deepEqual(status, { is: 'unknown', uri: listUri });
  assert.deepEqual(holder, { is: 'not-shown', key: world.holder.jwk });
  assert.equal(expiresAt, at + 100 * day);
});

test('a holder shows what is asked and keeps the rest back', async () => {
  const text = await shown(['document_number']);
  const { claims, hidden, holder } = must(await judgeCredential(text, question({ expected: asked })));
  assert.deepEqual(Object.keys(claims).toSorted(), ['document_kind', 'document_number', 'issuing_authority']);
  assert.equal(hidden, 6);
  assert.equal(holder.is === 'shown' && holder.audience, asked.audience);
  assert.doesNotMatch(
    Buffer.from(text.replaceAll(/[.~]/g, ''), 'base64url').toString('utf8'),
    /Đường|000000000001/,
  );
});

test('no letter can be changed without notice', async () => {
  const text = await shown(['owner_name', 'document_number']);
  for (let i = 0; i < text.length; i++) {
    const other = text[i] === 'A' ? 'B' : 'A';
    const forged = text.slice(0, i) + other + text.slice(i + 1);
    assert.notEqual(await judged(forged, { expected: asked }), 'done', `at ${i}`);
  }
});

test('no part can be left out, repeated or added', async () => {
  const [jwt = '', first = '', ...rest] = world.text.split('~');
  const other = (await world.issue()).split('~')[1] ?? '';
  assert.equal(await judged([jwt, first, first, ...rest].join('~')), 'disclosure-odd');
  assert.equal(await judged([jwt, other, ...rest].join('~')), 'disclosure-odd');
  assert.equal(
    await judged([jwt, disclosure('s', 'owner_name', 'Ai đó'), ...rest].join('~')),
    'disclosure-odd',
  );
  assert.equal(await judged(jwt), 'credential-odd');
  assert.equal(await judged(`${world.text}~`), 'credential-odd');
  const bound = await shown(['owner_name']);
  const cut = bound.split('~').toSpliced(1, 1).join('~');
  assert.equal(await judged(cut, { expected: asked }), 'holder-wrong');
});

test('a presentation is for whom it was made, by the holder', async () => {
  const text = await shown(['owner_name']);
  assert.equal(await judged(text, { expected: { ...asked, nonce: 'n-2' } }), 'holder-elsewhere');
  assert.equal(
    await judged(text, { expected: { ...asked, audience: 'https://x.example' } }),
    'holder-elsewhere',
  );
  assert.equal(await judged(world.text, { expected: asked }), 'holder-missing');
  const thief = await shown(['owner_name'], await makeHolderKey());
  assert.equal(await judged(thief, { expected: asked }), 'holder-wrong');
  assert.equal(await judged(thief), 'holder-wrong');
});

test('dates, roots and kinds are kept to', async () => {
  assert.equal(await judged(world.text, { at: at + 100 * day }), 'credential-expired');
  assert.equal(await judged(world.text, { at: at - day }), 'credential-not-yet');
  assert.equal(await judged(world.text, { types: ['urn:other'] }), 'credential-other-type');
  const another = await smallAuthority(at);
  assert.equal(await judged(world.text, { roots: [another.root] }), 'certificate-untrusted');
  assert.equal(await judged(world.text, { roots: [] }), 'certificate-untrusted');
  const lasting = await world.issue({ expiresAt: at + 2000 * day });
  assert.equal(await judged(lasting, { at: at + 1000 * day }), 'certificate-expired');
});

test('a key by itself is believed when it is named', async () => {
  const { jwk, sign } = await makeHolderKey();
  const token = await signJws({ typ: credentialType, kid: 'k1' }, { vct: 'x' }, sign);
  const keys = [{ ...jwk, kid: 'k1' }];
  const { signedBy } = must(await judgeCredential(`${token}~`, { keys, at }));
  assert.deepEqual(signedBy, { by: 'key', id: 'k1' });
  assert.equal(
    codeOf(await judgeCredential(`${token}~`, { keys: [{ ...jwk, kid: 'k2' }], at })),
    'issuer-untrusted',
  );
  const other = { ...(await makeHolderKey()).jwk, kid: 'k1' };
  assert.equal(codeOf(await judgeCredential(`${token}~`, { keys: [other], at })), 'credential-forged');
});

test('other algorithms, other types and extensions are not read', async () => {
  const { header, sign } = must(await tokenSigner(world.authority.person));
  const signed = (more: Record<string, unknown>) =>
    signJws({ typ: credentialType, ...header, ...more }, { vct: 'x' }, sign);
  assert.equal(await judged(`${await signed({})}~`), 'done');
  assert.equal(await judged(`${await signed({ typ: 'statuslist+jwt' })}~`), 'credential-odd');
  assert.equal(await judged(`${await signed({ crit: ['b64'], b64: false })}~`), 'credential-odd');
  const [, body = '', tail = ''] = (await signed({})).split('.');
  for (const alg of ['none', 'HS256', 'ES384', 'es256']) {
    const head = toBase64url(utf8(JSON.stringify({ typ: credentialType, ...header, alg })));
    assert.equal(await judged(`${head}.${body}.${tail}~`), 'credential-odd', alg);
    assert.equal(await judged(`${head}.${body}.~`), 'credential-odd', alg);
  }
});

test('digests and disclosures that say two things are refused', async () => {
  const d = disclosure('s', 'a', 1);
  const h = await digest(d);
  assert.equal(await judged(await written({ _sd: [h] }, d)), 'done');
  for (const [payload, ...shownOnes] of [
    [{ _sd: [h, h] }, d],
    [{ _sd: [h], b: { _sd: [h] } }, d],
    [{ _sd: [h], a: 2 }, d],
    [{ _sd: [h], list: [{ '...': h }] }, d],
    [{ list: [{ '...': h }] }, d],
    [{ list: [{ '...': 'x', more: 1 }] }],
    [{ '...': 'x' }],
    [{ _sd: 'x' }],
    [{ _sd: [1] }],
    [{ _sd_alg: 'md5', _sd: [h] }, d],
  ] as const)
    assert.equal(
      await judged(await written(payload, ...shownOnes)),
      'disclosure-odd',
      JSON.stringify(payload),
    );
  for (const [name, value] of [
    ['exp', 1],
    ['vct', 'y'],
    ['cnf', {}],
    ['status', {}],
    ['_sd', []],
    ['...', 1],
  ] as const) {
    const hidden = disclosure('s', name, value);
    assert.equal(
      await judged(await written({ _sd: [await digest(hidden)] }, hidden)),
      'disclosure-odd',
      name,
    );
  }
  const proto = disclosure('s', '__proto__', { polluted: true });
  const { claims } = must(
    await judgeCredential(await written({ _sd: [await digest(proto)] }, proto), question()),
  );
  assert.equal(claims['polluted'], undefined);
});

test('a name that stands twice in one object is refused', async () => {
  const twice = toBase64url(utf8('["s","a",{"b":1,"\\u0062":2}]'));
  assert.equal(await judged(await written({ _sd: [await digest(twice)] }, twice)), 'disclosure-odd');
});

test('the status list has the last word, as far as it goes', async () => {
  const list = (status: number) => world.list([0, 0, 0, status]);
  const { status, signedBy } = must(
    await judgeCredential(world.text, question({ statusList: await list(0) })),
  );
  assert.deepEqual(status, { is: 'valid', asOf: at, signedBy });
  assert.equal(await judged(world.text, { statusList: await list(statuses.invalid) }), 'credential-revoked');
  assert.equal(
    await judged(world.text, { statusList: await list(statuses.suspended) }),
    'credential-suspended',
  );
  assert.equal(await judged(world.text, { statusList: await list(3) }), 'credential-revoked');
  const old = await world.list([0, 0, 0, 0], { expiresAt: at + day / 2 });
  assert.equal(must(await judgeCredential(world.text, question({ statusList: old }))).status.is, 'stale');
  assert.equal(await judged(world.text, { statusList: await world.list([], {}) }), 'status-odd');
  const elsewhere = await world.list([0, 0, 0, 0], { uri: `${listUri}0` });
  assert.equal(await judged(world.text, { statusList: elsewhere }), 'status-elsewhere');
  const forged = (await list(0)).replace(/.$/, (letter) => (letter === 'A' ? 'Q' : 'A'));
  assert.notEqual(await judged(world.text, { statusList: forged }), 'done');
  assert.equal(await judged(world.text, { statusList: world.text }), 'status-odd');
});
