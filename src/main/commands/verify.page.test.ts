import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { aHouse, secondsOfTheLog } from '#test/pages';
import { portalRoutes } from '../../surfaces/portal/index.ts';
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

async function verify(given: { proof?: string; keys?: string }): Promise<string> {
  const files = { proof: path.join(folder, 'proof.json'), keys: path.join(folder, 'keys.json') };
  writeFileSync(files.proof, given.proof ?? proof);
  writeFileSync(files.keys, given.keys ?? keys);
  let said = '';
  const out = new Writable({
    write(part: Buffer, _, next) {
      said += part.toString();
      next();
    },
  });
  const console = { in: Readable.from([]), out, err: out };
  const typed = { words: [files.proof], options: { '--policy': files.keys } };
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
