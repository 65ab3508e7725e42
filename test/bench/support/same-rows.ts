import type { Ground } from '../../faults/support/ground.ts';
import type { Statement } from './ceiling.ts';

type Row = Readonly<Record<string, unknown>>;

/** A literal without a colon, for pgbench takes a colon with letters behind it for a variable. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(':', '\\x3a')}'`;
}

const arrayLiteral = (values: readonly unknown[]): string => literal(`{${values.map(String).join(',')}}`);

/** Draft number n has an identifier made of n, so that a statement finds one of many by a number. */
export const draftPrefix = '00000000-0000-7000-8000-';
const draftOf = (n: string): string => `cast('${draftPrefix}' || lpad(${n}, 12, '0') as uuid)`;

/**
 * The rows of one real submission as one statement: the claim of its draft, dossier, act, form, papers, audit entry,
 * outbox event and work row, with the same contents and indexes, and no program around it.
 */
export async function sameRows(ground: Ground, dossier: string, drafts: number): Promise<Statement> {
  const rowsOf = async (table: string, where: string): Promise<Row[]> =>
    (
      await ground.sql<{ row: Row }>(`select to_jsonb(t) as row from ${table} t where ${where}`, [dossier])
    ).map(({ row }) => row);
  const [{ v: version } = { v: '0' }] = await ground.sql<{ v: string }>(
    "select current_setting('server_version_num') as v",
  );
  const fresh = Number(version) >= 180_000 ? 'uuidv7()' : 'gen_random_uuid()';
  const code = `(select code from dossiers.dossier where id = $1)`;
  const parts: string[] = [];
  const kinds = await columnKinds(ground);

  const insert = (table: string, row: Row, own: Readonly<Record<string, string>>): void => {
    const columns = Object.keys(row);
    const values = columns.map((column) => {
      const given = own[column];
      if (given !== undefined) return given;
      const value = row[column];
      const kind = kinds.get(`${table}.${column}`) ?? 'text';
      return `cast(${Array.isArray(value) && kind !== 'jsonb' ? arrayLiteral(value) : literal(value)} as ${kind})`;
    });
    parts.push(
      `i${parts.length} as (insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from k)`,
    );
  };

  for (const row of await rowsOf('dossiers.dossier', 'id = $1'))
    insert('dossiers.dossier', row, { id: 'k.id', code: 'cast(k.id as text)', draft_id: 'k.draft' });
  for (const table of ['act', 'form', 'work'])
    for (const row of await rowsOf(`dossiers.${table}`, 'dossier_id = $1'))
      insert(`dossiers.${table}`, row, {
        dossier_id: 'k.id',
        ...(table === 'work' && { code: 'cast(k.id as text)' }),
      });
  for (const row of await rowsOf('dossiers.document', 'dossier_id = $1'))
    insert('dossiers.document', row, { dossier_id: 'k.id', id: fresh });
  for (const row of await rowsOf('audit.entry', `subject = ${code}`))
    insert('audit.entry', row, { id: fresh, subject: 'cast(k.id as text)' });
  for (const row of await rowsOf('outbox.event', 'subject = $1::text'))
    insert('outbox.event', row, { id: fresh, subject: 'cast(k.id as text)' });
  const [claimed] = await rowsOf('dossiers.draft', 'dossier_id = $1');
  const claim = `c as (update dossiers.draft d set home_unit = cast(${literal(claimed?.['home_unit'])} as uuid), dossier_id = k.id,
    dossier_code = cast(k.id as text), body_hash = ${literal(claimed?.['body_hash'])}, updated_at = now() from k
    where d.person_id = cast(${literal(claimed?.['person_id'])} as uuid) and d.id = k.draft)`;
  const text = `with k as materialized (select ${fresh} as id, ${draftOf(':n')} as draft), ${[claim, ...parts].join(', ')} select 1`;
  return { text: text.replace(/\s+/g, ' '), most: drafts };
}

async function columnKinds(ground: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await ground.sql<{ name: string; kind: string }>(
    `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as kind
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('dossiers', 'audit', 'outbox') and a.attnum > 0 and not a.attisdropped`,
  );
  return new Map(rows.map((row) => [row.name, row.kind]));
}
