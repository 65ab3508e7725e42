export {
  type Database,
  type DatabaseOptions,
  DatabaseUnavailable,
  openDatabase,
} from './database.ts';
export { type Embedded, startEmbedded } from './embedded/server.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { json, params, type Query, query } from './query.ts';
export type { Reader, Transactor } from './reader.ts';
export { prepareOwner, prepareRoles, roleSecrets, type Secrets, withClient, withUser } from './roles.ts';
export { publicScope, type Scope, systemScope } from './scope.ts';
export { type SharedQuery, type SharedReader, sharedAlone, sharedQuery } from './together.ts';
