import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { publicActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import type { CertificateWish } from '#platform/certificates';
import { wrapXml } from '#platform/xml-signatures';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { smallAuthority } from '#test/small-authority';
import { smallRemote } from '#test/small-remote';
import { must } from '#test/small-services';
import { smallSigning } from '#test/small-signing';
import type { Citizen } from './index.ts';

const db = await aDatabase();
const authority = await smallAuthority(aWorkingMorning);
const clock = new SetClock(aWorkingMorning);
const ctx = aCtx(db.web, publicActor, clock);
const provider = smallRemote(authority);
const small = smallSigning(authority, clock, { remote: { mau: provider.remote } });
const { remote } = small.signing;
const returnTo = 'https://dvc.example.vn/ky-so/ve';
const content = '<ToKhai xmlns="urn:example:to-khai" Id="to-khai"><HoTen>Trần Văn Tám</HoTen></ToKhai>';
const text = must(await wrapXml(Buffer.from(content)));
const day = 86_400_000;

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);
let people = 0;
const somebody = (name = 'Trần Văn Tám'): Citizen => ({
  kind: 'citizen',
  personalNumber: `0890900${String(++people).padStart(5, '0')}`,
  name,
});
async function holder(wish: Partial<CertificateWish> = {}): Promise<Citizen> {
  const person = somebody();
  await provider.hold(person, wish);
  return person;
}
const begin = (person: Citizen, change: { provider?: string; id?: string; xml?: Uint8Array } = {}) =>
  remote.begin(ctx, {
    provider: 'mau',
    person,
    words: 'Đăng ký kết hôn',
    returnTo,
    xml: text,
    id: 'nguoi-nop',
    role: 'Người nộp hồ sơ',
    ...change,
  });
/** Begun, agreed to, and what has been kept is brought back as a database gives it. */
async function agreed(person: Citizen, change: Parameters<typeof begin>[1] = {}) {
  const { kept, url } = must(await begin(person, change));
  return { kept: JSON.parse(JSON.stringify(kept)) as typeof kept, brought: provider.agree(url) };
}
const signature = { xml: text, id: 'nguoi-nop', role: 'Người nộp hồ sơ' };

beforeEach(() => {
  clock.set(aWorkingMorning);
  small.says = { is: 'good' };
  provider.refuses = undefined;
  provider.swap = undefined;
});

describe('signing with a key that a provider keeps', () => {
  it('the person agrees elsewhere, comes back, and the signature lasts', async () => {
    const person = await holder();
    const { kept, url, state } = must(await begin(person));
    const asked = provider.asked.at(-1);
    assert.deepEqual(
      [asked?.words, asked?.returnTo, asked?.state, asked?.digests.length],
      ['Đăng ký kết hôn', returnTo, state, 1],
    );
    for (const secret of [kept.verifier, person.personalNumber, person.name])
      assert.ok(!url.includes(encodeURIComponent(secret)), 'nothing of what is kept stands in the address');
    clock.set(clock.now() + 3 * 60_000);
    const { put } = must(await remote.end(ctx, kept, provider.agree(url)));
    const signed = must(await put(signature));
    assert.equal(signed.certificate.subject.parts.serialNumber, `CCCD:${person.personalNumber}`);
    const judged = must(await small.signing.judgeXml(ctx, signed.xml));
    assert.ok(judged.valid);
    assert.deepEqual(
      judged.signatures.map(({ id, level, role, claimedAt, covers }) => [
        id,
        level,
        role,
        claimedAt,
        Buffer.from(covers).toString(),
      ]),
      [['nguoi-nop', 'B-LT', 'Người nộp hồ sơ', aWorkingMorning, content]],
    );
  });

  it('each beginning has a state and a verifier of its own', async () => {
    const person = await holder();
    const [one, two] = [must(await begin(person)), must(await begin(person))];
    assert.notEqual(one.state, two.state);
    assert.notEqual(one.kept.verifier, two.kept.verifier);
    assert.ok(one.state.length >= 32 && one.kept.verifier.length >= 43);
  });

  it('a text that got another signature meanwhile is signed beside it, as often as it takes', async () => {
    const [person, other] = [await holder(), await holder()];
    const mine = await agreed(person);
    const theirs = await agreed(other, { id: 'nguoi-khac' });
    const { put } = must(await remote.end(ctx, mine.kept, mine.brought));
    assert.ok((await put(signature)).ok);
    const meanwhile = must(await remote.end(ctx, theirs.kept, theirs.brought));
    const { xml } = must(await meanwhile.put({ xml: text, id: 'nguoi-khac', role: 'Người nộp hồ sơ' }));
    const both = must(await put({ ...signature, xml }));
    const judged = must(await small.signing.judgeXml(ctx, both.xml));
    assert.deepEqual(
      [judged.valid, judged.signatures.map(({ id, level }) => [id, level])],
      [
        true,
        [
          ['nguoi-khac', 'B-LT'],
          ['nguoi-nop', 'B-LT'],
        ],
      ],
    );
    assert.equal(codeOf(await put({ ...signature, xml: both.xml })), 'signature-id-taken');
  });

  it('what was agreed to goes into no other text, under no other name, in no other role', async () => {
    const { kept, brought } = await agreed(await holder());
    const { put } = must(await remote.end(ctx, kept, brought));
    const xml = must(await wrapXml(Buffer.from(content.replace('Tám', 'Chín'))));
    assert.equal(codeOf(await put({ ...signature, xml })), 'signer-unavailable');
    assert.equal(codeOf(await put({ ...signature, id: 'khac' })), 'signer-unavailable');
    assert.equal(codeOf(await put({ ...signature, role: 'Giám đốc' })), 'signer-unavailable');
  });
});

