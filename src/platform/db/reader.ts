import type { Query } from './query.ts';

/** May look, cannot change. */
export interface Reader {
  rows<P extends object, R>(asked: Query<P, R>, params: P): Promise<R[]>;
  /** *find* may be absent. */
  find<P extends object, R>(asked: Query<P, R>, params: P): Promise<R | undefined>;
  /** *get* must exist. */
  get<P extends object, R>(asked: Query<P, R>, params: P): Promise<R>;
}

declare const writes: unique symbol;
/** A reader inside an open transaction that may also change rows. */
export interface Transactor extends Reader {
  readonly [writes]?: true;
}
