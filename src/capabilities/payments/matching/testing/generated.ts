import { asDong } from '#kernel/money';
import { instantAt, type PlainDate } from '#kernel/time';
import type { SettlementLine } from '#ports/payments';

type Sql = (text: string, values?: readonly unknown[]) => Promise<unknown>;

export interface Generated {
  readonly day: PlainDate;
  readonly gateway: string;
  readonly payee: string;
  readonly merchant: string;
  /** Payments of the day, numbered from `first`. */
  readonly first: number;
  readonly count: number;
}

const hex = (n: number, kind: number): string =>
  `018f0000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
/** Identifiers of the n-th payment. */
export const idsOf = (n: number) => ({
  dossier: hex(n, 1),
  charge: hex(n, 2),
  session: hex(n, 3),
  receipt: hex(n, 4),
  code: `G-${String(n).padStart(9, '0')}`,
});
export const referenceOf = (n: number): string =>
  `R${String((n * 7919) % 1e9).padStart(9, '0')}${String(n).padStart(10, '0')}`;
export const amountOf = (n: number): number => 8000 + (n % 50) * 1000;

/** The right line of the n-th payment in the file of its gateway. */
export function lineOf(n: number, { day, merchant }: Pick<Generated, 'day' | 'merchant'>): SettlementLine {
  const at = instantAt(day) + 6 * 3_600_000 + ((n * 37) % 54_000) * 1000;
  return {
    line: n,
    reference: referenceOf(n),
    transaction: `GD${n}`,
    kind: 'payment',
    amount: asDong(amountOf(n)),
    at,
    merchant,
    bank: 'VCB',
  };
}

/**
 * Payments of one day as their whole way through the house would leave them: dossier, charge, session, entries, receipt.
 * Written set-wise as the owner, so that a million of them take a minute.
 */
export async function generatePaid(sql: Sql, asked: Generated): Promise<void> {
  const id = (kind: number) =>
    `('018f0000-0000-7000-8${kind.toString(16).padStart(3, '0')}-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const from = `from generate_series(${asked.first}, ${asked.first + asked.count - 1}) n`;
  const home = `'${asked.payee}'::uuid`;
  const amount = '(8000 + (n % 50) * 1000)';
  const reference = `'R' || lpad(((n::bigint * 7919) % 1000000000)::text, 9, '0') || lpad(n::text, 10, '0')`;
  const code = `'G-' || lpad(n::text, 9, '0')`;
  const at = `(to_timestamp(${instantAt(asked.day) / 1000}) + interval '6 hours' + make_interval(secs => (n::bigint * 37) % 54000))`;
  await sql(`insert into dossiers.dossier (home_unit, id, code, secret, procedure_code, procedure_version, procedure_name, channel, applicant, owner_name, owner_folded,
      helper_unit, competent_unit, holder_unit, seen_by, stage, status, money, submitted_at, state, seq)
    select ${home}, ${id(1)}, ${code}, 'secret', '2.000635', 1, 'Bản sao', 'online', '{}', 'Nguyễn Thị Hoa', 'nguyen thi hoa', ${home}, ${home}, ${home}, array[${home}],
      'accepted', 2, 'paid', ${at}, jsonb_build_object('fees', jsonb_build_array(jsonb_build_object('id', 'phi', 'kind', 'phi', 'name', 'Phí', 'when', 'submission',
        'paid', jsonb_build_object('receipt', '1', 'at', 1, 'by', '')))), 1 ${from}`);
  await sql(`insert into payments.charge (home_unit, dossier_id, id, bill, dossier_code, owner_name, fee, kind, name, amount, full_amount, due_at, procedure_code,
      procedure_name, table_version, payee, raised_at, state, settled_at, way, receipt_id)
    select ${home}, ${id(1)}, ${id(2)}, lpad(n::text, 12, '0'), ${code}, 'Nguyễn Thị Hoa', 'phi', 'phi', 'Phí', ${amount}, ${amount}, 'submission', '2.000635',
      'Bản sao', 1, ${home}, ${at}, 'paid', ${at}, 'gateway', ${id(4)} ${from}`);
  await sql(`insert into payments.session (home_unit, id, dossier_id, bill, gateway, reference, amount, payee, state, begun_at, until, asked, told, bookings, closed_at)
    select ${home}, ${id(3)}, ${id(1)}, lpad(n::text, 12, '0'), '${asked.gateway}', ${reference}, ${amount}, ${home}, 'settled', ${at}, ${at}, 1, 1, 1, ${at} ${from}`);
  await sql(`insert into payments.session_line (home_unit, session_id, dossier_id, charge_id, amount, live)
    select ${home}, ${id(3)}, ${id(1)}, ${id(2)}, ${amount}, false ${from}`);
  await sql(`insert into payments.transfer (home_unit, id, at, day, kind, debit, credit, amount, unit_id, dossier_id, charge_id, session_id, evidence, key, actor_kind)
    select ${home}, ${id(5)}, ${at}, '${asked.day}'::date, 'raised', 'owed', 'due:${asked.payee}', ${amount}, ${home}, ${id(1)}, ${id(2)}, null::uuid, ${code}, 'raised:' || n, 'system' ${from}
    union all
    select ${home}, ${id(6)}, ${at}, '${asked.day}'::date, 'paid', 'gateway:${asked.gateway}', 'owed', ${amount}, ${home}, ${id(1)}, ${id(2)}, ${id(3)}, ${reference}, 'paid:' || n, 'system' ${from}`);
  await sql(`insert into payments.receipt (home_unit, id, dossier_id, dossier_code, bill, kind, template, symbol, number, unit_id, unit_name, payee, payer_name, amount, lines,
      way, evidence, issued_at)
    select ${home}, ${id(4)}, ${id(1)}, ${code}, lpad(n::text, 12, '0'), 'phi', '01BLP2-001', 'AA-26E', n, ${home}, 'Đơn vị', ${home}, 'Nguyễn Thị Hoa', ${amount}, '[]',
      'gateway', ${reference}, ${at} ${from}`);
  for (const table of [
    'dossiers.dossier',
    'payments.charge',
    'payments.session',
    'payments.transfer',
    'payments.receipt',
  ])
    await sql(`analyze ${table}`);
}
