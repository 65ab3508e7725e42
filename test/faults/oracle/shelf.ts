import pg from 'pg';

/** Rows as the database has them, times as text or milliseconds: nothing of the product reads them for us. */
export interface DossierRow {
  readonly home: string;
  readonly id: string;
  readonly code: string;
  readonly draft: string | null;
  readonly procedure: string;
  readonly version: number;
  readonly channel: string;
  readonly stage: string;
  readonly status: number;
  readonly seq: number;
  readonly seen_by: readonly string[];
  readonly due_date: string | null;
  /** Milliseconds since 1970. */
  readonly due_minute: number | null;
}
export interface ActRow {
  readonly dossier: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string | null;
  readonly unit: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Shelf {
  readonly client: pg.Client;
  readonly dossiers: readonly DossierRow[];
  /** Acts of each dossier in order. */
  readonly acts: ReadonlyMap<string, readonly ActRow[]>;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** Reads under one snapshot, as the owner. */
export async function readShelf(client: pg.Client): Promise<Shelf> {
  await client.query('begin isolation level repeatable read read only');
  const dossiers = await client.query<DossierRow>(
    `select home_unit as home, id, code, draft_id as draft, procedure_code as procedure, procedure_version as version, channel,
       stage, status::int, seq, seen_by::text[] as seen_by, due_date::text, ${ms('due_minute')} as due_minute
     from dossiers.dossier order by id`,
  );
  const rows = await client.query<ActRow>(
    `select dossier_id as dossier, seq, kind, ${ms('at')} as at, actor_id as actor, actor_unit as unit, payload
     from dossiers.act order by dossier_id, seq`,
  );
  const acts = new Map<string, ActRow[]>();
  for (const row of rows.rows) {
    const known = acts.get(row.dossier);
    if (known) known.push(row);
    else acts.set(row.dossier, [row]);
  }
  return { client, dossiers: dossiers.rows, acts };
}

export const groupBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};