describe('whose key it is', () => {
  const named = (number: string | undefined, name: string): Partial<CertificateWish> => ({
    subject: [...(number ? [['serialNumber', number] as const] : []), ['commonName', name]],
  });
  const cases: readonly [string, Partial<CertificateWish>][] = [
    ['a namesake', named('CCCD:089090999999', 'Trần Văn Tám')],
    ['a certificate without a number', named(undefined, 'Trần Văn Tám')],
    ['a number that is too short', named('CCCD:08909', 'Trần Văn Tám')],
  ];
  for (const [what, wish] of cases)
    it(`${what} is refused`, async () => {
      const begun = await begin(await holder(wish));
      assert.equal(codeOf(begun), 'certificate-wrong-person');
    });

  it('the right number with another name is refused, and the names are told', async () => {
    const person = somebody();
    await provider.hold({ ...person, name: 'Lê Thị Khác' });
    const begun = await begin(person);
    assert.deepEqual(!begun.ok && begun.refusal, {
      code: 'certificate-wrong-person',
      details: { name: 'Trần Văn Tám', certificate: 'Lê Thị Khác' },
    });
  });

  it('two numbers, of which one is somebody else’s, are refused', async () => {
    const person = somebody();
    const both = `CCCD:${person.personalNumber}`;
    await provider.hold(person, {
      subject: [
        ['serialNumber', both],
        ['userId', 'CCCD:089090999999'],
        ['commonName', person.name],
      ],
    });
    assert.equal(codeOf(await begin(person)), 'certificate-wrong-person');
  });

  it('a name is the same in another case and form of Unicode', async () => {
    const person = somebody('Trần Văn Tám');
    await provider.hold({ ...person, name: 'TRẦN  VĂN TÁM'.normalize('NFD') });
    assert.ok((await begin(person)).ok);
  });

  it('of several keys the first that may sign now is taken; else the reason of the first is told', async () => {
    const person = await holder({ from: aWorkingMorning - 9 * day, to: aWorkingMorning - day });
    const good = await provider.hold(person);
    const { kept } = must(await begin(person));
    assert.equal(kept.credential, good.id);
    const other = await holder({ from: aWorkingMorning - 9 * day, to: aWorkingMorning - day });
    await provider.hold(other, named('CCCD:089090999999', other.name));
    assert.equal(codeOf(await begin(other)), 'certificate-expired');
  });
});

