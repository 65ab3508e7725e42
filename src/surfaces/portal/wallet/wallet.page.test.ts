import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPlainDate } from '#kernel/time';
import { judgeCredential, makeHolderKey, presentCredential } from '#platform/credentials';
import { aWorkingMorning } from '#test/database';
import { aHouse } from '#test/pages';
import { end } from '#test/registered';
import { smallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import { type SmallSigning, smallSigning } from '#test/small-signing';
import { anOffer, aShelved, aWallet } from '#test/wallet';
import { portalRoutes } from '../index.ts';

const authority = await smallAuthority(aWorkingMorning);
let own: SmallSigning | undefined;
const house = await aHouse({
  routes: portalRoutes,
  signing: (clock) => {
    own = smallSigning(authority, clock);
    return own.signing;
  },
});
const origin = await house.listen();
const holder = await makeHolderKey();
const wallet = aWallet(house, origin, holder);
const ask = (id: string, as: 'citizen1' | 'citizen2' | 'guest' = 'citizen1') =>
  house.visit('GET', `/cua-toi/vi-giay-to/${id}`, { as });
const offers = (id: string, as: 'citizen1' | 'citizen2' = 'citizen1') =>
  house.visit('POST', `/cua-toi/vi-giay-to/${id}`, { as, form: {} });
const judge = async (text: string, more = {}) =>
  judgeCredential(text, { roots: [authority.root], at: house.clock.now(), ...more });

test('a result goes from My papers into a wallet, and chosen parts of it to a verifier', async () => {
  const { id, number } = await aShelved(house, { validUntil: asPlainDate('2027-01-31') });
  const shelf = await house.visit('GET', '/cua-toi/giay-to', { as: 'citizen1' });
  assert.ok(shelf.text.includes(`href="/cua-toi/vi-giay-to/${id}"`));
  const told = await ask(id);
  for (const words of ['Nguyễn Thị Lan', '14/03/1996', '089190000001', '31/01/2027', number])
    assert.ok(told.text.includes(words), words);
  const offer = await anOffer(house, id);
  const text = await wallet.takes(offer);
  const { claims, hidden, signedBy, expiresAt } = must(await judge(text));
  assert.equal(hidden, 0);
  assert.equal(claims['owner_birth_date'], '1996-03-14');
  assert.equal(expiresAt, Date.UTC(2027, 0, 31, 17));
  assert.equal(
    signedBy.by === 'certificate' && signedBy.name,
    (claims['issuing_authority'] as { name: string }).name,
  );
  assert.match((await house.visit('GET', offer.at, { as: 'citizen1' })).text, /Ví đã nhận giấy này/);
  const asked = { audience: 'https://ngan-hang.example.vn', nonce: 'n-1' };
  const names = ['document_number', 'owner_name'];
  const shown = must(await presentCredential(text, { names, ...asked, at: house.clock.now() }, holder));
  const statusList = await wallet.list(text, authority.root);
  const seen = must(await judge(shown, { expected: asked, statusList }));
  assert.equal(seen.status.is, 'valid');
  assert.equal(seen.claims['owner_personal_number'], undefined);
  assert.equal(seen.claims['document_number'], number);
});

test('offering and issuing are entries of the journal, and so of the public log', async () => {
  const { id } = await aShelved(house);
  await wallet.takes(await anOffer(house, id));
  const rows = await house.db.sql<{ action: string; actor_kind: string }>(
    'select action, actor_kind from audit.entry where subject = $1 order by at, action desc',
    [`result:${id}`],
  );
  assert.deepEqual(rows, [
    { action: 'credential.offered', actor_kind: 'citizen' },
    { action: 'credential.issued', actor_kind: 'citizen' },
  ]);
});

test('who ends a result ends its credentials, in the list that is served five seconds later', async () => {
  for (const replaced of [false, true]) {
    const one = await aShelved(house);
    const newer = await aShelved(house);
    const other = await wallet.takes(await anOffer(house, newer.id));
    const text = await wallet.takes(await anOffer(house, one.id));
    const before = must(await judge(text, { statusList: await wallet.list(text, authority.root) }));
    assert.equal(before.status.is, 'valid');
    await end(house, one, replaced ? newer.number : '');
    house.clock.set(house.clock.now() + 2000);
    const statusList = await wallet.list(text, authority.root);
    const after = await judge(text, { statusList });
    assert.equal(!after.ok && after.refusal.code, 'credential-revoked');
    assert.ok((await judge(other, { statusList })).ok, 'others stand as they did');
    assert.match((await offers(one.id)).text, /không còn giá trị nên không đưa vào ví/);
  }
});

test('whose it is no more gets nothing, and what was given counts no more', async () => {
  const one = await aShelved(house);
  const text = await wallet.takes(await anOffer(house, one.id));
  const offer = await anOffer(house, one.id);
  const { token } = await wallet.token(offer.code, offer.number);
  await house.db.sql('update dossiers.dossier set person_id = $1 where id = $2', [
    (await house.ctx('citizen2')).actor.kind === 'citizen' ? '018f0000-0000-7000-a000-000000900002' : '',
    one.dossier.id,
  ]);
  const denied = await wallet.credential(token, await wallet.proof({ nonce: await wallet.nonce() }));
  assert.equal(denied.error, 'credential_request_denied');
  house.clock.set(house.clock.now() + 2000);
  const after = await judge(text, { statusList: await wallet.list(text, authority.root) });
  assert.equal(!after.ok && after.refusal.code, 'credential-revoked');
  assert.equal((await ask(one.id)).status, 404);
});

test('only the owner is offered anything', async () => {
  const { id } = await aShelved(house);
  assert.equal((await ask(id, 'citizen2')).status, 404);
  assert.equal((await offers(id, 'citizen2')).status, 404);
  assert.equal((await ask(id, 'guest')).status, 401);
  assert.equal((await house.visit('GET', `/cua-toi/vi-giay-to/${id}`)).status, 401);
  const { at } = await anOffer(house, id);
  assert.equal((await house.visit('GET', at, { as: 'citizen2' })).status, 404);
});

test('what another person is the subject of bears no number and no birth date of who filed', async () => {
  const { id } = await aShelved(house, { ownerName: 'Nguyễn Gia Bảo' });
  const { claims } = must(await judge(await wallet.takes(await anOffer(house, id))));
  assert.equal(claims['owner_name'], 'Nguyễn Gia Bảo');
  assert.equal(claims['owner_birth_date'] ?? claims['owner_personal_number'], undefined);
});

test('what cannot be offered is said in a sentence', async () => {
  const expired = await aShelved(house, { validUntil: asPlainDate('2026-11-24') });
  const refused = await ask(expired.id);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /không còn giá trị/);
  const { id } = await aShelved(house);
  if (own) own.says = undefined;
  assert.match((await offers(id)).text, /Nơi cấp hiện chưa ký được/);
  if (own) own.says = { is: 'good' };
  assert.equal((await offers(id)).status, 303);
});
