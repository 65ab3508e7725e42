import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { aDatabase } from '#test/database';
import type { Failure } from '../support/report.ts';
import { root } from '../support/tree.ts';
import { assertNone } from './files.ts';

const folder = path.join(root, 'database/described');
const db = await aDatabase();
const own = `n.nspname not in ('pg_catalog', 'information_schema', 'migrations', 'public', 'graphile_worker') and n.nspname !~ '^pg_'`;

/** One readable text per table: columns, keys, indexes, policies, grants. */
async function describe(): Promise<Map<string, string>> {
  const described = new Map<string, string[]>();
  const add = (table: string, line: string) => described.set(table, [...(described.get(table) ?? []), line]);
  const columns = await db.sql<{ t: string; line: string }>(`
    select n.nspname || '.' || c.relname as t,
      format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and not c.relispartition and ${own}
    order by 1, a.attnum`);
  for (const { t, line } of columns) {
    if (!described.has(t)) add(t, `${t}\n\ncolumns`);
    add(t, line);
  }
  const section = async (title: string, sql: string) => {
    const seen = new Set<string>();
    for (const { t, line } of await db.sql<{ t: string; line: string }>(sql)) {
      if (!described.has(t)) continue;
      if (!seen.has(t)) add(t, `\n${title}`);
      seen.add(t);
      add(t, `  ${line}`);
    }
  };
  await section(
    'constraints',
    `select n.nspname || '.' || c.relname as t, pg_get_constraintdef(k.oid) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${own} and k.contype <> 'n' order by 1, k.contype desc, line`,
  );
  await section(
    'indexes',
    `select schemaname || '.' || tablename as t, regexp_replace(indexdef, '^CREATE (UNIQUE )?INDEX (.*) ON .* USING', '\\1\\2') as line
    from pg_indexes i join pg_namespace n on n.nspname = i.schemaname where ${own} order by 1, indexname`,
  );
  await section(
    'row-level security',
    `select n.nspname || '.' || c.relname as t, case when c.relforcerowsecurity then 'forced' else 'on' end as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${own} order by 1`,
  );
  await section(
    'policies',
    `select schemaname || '.' || tablename as t,
      format('%s for %s to %s using %s check %s', policyname, lower(cmd), array_to_string(array(select case when r = current_user then 'owner' else r end from unnest(roles) r), ', '),
        coalesce(regexp_replace(qual, '\\s+', ' ', 'g'), '-'), coalesce(regexp_replace(with_check, '\\s+', ' ', 'g'), '-')) as line
    from pg_policies p join pg_namespace n on n.nspname = p.schemaname where ${own} order by 1, policyname`,
  );
  await section(
    'granted',
    `select table_schema || '.' || table_name as t, grantee || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line
    from information_schema.role_table_grants g join pg_namespace n on n.nspname = g.table_schema
    where grantee in ('motcua_web', 'motcua_worker') and ${own} group by 1, grantee order by 1, grantee`,
  );
  await section(
    'granted by column',
    `select g.table_schema || '.' || g.table_name as t,
       grantee || ': ' || lower(privilege_type) || ' of ' || string_agg(g.column_name, ', ' order by g.column_name) as line
    from information_schema.column_privileges g join pg_namespace n on n.nspname = g.table_schema
    where grantee in ('motcua_web', 'motcua_worker') and ${own} and not exists (
      select from information_schema.role_table_grants r
      where (r.table_schema, r.table_name, r.grantee, r.privilege_type) = (g.table_schema, g.table_name, g.grantee, g.privilege_type))
    group by 1, grantee, privilege_type order by 1, grantee, privilege_type`,
  );
  return new Map([...described].map(([table, lines]) => [`${table}.txt`, `${lines.join('\n')}\n`]));
}

test('database/described says what the live schema is', async () => {
  const live = await describe();
  if (process.env['DESCRIBE'] === 'write') {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of live) writeFileSync(path.join(folder, name), text);
  }
  // PostgreSQL words expressions differently from version to version; the files are those of the embedded one.
  const [server] = await db.sql<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  if (server?.major !== 18) return;
  const remedy = 'Look at the difference, then run: DESCRIBE=write npm test -- database --grep described';
  const written = existsSync(folder) ? readdirSync(folder) : [];
  const failures: Failure[] = [];
  for (const [name, text] of live) {
    const known = written.includes(name) ? readFileSync(path.join(folder, name), 'utf8') : '';
    const line = known.split('\n').findIndex((old, at) => old !== text.split('\n')[at]);
    if (known !== text)
      failures.push({
        where: `database/described/${name}:${Math.max(line, 0) + 1}`,
        what: 'Differs from the live schema.',
        remedy,
      });
  }
  for (const name of written)
    if (!live.has(name))
      failures.push({ where: `database/described/${name}`, what: 'No such table.', remedy });
  assertNone(failures);
});

test('every table that knows a person or a dossier is protected, and forced', async () => {
  const open = await db.sql<{ t: string }>(`
    select n.nspname || '.' || c.relname as t from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${own} and not (c.relrowsecurity and c.relforcerowsecurity)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('home_unit', 'person_id', 'dossier_id', 'officer_id', 'personal_number', 'subject', 'unit_id', 'actor_id'))
    order by 1`);
  assertNone(
    open.map(({ t }) => ({
      where: t,
      what: 'No forced row-level security.',
      remedy: `Call scope.protect('${t}') in a migration and add a policy.`,
    })),
  );
});
