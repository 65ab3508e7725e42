import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openPeople, withPeople } from '#builders/identity';
import { officialsHeader } from '#capabilities/identity';
import { systemActor } from '#kernel/actor';
import { runCommand } from '#test/command';
import { aCtx, aDatabase } from '#test/database';
import { root } from '../../test/support/tree.ts';
import { takeOfficersFile } from './officers-file.ts';

const db = await aDatabase();
await withPeople(db.worker);
const folder = mkdtempSync(path.join(tmpdir(), 'mc-officers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const ctx = aCtx(db.worker, systemActor('officers'));
const people = openPeople(db.worker, ctx.clock);
async function run(text: string, { tryOnly = false, goodRows = false } = {}) {
  const lines: string[] = [];
  const bytes = new TextEncoder().encode(text);
  const clean = await takeOfficersFile(
    ctx,
    people,
    { bytes, tryOnly, goodRows, certifiesAtOnce: false },
    (line) => void lines.push(line),
  );
  return { clean, told: lines.join('\n') };
}
const row = (n: number, unit = 'H01.101') =>
  `Trần Thị Mới;0890000000${10 + n};m${n}@angiang.example.vn;m${n};${unit};Chuyên viên;Chuyên viên;;`;
const officers = async () =>
  (await db.sql('select 1 from identity.officer where personal_number is not null')).length;

test('the command tries, refuses and takes a file, and tells each row', async () => {
  const good = [officialsHeader, row(1), row(2)].join('\n');
  const tried = await run(good, { tryOnly: true });
  assert.ok(tried.clean);
  assert.match(tried.told, /Row 2, Trần Thị Mới: New account; Gives Specialist, UBND xã An Phú/);
  assert.match(tried.told, /2 rows: 2 new, 0 changed, 0 as they stand, 0 refused/);
  assert.equal(await officers(), 0);
  const mixed = [officialsHeader, row(1), row(3, 'H99')].join('\n');
  const refused = await run(mixed);
  assert.ok(!refused.clean);
  assert.match(
    refused.told,
    /Row 3, Unit code: .*Không có đơn vị .*H99.* \| .*No unit that stands today has the code H99/,
  );
  assert.match(refused.told, /1 rows are refused; mend the file/);
  assert.equal(await officers(), 0);
  assert.match((await run(mixed, { goodRows: true })).told, /Taken: 1 new accounts.* 1 rows left out/);
  assert.match((await run(good)).told, /Taken: 1 new accounts, 0 people changed, 1 as they stood/);
  assert.match((await run(good)).told, /Taken: 0 new accounts, 0 people changed, 2 as they stood/);
  const moved = await run(good.replaceAll('Chuyên viên;;', 'Văn thư;;'), { tryOnly: true });
  assert.match(moved.told, /Gives Clerk, UBND xã An Phú; Ends Specialist, UBND xã An Phú/);
  assert.match(
    (await run(good.replaceAll('Chuyên viên;;', 'Văn thư;;'))).told,
    /Taken: 0 new accounts, 2 people changed/,
  );
  const led = await run(good.replaceAll('Chuyên viên;;', 'Lãnh đạo đơn vị;;'));
  assert.match(
    led.told,
    /No certificate yet: Trần Thị Mới\. motcua name-key H01\.101 --officer="Trần Thị Mới"/,
  );
  assert.match((await run('Name\n')).told, /Thiếu cột[\s\S]*is missing/);
});

test('the example that ships inside is a file that can be read', async () => {
  const { told } = await run(readFileSync(path.join(root, 'samples/officials.csv'), 'utf8'), {
    tryOnly: true,
  });
  // The small province of tests has none of the units but one.
  assert.match(told, /4 rows/);
  assert.deepEqual(
    told
      .split('\n')
      .filter(
        (line) => line.startsWith('Row') && !/Unit code|Row \d of the same person|same person/.test(line),
      ),
    [],
  );
});

const motcua = (...args: readonly string[]) => runCommand(args, { dataDir: path.join(folder, 'data') });

test('typed on a place without units, each row is refused and nothing is made', () => {
  const file = path.join(folder, 'a.csv');
  writeFileSync(file, [officialsHeader, row(1)].join('\n'));
  const { status, stdout } = motcua('officers', file);
  assert.equal(status, 1, stdout);
  assert.match(stdout, /No unit that stands today has the code H01\.101/);
  assert.match(motcua('officers', path.join(folder, 'none.csv')).stderr, /cannot be read/);
});
