import assert from 'node:assert/strict';
import { committeeB, province } from '#builders/organisations';
import { generatePaid, lineOf } from '#builders/payments';
import { dossiersAgainstBooks } from '#capabilities/dossiers';
import { importSettlement, reconcile } from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { asPlainDate, systemClock } from '#kernel/time';
import { openDatabase } from '#platform/db';
import { settlementFiles } from '../../../src/integrations/settlement-files/index.ts';
import { aCtx } from '../../support/database.ts';
import type { Bench } from './rounds.ts';

export interface Reconciled {
  readonly lines: number;
  /** Reading the file, storing its lines, and comparing gateway, books and dossiers, in seconds. */
  readonly read: number;
  readonly stored: number;
  readonly compared: number;
}

const day = asPlainDate('2026-11-20');
const merchant = 'H01';
/** `yyyyMMddHHmmss` in Viet Nam, as the file has it. */
const wireTime = (at: number): string =>
  new Date(at + 7 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14);

/** A day of so many settled payments, its settlement file, and the comparison of both, once. */
export async function reconciling(
  { ground, note }: Pick<Bench, 'ground' | 'note'>,
  lines: number,
): Promise<Reconciled> {
  note(`reconciliation of ${lines.toLocaleString('en')} lines`);
  await generatePaid((text) => ground.sql(text), {
    gateway: 'npp',
    payee: committeeB,
    merchant,
    day,
    first: 1,
    count: lines,
  });
  await ground.sql('analyze payments.transfer, payments.charge, payments.session, payments.session_line');
  const rows = ['MaThamChieu,MaGiaoDich,LoaiGiaoDich,SoTien,ThoiGianGD,MaDoiTac,MaNganHang'];
  for (let i = 1; i <= lines; i++) {
    const { reference, transaction, amount, at } = lineOf(i, { day, merchant });
    rows.push(`${reference},${transaction},THANH_TOAN,${amount},${wireTime(at)},${merchant},VCB`);
  }
  const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`);
  rows.length = 0;
  const db = openDatabase({
    url: ground.workerUrl,
    max: 3,
    applicationName: 'bench reconciling',
    statementTimeout: 120_000,
  });
  try {
    const ctx = { ...aCtx(db, systemActor('bench')), clock: systemClock };
    const laps = [performance.now()];
    const file = settlementFiles.read(bytes);
    assert.ok(file.ok);
    laps.push(performance.now());
    const id = uuidv7(systemClock.now());
    await ground.sql(
      `insert into payments.money_file (id, kind, gateway, day, unit_id, name, size, sha256, state, handed_at, handed_by, handed_by_name)
       values ($1, 'settlement', 'npp', $2, $3, 'bench', 1, repeat('a', 64), 'reading', now(), $3, '')`,
      [id, day, province],
    );
    await importSettlement(ctx, { id, gateway: 'npp', day, unit_id: province }, file.value);
    laps.push(performance.now());
    const result = await reconcile(
      ctx,
      { merchants: { npp: merchant }, dossiers: dossiersAgainstBooks },
      { gateway: 'npp', from: day, to: day, unit: province },
    );
    laps.push(performance.now());
    note(`  ${JSON.stringify(result)}`);
    const seconds = (n: number) => ((laps[n] ?? 0) - (laps[n - 1] ?? 0)) / 1000;
    return { lines, read: seconds(1), stored: seconds(2), compared: seconds(3) };
  } finally {
    await db.close();
  }
}
