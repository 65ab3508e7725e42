import { withClient } from '#platform/db';
import { type Finding, missing, ok } from './finding.ts';

/** Public facts about the state itself: which units and areas there are. */
const publicTables = new Set(['organisations.unit', 'organisations.area', 'organisations.old_area']);

const touchable = `
  select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attname ~ '(^|_)(unit|person|officer|owner|applicant|author|household|subject)(_|$)')
    and (not c.relispartition
      or has_table_privilege('motcua_web', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
      or has_table_privilege('motcua_worker', c.oid, 'SELECT, INSERT, UPDATE, DELETE'))
  order by 1`;

/** Every table with a unit or a person in it is under forced row-level security. */
export const examineTables = (owner: string): Promise<Finding[]> =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<{ name: string; forced: boolean }>(touchable);
    const naked = rows.filter(({ name, forced }) => !forced && !publicTables.has(name));
    return naked.length > 0
      ? naked.map(({ name }) =>
          missing(
            `table ${name}: has a unit or a person in it, but no forced row-level security. Add a migration: call scope.protect('${name}')`,
          ),
        )
      : [
          ok(
            `tables: forced row-level security on all ${rows.filter((row) => row.forced).length} with a unit or a person`,
          ),
        ];
  });
