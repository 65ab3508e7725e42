import pg from 'pg';
import { readInstant } from './instant.ts';
import { type Query, valuesFor } from './query.ts';
import type { Reader, Transactor } from './reader.ts';
import { enterScope, type Scope } from './scope.ts';
import { type SharedReader, sharedByAll } from './together.ts';

// Instants travel as milliseconds, calendar days as text, 64-bit counts as numbers (they stay far below 2^53).
pg.types.setTypeParser(1184, readInstant);
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);

export interface Database {
  /** A consistent look under a scope. */
  read<T>(scope: Scope, work: (reader: Reader) => Promise<T>): Promise<T>;
  /** All or nothing under a scope; rolled back when `work` throws. */
  transact<T>(scope: Scope, work: (transactor: Transactor) => Promise<T>): Promise<T>;
  /** One statement outside any scope: shared reference tables, and functions that take their scope as an argument. */
  readonly direct: Reader;
  /** Like `direct`, for statements that serve all who ask at the same moment. */
  readonly together: SharedReader;
  close(): Promise<void>;
  readonly stats: () => { total: number; idle: number; waiting: number };
}

/** Raised when the database cannot be asked now (down, starting, or all connections busy). Callers answer 503. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database does not answer', { cause });
    this.name = 'DatabaseUnavailable';
  }
}

const connectionLost = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
  '57014',
  '25P03',
]);
const socketLost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    (code !== undefined && (connectionLost.has(code) || socketLost.has(code))) ||
    /timeout exceeded|Connection terminated|Query read timeout|not queryable/i.test(message ?? '')
  );
}

function readerOn(run: (config: pg.QueryConfig) => Promise<pg.QueryResult>): Transactor {
  const rows = async <P extends object, R>(asked: Query<P, R>, params: P): Promise<R[]> => {
    const result = await run({ name: asked.name, text: asked.text, values: valuesFor(asked, params) });
    return result.rows.map((row) => asked.row.parse(row));
  };
  const find = async <P extends object, R>(asked: Query<P, R>, params: P): Promise<R | undefined> => {
    const all = await rows(asked, params);
    if (all.length > 1) throw new Error(`Query ${asked.name} found ${all.length} rows, expected at most one`);
    return all[0];
  };
  return {
    rows,
    find,
    async get(asked, params) {
      const row = await find(asked, params);
      if (row === undefined) throw new Error(`Query ${asked.name} found no row`);
      return row;
    },
  };
}

export interface DatabaseOptions {
  readonly url: string;
  readonly max: number;
  readonly applicationName: string;
  /** A statement may take this long, in ms. */
  readonly statementTimeout: number;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: 2500,
    query_timeout: options.statementTimeout,
    idleTimeoutMillis: 60_000,
    options: `-c statement_timeout=${options.statementTimeout} -c idle_in_transaction_session_timeout=10000`,
  });
  // A connection may be lost at any time: idle (the next caller gets a new one), or between two statements of a
  // transaction (the next statement says so). Unheard, the event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));

  const connect = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  };

  const within = async <T>(begin: string, scope: Scope, work: (t: Transactor) => Promise<T>): Promise<T> => {
    const client = await connect();
    let broken = false;
    try {
      await client.query(`${begin}; ${enterScope(scope)}`);
      const value = await work(readerOn((config) => client.query(config)));
      await client.query('commit');
      return value;
    } catch (error) {
      broken = isUnavailable(error);
      if (broken) throw new DatabaseUnavailable(error);
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const direct = readerOn(async (config) => {
    const client = await connect();
    let broken = false;
    try {
      return await client.query(config);
    } catch (error) {
      broken = isUnavailable(error);
      throw broken ? new DatabaseUnavailable(error) : error;
    } finally {
      client.release(broken);
    }
  });

  return {
    read: (scope, work) => within('begin read only', scope, work),
    transact: (scope, work) => within('begin', scope, work),
    direct,
    together: sharedByAll(direct, (error) => error instanceof DatabaseUnavailable),
    close: () => pool.end(),
    stats: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}
