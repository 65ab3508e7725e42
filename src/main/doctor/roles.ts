import { roleSecrets, withClient, withUser } from '#platform/db';
import { type Finding, missing, ok } from './finding.ts';

interface Role {
  readonly rolcanlogin: boolean;
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly rolcreaterole: boolean;
  readonly rolreplication: boolean;
  /** Tables of the product that it owns: an owner may switch its policies off. */
  readonly owns: string[];
  /** Roles it may become that are one of the above. */
  readonly becomes: string[];
}

const lookAt = `
  with strong as (
    select r.oid, r.rolname from pg_roles r
    where r.rolsuper or r.rolbypassrls or r.oid in (
      select c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)')
  )
  select r.rolcanlogin, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolreplication,
    array(select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relowner = r.oid and c.relkind in ('r', 'p', 'v') and n.nspname !~ '^(pg_|information_schema$)'
      order by 1) as owns,
    array(select s.rolname::text from strong s
      where s.oid <> r.oid and pg_has_role(r.oid, s.oid, 'MEMBER') order by 1) as becomes
  from pg_roles r where r.rolname = $1`;

/** The processes work as roles that row-level security holds; one that it does not hold is refused. */
export async function examineRoles(owner: string, dataDir: string): Promise<Finding[]> {
  const secrets = roleSecrets(dataDir);
  const findings: Finding[] = [];
  for (const [name, password] of [
    ['motcua_web', secrets.web],
    ['motcua_worker', secrets.worker],
  ] as const) {
    const role = await withClient(
      owner,
      async (client) => (await client.query<Role>(lookAt, [name])).rows[0],
    );
    if (!role?.rolcanlogin) {
      findings.push(missing(`role ${name}: does not exist or may not log in. Run \`npx motcua migrate\`.`));
      continue;
    }
    const faults = [...bypasses(name, role), ...(await unheldTables(withUser(owner, name, password), name))];
    findings.push(
      ...(faults.length > 0
        ? faults.map(missing)
        : [ok(`role ${name}: exists and cannot bypass row-level security`)]),
    );
  }
  return findings;
}

/** @returns a sentence with its remedy for each way around the policies. */
export function bypasses(name: string, role: Role): string[] {
  const { rolsuper, rolbypassrls, rolcreaterole, rolreplication, owns, becomes } = role;
  const because = (can: boolean, sentence: string) =>
    can ? [`role ${name}: CAN BYPASS row-level security, ${sentence}`] : [];
  return [
    ...because(rolsuper, `for it is a superuser. Run: alter role ${name} nosuperuser`),
    ...because(rolbypassrls, `for it has BYPASSRLS. Run: alter role ${name} nobypassrls`),
    ...because(
      rolcreaterole,
      `for with CREATEROLE it can give itself other roles. Run: alter role ${name} nocreaterole`,
    ),
    ...because(
      rolreplication,
      `for with REPLICATION it can read everything. Run: alter role ${name} noreplication`,
    ),
    ...because(
      owns.length > 0,
      `for it owns ${owns.slice(0, 3).join(', ')}. Give them to the owner: alter table … owner to …`,
    ),
    ...(rolsuper
      ? []
      : because(
          becomes.length > 0,
          `for it may become ${becomes.join(', ')}. Run: revoke ${becomes.join(', ')} from ${name}`,
        )),
  ];
}

/** Asks the server itself, logged in as the role, where its policies would not hold. */
async function unheldTables(url: string, name: string): Promise<string[]> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relrowsecurity and c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
           and has_schema_privilege(n.oid, 'USAGE') and not row_security_active(c.oid) order by 1`,
      );
      return rows.length === 0
        ? []
        : [`role ${name}: row-level security does not hold it on ${rows.map((row) => row.name).join(', ')}.`];
    });
  } catch (error) {
    return [
      `role ${name}: cannot log in with the password in DATA_DIR/secrets (${(error as Error).message}). Run \`npx motcua migrate\`.`,
    ];
  }
}