describe('a certificate is judged when it is asked for, and once more when it signs', () => {
  it('expired, not yet good, revoked, and nobody who answers', async () => {
    const old = await holder({ from: aWorkingMorning - 9 * day, to: aWorkingMorning - day });
    assert.equal(codeOf(await begin(old)), 'certificate-expired');
    const young = await holder({ from: aWorkingMorning + day, to: aWorkingMorning + 9 * day });
    assert.equal(codeOf(await begin(young)), 'certificate-not-yet');
    const person = await holder();
    small.says = { is: 'revoked', at: aWorkingMorning - day };
    assert.equal(codeOf(await begin(person)), 'certificate-revoked');
    small.says = undefined;
    assert.equal(codeOf(await begin(person)), 'revocation-unknown');
  });

  it('of an authority that nobody trusts', async () => {
    const strange = smallRemote(await smallAuthority(aWorkingMorning));
    const { signing } = smallSigning(authority, clock, { remote: { la: strange.remote } });
    const person = somebody();
    await strange.hold(person);
    const wish = { ...signature, provider: 'la', person, words: '', returnTo };
    assert.equal(codeOf(await signing.remote.begin(ctx, wish)), 'certificate-untrusted');
  });

  it('what happened while the person was away counts, and their consent is not used up', async () => {
    const { kept, brought } = await agreed(await holder({ to: aWorkingMorning + 60_000 }));
    small.says = { is: 'revoked', at: aWorkingMorning };
    assert.equal(codeOf(await remote.end(ctx, kept, brought)), 'certificate-revoked');
    small.says = undefined;
    assert.equal(codeOf(await remote.end(ctx, kept, brought)), 'revocation-unknown');
    small.says = { is: 'good' };
    clock.set(aWorkingMorning + 2 * 60_000);
    assert.equal(codeOf(await remote.end(ctx, kept, brought)), 'certificate-expired');
    clock.set(aWorkingMorning + 30_000);
    assert.equal(codeOf(await remote.end(ctx, kept, brought)), 'done');
  });
});

describe('a provider that does not do its part', () => {
  it('is unknown, or has no key of the person', async () => {
    const person = await holder();
    for (const name of ['khac', '__proto__', 'toString', ''])
      assert.equal(codeOf(await begin(person, { provider: name })), 'remote-unknown', name);
    assert.equal(codeOf(await begin(somebody())), 'remote-none');
    const { kept, brought } = await agreed(person);
    const gone = await remote.end(ctx, { ...kept, provider: 'khac' }, brought);
    assert.equal(codeOf(gone), 'remote-unknown');
    assert.deepEqual(remote.providers, [{ key: 'mau', name: 'Ký số Mẫu' }]);
  });

  for (const code of ['remote-silent', 'remote-odd'])
    it(`${code} is told as it is, before and after`, async () => {
      const person = await holder();
      const { kept, brought } = await agreed(person);
      provider.refuses = code;
      assert.equal(codeOf(await begin(person)), code);
      assert.equal(codeOf(await remote.end(ctx, kept, brought)), code);
    });

  it('the person says no there, or brings nothing back', async () => {
    const { kept } = await agreed(await holder());
    assert.equal(codeOf(await remote.end(ctx, kept, { error: 'access_denied' })), 'remote-consent-refused');
    assert.equal(codeOf(await remote.end(ctx, kept, { error: 'server_error' })), 'remote-odd');
    assert.equal(codeOf(await remote.end(ctx, kept, {})), 'remote-odd');
  });

  it('a code counts once, for the one who began', async () => {
    const [person, other] = [await holder(), await holder()];
    const mine = await agreed(person);
    const theirs = await agreed(other);
    assert.equal(codeOf(await remote.end(ctx, mine.kept, theirs.brought)), 'remote-odd');
    assert.equal(codeOf(await remote.end(ctx, mine.kept, mine.brought)), 'done');
    assert.equal(codeOf(await remote.end(ctx, mine.kept, mine.brought)), 'remote-consent-expired');
  });

  it('another signature, or none, is not put into the text', async () => {
    const [person, other] = [await holder(), await holder()];
    const theirs = await agreed(other);
    let foreign: readonly Uint8Array[] = [];
    provider.swap = (made) => (foreign = made);
    must(await remote.end(ctx, theirs.kept, theirs.brought));
    const answers: readonly [readonly Uint8Array[], string][] = [
      [foreign, 'signature-wrong'],
      [[Buffer.alloc(256, 1)], 'signature-wrong'],
      [[Buffer.alloc(0)], 'signature-wrong'],
      [[], 'remote-odd'],
      [[...foreign, ...foreign], 'remote-odd'],
    ];
    for (const [answer, code] of answers) {
      const mine = await agreed(person);
      provider.swap = () => answer;
      const ended = await remote.end(ctx, mine.kept, mine.brought);
      assert.equal(codeOf(ended.ok ? await ended.value.put(signature) : ended), code);
    }
  });
});
