import { z } from 'zod';
import { type Database, publicScope, type Scope, sharedAlone, type Transactor } from '#platform/db';
import { statement } from './statement.ts';

const enter = statement<
  { kind: string; person: string; officer: string; units: string; everywhere: boolean },
  { ok: boolean }
>(
  'enter',
  ['kind', 'person', 'officer', 'units', 'everywhere'],
  z.object({ ok: z.boolean() }),
  'select scope.enter($1, $2, $3, $4, $5) is null as ok',
);

/**
 * One transaction in which many commands run, each under its own scope, so that the disk is waited for once. Row-level
 * security holds as ever. Whatever throws undoes the whole batch, and the next start tells it anew.
 */
export const inBatch = <T>(db: Database, work: (database: Database) => Promise<T>): Promise<T> =>
  db.transact(publicScope, (transactor) => work(batched(db, transactor)));

function batched(db: Database, transactor: Transactor): Database {
  const join = async <T>(scope: Scope, work: (transactor: Transactor) => Promise<T>): Promise<T> => {
    await transactor.get(enter, {
      kind: scope.kind,
      person: scope.person ?? '',
      officer: scope.officer ?? '',
      units: `{${(scope.units ?? []).join(',')}}`,
      everywhere: scope.everywhere === true,
    });
    return work(transactor);
  };
  return {
    read: join,
    transact: join,
    direct: transactor,
    together: sharedAlone(transactor),
    close: () => Promise.reject(new Error('A batch is closed by its transaction')),
    stats: db.stats,
  };
}
