import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { subjectOf } from '#platform/certificates';
import { must } from '#test/small-services';
import { startRemoteSigningSimulator } from './index.ts';
import {
  agree,
  aProvider,
  aVerifier,
  broughtBack,
  client,
  hoa,
  onThePage,
  returnTo,
  sha256,
} from './testing/builders.ts';

const provider = await aProvider();
after(() => provider.stop());
const { remote, clock, simulator } = provider;
const digests = [sha256('Đơn')];

async function address(change: { readonly words?: string; readonly digests?: readonly Uint8Array[] } = {}) {
  const { id: credential } = await provider.credential();
  const { challenge } = aVerifier();
  const wish = { credential, digests, words: 'Đơn', state: 's', challenge, returnTo, ...change };
  return must(await remote.consentAddress(wish));
}

describe('the page of consent', () => {
  it('says what is signed, by whom, for whom, and the demo PIN', async () => {
    const text = await (await fetch(await address({ words: 'Hồ sơ <b>H01</b> & đơn' }))).text();
    assert.match(text, /Hồ sơ &lt;b&gt;H01&lt;\/b&gt; &amp; đơn/);
    for (const words of ['Nguyễn Thị Hoa', 'localhost:9', '123456', 'Đồng ý ký', 'Từ chối'])
      assert.ok(text.includes(words), words);
    const hex = digests[0]!.toString('hex').toUpperCase();
    assert.ok(text.includes(`${hex.slice(0, 4)} ${hex.slice(4, 8)} …`));
    assert.doesNotMatch(text, /<script/);
    const many = await (
      await fetch(await address({ digests: Array.from({ length: 9 }, (_, n) => sha256(`${n}`)) }))
    ).text();
    assert.match(many, /của 9 tài liệu[\s\S]+và 4 mã khác/);
  });

  it('stays with a sentence when the PIN is wrong, and listens to nobody after five', async () => {
    const at = await address();
    const tries = ['', '000000', '1', '2', '3', '4', '123456'];
    const said = [];
    for (const pin of tries) {
      const response = await onThePage(at, { viec: 'dong-y', pin });
      said.push([response.status, /class="error"[^>]*>([^<]+)/.exec(await response.text())?.[1] ?? '']);
    }
    assert.deepEqual(said.slice(0, 2), [
      [422, 'Lỗi: Hãy nhập mã PIN.'],
      [422, 'Lỗi: Mã PIN chưa đúng. Bạn còn 4 lần thử.'],
    ]);
    assert.deepEqual(
      said.slice(5).map(([status]) => status),
      [423, 423],
      'also for the right one',
    );
    assert.match(String(said.at(-1)?.[1]), /Hãy thử lại sau \d\d:\d\d/);
    const locked = await onThePage(at, { viec: 'tu-choi' });
    assert.equal(broughtBack(locked)['error'], 'access_denied');
    clock.set(clock.now() + 5 * 60_000 + 1);
    assert.notEqual(await agree(await address()), '');
  });

  it('is answered once', async () => {
    const shown = await (await fetch(await address())).text();
    const action = `${simulator.url}${/action="([^"]+)"/.exec(shown)?.[1]}`;
    const press = (viec: string) =>
      fetch(action, {
        method: 'POST',
        body: new URLSearchParams({ viec, pin: '123456' }),
        redirect: 'manual',
      });
    assert.equal((await press('tu-choi')).status, 303);
    assert.equal((await press('dong-y')).status, 410);
  });

  it('goes back to the registered address only', async () => {
    const good = new URL(await address());
    const changed = async (change: Readonly<Record<string, string | undefined>>, twice?: string) => {
      const other = new URL(good);
      for (const [name, value] of Object.entries(change))
        if (value === undefined) other.searchParams.delete(name);
        else other.searchParams.set(name, value);
      if (twice) other.searchParams.append(twice, 'x');
      const said = await fetch(other, { redirect: 'manual' });
      return said.status === 303 ? broughtBack(said)['error'] : said.status;
    };
    assert.equal(await changed({}), 200);
    for (const stranger of [
      { redirect_uri: 'https://xau.example' },
      { redirect_uri: `${returnTo}/..` },
      { redirect_uri: undefined },
      { client_id: 'khac' },
    ])
      assert.equal(await changed(stranger), 400, JSON.stringify(stranger));
    for (const wrong of [
      { scope: 'service' },
      { response_type: 'token' },
      { code_challenge: undefined },
      { code_challenge_method: 'plain' },
      { hashAlgorithmOID: '1.3.14.3.2.26' },
      { numSignatures: '2' },
      { hashes: 'AAAA' },
      { hashes: undefined },
      { credentialID: 'simca-nguoi-khac' },
      { description: 'x'.repeat(501) },
    ])
      assert.equal(await changed(wrong), 'invalid_request', JSON.stringify(wrong));
    assert.equal(await changed({}, 'hashes'), 'invalid_request', 'a parameter that stands twice');
  });
});

describe('the simulator', () => {
  it('keeps keys to itself, and knows them after it was started again', async () => {
    const before = await provider.credential();
    for (const name of readdirSync(provider.folder))
      assert.equal(statSync(path.join(provider.folder, name)).mode & 0o077, 0);
    const again = await startRemoteSigningSimulator({
      port: 0,
      folder: provider.folder,
      clock,
      ...client,
      redirectUris: [returnTo],
      certify: () => Promise.reject(new Error('Not asked')),
    });
    const found = await provider.open({ url: again.url }).credentialsOf(hoa);
    await again.stop();
    assert.deepEqual(found, { ok: true, value: [before] });
  });

  it('issues once for all who ask at the same time, and anew for another name or year', async () => {
    const lan = { personalNumber: '089190000009', name: 'Lê Thị Lan' };
    const ids = async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => remote.credentialsOf(lan)));
      return new Set(all.map((one) => (one.ok ? one.value[0]?.id : one.refusal.code)));
    };
    const first = await ids();
    assert.equal(first.size, 1);
    assert.equal(provider.issued.filter((number) => number === lan.personalNumber).length, 1);
    const renamed = await remote.credentialsOf({ ...lan, name: 'Lê Ngọc Lan' });
    assert.ok(renamed.ok);
    const subject = subjectOf(renamed.value[0]!.certificate);
    assert.match(JSON.stringify(subject), /Lê Ngọc Lan/);
    clock.set(clock.now() + 366 * 86_400_000);
    assert.notDeepEqual(await ids(), first);
  });

  it('answers what CSC says about itself, and nothing that it does not know', async () => {
    const post = (at: string, body = '{}', type = 'application/json') =>
      fetch(`${simulator.url}${at}`, { method: 'POST', headers: { 'content-type': type }, body });
    const info = (await (await post('/csc/v2/info')).json()) as Record<string, unknown>;
    assert.equal(info['specs'], '2.0.0.2');
    assert.equal(info['oauth2'], simulator.url);
    assert.equal((await post('/csc/v2/credentials/list')).status, 401);
    assert.equal((await post('/csc/v2/khac')).status, 404);
    assert.equal((await post('/csc/v2/info', '{')).status, 400);
    assert.equal((await post('/csc/v2/info', '{}', 'text/plain')).status, 415);
    assert.equal(
      (await post('/oauth2/token', 'grant_type=password', 'application/x-www-form-urlencoded')).status,
      401,
    );
    assert.equal((await post('/csc/v2/info', `{"a":"${'x'.repeat(200_000)}"}`)).status, 400);
    assert.equal((await fetch(`${simulator.url}/khac`)).status, 404);
  });
});
