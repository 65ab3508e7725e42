import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { carryProof } from '#platform/carried-proof';
import { issueCredential, presentCredential } from '#platform/credentials';
import { smallAuthority } from '#test/small-authority';
import { at, day, issuing, must } from '#test/small-issuing';
import { resultLine, smallLog } from '#test/small-log';
import { signedPaper } from '#test/small-paper';
import { type Beside, judgeFile } from '../../src/surfaces/portal/verifier/browser/judge-file.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';

// What the one-file verifier knows of a result without a network: signatures, the log and its witnesses, the holder, and revocation as far
// as the newest list of states that lies beside. A paper alone cannot tell that it was revoked later, so it is never called good.
const log = smallLog(at / 1000);
const world = await issuing();
const { authority } = world;
const stranger = await smallAuthority(at);
const given = {
  policy: log.policy,
  roots: [Buffer.from(authority.root).toString('base64')],
  issuedAt: at,
  place: 'Tỉnh Mẫu',
  checkAddress: 'https://tinh.example.vn/kiem-tra',
};
const judge = (file: string | Uint8Array, beside: Partial<Beside> = {}) =>
  judgeFile(Buffer.from(file), given, { at: at + day, lists: [], keys: [], ...beside });

interface Result {
  readonly signed: Buffer;
  readonly bundle: string;
  readonly whole: Buffer;
}
async function aResult(words: string, by = authority): Promise<Result> {
  const signed = Buffer.from(await signedPaper(words, by));
  const bundle = log.bundle('result-file', resultLine(signed));
  return { signed, bundle, whole: Buffer.from(must(carryProof(signed, bundle))) };
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Where the revision of each signature ends. */
const ends = (pdf: Buffer): readonly number[] => {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/%%EOF\n/g)].map(({ index }) => index + 6);
};

