import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, test } from 'node:test';
import { aHouse, secondsOfTheLog } from '#test/pages';
import { portalRoutes } from '../../surfaces/portal/index.ts';
import { Refused } from '../refused.ts';
import { monitorCommand } from './monitor.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-monitor-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const house = await aHouse({ routes: portalRoutes });
const address = `${await house.listen()}/nhat-ky`;
const aSecond = secondsOfTheLog(house.db, house.clock);
const keys = path.join(folder, 'khoa.json');
const shown = path.join(folder, 'shown');

async function monitor(options: Readonly<Record<string, string | true>> = {}, at = address): Promise<string> {
  let said = '';
  const out = new Writable({
    write(part: Buffer, _, next) {
      said += part.toString();
      next();
    },
  });
  const typed = {
    words: [at],
    options: { '--policy': keys, '--folder': path.join(folder, 'm'), ...options },
  };
  const settings = () => assert.fail('it asks no database');
  try {
    await monitorCommand.run({
      typed,
      root: folder,
      console: { in: Readable.from([]), out, err: out },
      settings,
    });
    return said;
  } catch (error) {
    assert.ok(error instanceof Refused, String(error));
    return error.message;
  }
}

test('it reads the log from its address, remembers, and says what is new', async () => {
  writeFileSync(keys, (await house.visit('GET', '/nhat-ky/khoa.json')).bytes);
  await house.aDossier();
  await aSecond();
  assert.match(await monitor(), /has (\d+) lines, \1 of them new, and only grew/);
  writeFileSync(shown, (await house.visit('GET', '/nhat-ky/checkpoint')).bytes);
  assert.match(await monitor(), /, 0 of them new/);
  await house.aDossier({ seed: 2 });
  await aSecond();
  assert.match(await monitor({ '--shown': shown }), /, [1-9]\d* of them new/);
  assert.match(await monitor({ '--again': true }), /, 0 of them new/);
});

test('what is wrong is said in a sentence, and its memory stays as it was', async () => {
  const memory = path.join(folder, 'm/read.json');
  const kept = readFileSync(memory, 'utf8');
  assert.match(await monitor({}, `${address}-x`), /cannot be read|does not answer/);
  assert.match(await monitor({}, 'nhat-ky'), /Name the address of the log/);
  assert.match(await monitor({}, 'http://127.0.0.1:9'), /does not answer/);
  await house.db.sql('update public_log.leaf set entry = $1 where index = 2', ['journal x']);
  assert.match(await monitor({ '--again': true }), /the log was rewritten.* Keep the folder as evidence/);
  assert.equal(readFileSync(memory, 'utf8'), kept);
  writeFileSync(memory, '{');
  assert.match(await monitor(), /Put back its copy/);
});
