import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedProof, carryProof } from '#platform/carried-proof';
import { smallAuthority } from '#test/small-authority';
import { must } from '#test/small-issuing';
import { resultLine, smallLog } from '#test/small-log';
import { signedPaper } from '#test/small-paper';
import { root } from '#test/tree';
import { given } from '../../surfaces/portal/verifier/browser/given.ts';
import { judgeFile } from '../../surfaces/portal/verifier/browser/judge-file.ts';
import { verifierPageOf } from '../../surfaces/portal/verifier/verifier-file.ts';
import { makeVerifier } from './index.ts';
import { aDesk } from './testing/in-browser.ts';

const now = Date.now();
const log = smallLog(Math.floor(now / 1000));

test('the browser says of turned files what the server says, under roots of other kinds of keys too', async (t) => {
  const authorities = await Promise.all([
    smallAuthority(now, 'p256'),
    smallAuthority(now, 'rsa2048'),
    smallAuthority(now, 'rsa3072'),
  ]);
  const wish = {
    policy: log.policy,
    roots: authorities.map((one) => one.root),
    issuedAt: now,
    place: 'Tỉnh Mẫu',
    checkAddress: 'https://tinh.example.vn/kiem-tra',
  };
  const made = verifierPageOf(wish);
  const believed = given.parse(made.given);
  const desk = await aDesk();
  t.after(() => desk.close());
  desk.put({ 'kiem-tra.html': await makeVerifier(root)(made) });
  const { page, wrong } = await desk.open('kiem-tra.html', { offline: true });
  const whole = await Promise.all(
    authorities.map(async (authority) => {
      const paper = await signedPaper('Giay xac nhan', authority);
      return must(carryProof(paper, log.bundle('result-file', resultLine(paper))));
    }),
  );
  const turned = whole.flatMap((file, n) =>
    Array.from({ length: 12 }, (_, at) => {
      const other = Buffer.from(file);
      const place = Math.floor(((at + n / 3) / 12) * file.length);
      other[place] = (other[place] ?? 0) ^ (1 << (at % 8));
      // Without the proof, the signatures have to find it.
      return at % 2 === 0 ? other : other.subarray(0, carriedProof(file)?.octets);
    }),
  );
  const files = [...whole, ...turned];
  const named = files.map((_, n) => `tep-${n}.pdf`);
  desk.put(Object.fromEntries(files.map((file, n) => [`tep-${n}.pdf`, file])));
  await desk.choose(page, ...named);
  const shown = await page.locator('.kt-card').evaluateAll((cards) =>
    cards.map((each) => ({
      tone: (each as HTMLElement).dataset['tone'],
      checks: [...each.querySelectorAll('.kt-checks > li')].map((one) => one.textContent),
    })),
  );
  const beside = { at: now, lists: [], keys: [] };
  for (const [n, file] of files.entries()) {
    const { tone, checks } = await judgeFile(file, believed, beside);
    assert.equal(shown[n]?.tone, tone, named[n]);
    assert.equal(tone, n < whole.length ? 'careful' : 'bad', named[n]);
    for (const [at, { what }] of checks.entries())
      assert.ok(shown[n]?.checks[at]?.includes(what.vi), `${named[n]}: ${what.vi}`);
  }
  assert.deepEqual(wrong, []);
});
