import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readPaymentCode } from '#capabilities/payments';
import { migrate, withClient } from '#platform/db';
import { aDatabase } from '#test/database';
import { migrationsFolder } from '../../test/support/prepare.ts';

const db = await aDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'mc-before-'));
const name = `${db.name}_before`;
const url = db.ownerUrl.replace(db.name, name);
await db.sql(`create database ${name} template template0`);
const home = '018f0000-0000-7000-8000-000000000012';
const committee = '018f0000-0000-7000-8000-000000000011';
/** A dossier as it stood while dossiers knew their amounts themselves. */
const dossier = (n: number, fees: readonly object[]) => ({
  home_unit: home,
  id: `018f0000-0000-7000-9100-00000000000${n}`,
  code: `H01.101.1-261120-000${n}`,
  secret: 'SECRET42',
  procedure_code: '2.000635',
  procedure_version: 1,
  procedure_name: 'Bản sao trích lục',
  channel: 'online',
  applicant: {},
  owner_name: 'Nguyễn Thị Hoa',
  owner_folded: 'nguyen thi hoa',
  helper_unit: home,
  competent_unit: committee,
  holder_unit: home,
  seen_by: [home],
  stage: 'submitted',
  status: 1,
  identity_pending: false,
  money: 'owed',
  delivery: 'none',
  synchronisation: 'none',
  clock: 'none',
  purpose: '',
  submitted_at: '2026-11-20T02:00:00Z',
  state: { fees },
  seq: 1,
});
const fee = (id: string, amount: number, more: object = {}) => ({
  id,
  kind: 'le-phi',
  name: `Lệ phí ${id}`,
  amount,
  when: 'submission',
  ...more,
});

test('dossiers of before have their charges, with what was paid and exempt in the books', async (t) => {
  t.after(async () => {
    rmSync(folder, { recursive: true });
    await db.sql(`drop database ${name} with (force)`);
  });
  for (const file of readdirSync(migrationsFolder).filter((each) => each < '0049'))
    copyFileSync(path.join(migrationsFolder, file), path.join(folder, file));
  await migrate(url, folder);
  await withClient(url, async (client) => {
    const rows = [
      dossier(1, [
        fee('a', 8000),
        fee('b', 20_000, { paid: { receipt: 'BL-1', at: 1_795_000_000_000, by: 'Lê Văn Thu' } }),
        fee('c', 5000, { exempt: { ground: 'Hộ nghèo' } }),
      ]),
      dossier(2, []),
      dossier(3, [fee('a', 150_000)]),
    ];
    for (const row of rows)
      await client.query(
        'insert into dossiers.dossier select * from jsonb_populate_record(null::dossiers.dossier, $1)',
        [JSON.stringify(row)],
      );
  });
  await migrate(url, migrationsFolder);
  const { charges, transfers } = await withClient(url, async (client) => ({
    charges: (
      await client.query<{
        bill: string;
        fee: string;
        amount: number;
        state: string;
        dossier_code: string;
        payee: string;
      }>(
        'select bill, fee, amount::int, state, dossier_code, payee from payments.charge order by dossier_code, line',
      )
    ).rows,
    transfers: (
      await client.query<{ kind: string; sum: number }>(
        'select kind, sum(amount)::int as sum from payments.transfer group by kind order by kind',
      )
    ).rows,
  }));
  assert.deepEqual(
    charges.map(({ fee: id, amount, state }) => [id, amount, state]),
    [
      ['a', 8000, 'owed'],
      ['b', 20_000, 'paid'],
      ['c', 5000, 'exempt'],
      ['a', 150_000, 'owed'],
    ],
  );
  assert.equal(new Set(charges.map(({ bill }) => bill)).size, 2, 'one payment code for each dossier');
  for (const { bill, payee } of charges) {
    assert.equal(readPaymentCode(bill), bill, 'the database makes codes as the room reads them');
    assert.equal(payee, committee);
  }
  assert.deepEqual(transfers, [
    { kind: 'exempted', sum: 5000 },
    { kind: 'paid', sum: 20_000 },
    { kind: 'raised', sum: 183_000 },
  ]);
});