row(
  'S8',
  'results on paper files: forged, cut, lengthened, re-pasted, of another authority or another log, all refused offline',
  { small: 60, full: 900 },
  async () => {
    const luck = chance('S8 papers');
    const results = await Promise.all(['Mot', 'Hai', 'Ba'].map((words) => aResult(words)));
    const foreign = await aResult('Mot', stranger);
    for (const { whole } of results) {
      const { tone, checks } = await judge(whole);
      assert.deepEqual(
        [tone, checks.filter(({ is }) => is === 'bad')],
        ['careful', []],
        'the true one is believed',
      );
    }
    const two = (): readonly [Result, Result] => luck.shuffle(results).slice(0, 2) as [Result, Result];
    const turned = (bytes: Buffer, from = 0, to = bytes.length - 1): Buffer => {
      const copy = Buffer.from(bytes);
      const place = luck.whole(from, to);
      copy[place] = (copy[place] ?? 0) ^ (1 << luck.whole(0, 7));
      return copy;
    };
    const forgeries: Readonly<Record<string, () => Uint8Array>> = {
      'a bit of the paper': () => {
        const { signed, whole } = luck.pick(results);
        return turned(whole, 0, signed.length - 1);
      },
      'a bit of the proof': () => {
        const { signed, whole } = luck.pick(results);
        return turned(whole, signed.length, whole.length - 1);
      },
      'cut in the paper': () => {
        const { signed } = luck.pick(results);
        const [first = 0] = ends(signed);
        return signed.subarray(0, luck.whole(first + 1, signed.length - 2));
      },
      'cut in the proof': () => {
        const { signed, whole } = luck.pick(results);
        return whole.subarray(0, luck.whole(signed.length + 20, whole.length - 2));
      },
      lengthened: () => Buffer.concat([luck.pick(results).whole, randomBytes(luck.whole(1, 60))]),
      'another revision behind the signatures': () =>
        Buffer.concat([
          luck.pick(results).signed,
          Buffer.from('\n4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
        ]),
      'the proof of another': () => {
        const [a, b] = two();
        return must(carryProof(a.signed, b.bundle));
      },
      'the proof of another, its hash exchanged': () => {
        const [a, b] = two();
        return must(carryProof(a.signed, b.bundle.replaceAll(sha256(b.signed), sha256(a.signed))));
      },
      'the seal of another': () => {
        const [a, b] = two();
        const [, leader = 0] = ends(a.signed);
        const [, other = 0] = ends(b.signed);
        return Buffer.concat([a.signed.subarray(0, leader), b.signed.subarray(other)]);
      },
      'signed by an authority that nobody named': () => foreign.whole,
      'in a log with another key': () => {
        const { signed } = luck.pick(results);
        return must(
          carryProof(signed, log.bundle('result-file', resultLine(signed), { by: smallLog(at / 1000) })),
        );
      },
      'in a log that too few witnesses saw': () => {
        const { signed } = luck.pick(results);
        return must(carryProof(signed, log.bundle('result-file', resultLine(signed), { witnesses: 1 })));
      },
    };
    const kinds = Object.entries(forgeries);
    for (let n = 0; n < times(120, 6000); n++) {
      const [how, forge] = kinds[n % kinds.length] ?? assert.fail();
      const file = forge();
      const { tone } = await judge(file);
      assert.equal(tone, 'bad', `${how}: ${tone}`);
    }
  },
);

row(
  'S8',
  'results in wallets: forged, cut, re-pasted, replayed to somebody else, revoked, replaced or expired, all refused offline',
  { small: 60, full: 900 },
  async () => {
    const luck = chance('S8 credentials');
    const expected = { audience: 'Ngân hàng Mẫu', nonce: '4711' };
    const names = ['owner_name'];
    const show = async (text: string, to = expected, when = at + day): Promise<string> =>
      must(await presentCredential(text, { names, ...to, at: when }, world.holder));
    const [good, ended] = [await world.list([0, 0, 0, 0]), await world.list([0, 0, 0, 1])];
    const beside = { lists: [good], expected };
    const shown = await show(world.text);
    assert.equal((await judge(shown, beside)).tone, 'good', 'the true one is believed');
    const other = await show(must(await issueCredential(world.wish, authority.person)));
    const strange = await show(must(await issueCredential(world.wish, stranger.person)));
    const replayed = await show(world.text, { ...expected, nonce: '4712' });
    const elsewhere = await show(world.text, { ...expected, audience: 'Ngân hàng Khác' });
    const pieces = (text: string): string[] => text.split('~');
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const forgeries: Readonly<Record<string, () => readonly [string, Partial<Beside>]>> = {
      // The last letter of a part holds bits that say nothing; another letter is the same signature.
      'a letter': () => {
        const place = luck.whole(0, shown.length - 2);
        const [before, next] = [shown[place] ?? '', shown[place + 1] ?? ''];
        const inside = letters.includes(before) && letters.includes(next);
        const another = luck.pick([...letters].filter((one) => one !== before));
        const at = inside ? place : 0;
        return [shown.slice(0, at) + another.replace(shown[at] ?? '', 'Z') + shown.slice(at + 1), beside];
      },
      cut: () => [shown.slice(0, luck.whole(1, shown.length - 8)), beside],
      'without its holder': () => [`${pieces(shown).slice(0, -1).join('~')}~`, beside],
      'with the holder of another showing': () => [
        [...pieces(shown).slice(0, -1), pieces(replayed).at(-1) ?? ''].join('~'),
        beside,
      ],
      'with what another one tells': () => {
        const [jwt = '', , ...rest] = pieces(shown);
        return [[jwt, pieces(other)[1] ?? '', ...rest].join('~'), beside];
      },
      'shown to another': () => [luck.pick([replayed, elsewhere]), beside],
      'issued by a stranger': () => [strange, beside],
      'revoked or replaced': () => [shown, { ...beside, lists: luck.shuffle([ended]) }],
      'with a forged list of states': () => {
        const place = luck.whole(good.length - 60, good.length - 8);
        const turned = good.slice(0, place) + (good[place] === 'A' ? 'B' : 'A') + good.slice(place + 1);
        return [shown, { ...beside, lists: [turned] }];
      },
      expired: () => [shown, { ...beside, at: at + 400 * day }],
    };
    const kinds = Object.entries(forgeries);
    for (let n = 0; n < times(100, 4000); n++) {
      const [how, forge] = kinds[n % kinds.length] ?? assert.fail();
      const [text, told] = forge();
      const { tone } = await judge(text, told);
      assert.notEqual(tone, 'good', how);
      assert.ok(tone === 'bad' || how === 'cut', `${how}: ${tone}`);
    }
  },
);
