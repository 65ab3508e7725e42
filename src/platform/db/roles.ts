import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Passwords of the roles that the product makes for itself; generated at first start into the data folder. */
export interface Secrets {
  readonly owner: string;
  readonly web: string;
  readonly worker: string;
}

export function roleSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets', 'database.json');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const fresh = () => randomBytes(24).toString('hex');
    writeFileSync(file, JSON.stringify({ owner: fresh(), web: fresh(), worker: fresh() }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

/** The same address with another user, password or database. */
export function withUser(url: string, user: string, password: string, database?: string): string {
  const socket = /^postgres(?:ql)?:\/\/[^/]*@\/([^?]*)\?(.*)$/.exec(url);
  const part = encodeURIComponent;
  if (socket) return `postgresql://${part(user)}:${part(password)}@/${database ?? socket[1]}?${socket[2]}`;
  const parsed = new URL(url);
  parsed.username = part(user);
  parsed.password = part(password);
  if (database) parsed.pathname = `/${database}`;
  return parsed.toString();
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const exists = async (client: pg.Client, role: string): Promise<boolean> =>
  (await client.query('select 1 from pg_roles where rolname = $1', [role])).rowCount === 1;

/** On the embedded cluster the owner is an ordinary role too: what works there works at any PostgreSQL. */
export async function prepareOwner(rootUrl: string, secrets: Secrets, database: string): Promise<string> {
  return withClient(rootUrl, async (client) => {
    const verb = (await exists(client, 'motcua_owner')) ? 'alter' : 'create';
    await client.query(
      `${verb} role motcua_owner login createrole createdb nosuperuser nobypassrls password '${secrets.owner}'`,
    );
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0)
      await client.query(`create database ${database} owner motcua_owner template template0`);
    return withUser(rootUrl, 'motcua_owner', secrets.owner, database);
  });
}

/** Makes the two roles that the processes work as. Neither owns anything, neither can bypass row-level security. */
export async function prepareRoles(
  ownerUrl: string,
  secrets: Secrets,
): Promise<{ web: string; worker: string }> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(7202601)');
    for (const [role, password] of [
      ['motcua_web', secrets.web],
      ['motcua_worker', secrets.worker],
    ] as const) {
      const verb = (await exists(client, role)) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login password '${password}'`);
    }
  });
  return {
    web: withUser(ownerUrl, 'motcua_web', secrets.web),
    worker: withUser(ownerUrl, 'motcua_worker', secrets.worker),
  };
}
