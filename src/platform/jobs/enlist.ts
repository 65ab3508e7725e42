import { type Database, type Scope, sharedAlone, type Transactor } from '#platform/db';

/**
 * A database whose every transaction is the one already open, so that a command called by a reaction stands or falls
 * with the event. Only the system may enlist: another scope would need another transaction.
 */
export function enlist(db: Database, transactor: Transactor): Database {
  const join = <T>(scope: Scope, work: (transactor: Transactor) => Promise<T>): Promise<T> => {
    if (scope.kind !== 'system') throw new Error('Only the system enlists in the transaction of an event');
    return work(transactor);
  };
  return {
    read: join,
    transact: join,
    direct: transactor,
    together: sharedAlone(transactor),
    close: () => Promise.reject(new Error('The transaction of an event is closed by the dispatcher')),
    stats: db.stats,
  };
}
