import { randomFillSync } from 'node:crypto';

declare const brand: unique symbol;
/** A string that the compiler keeps apart from other strings. */
export type Branded<T extends string> = string & { readonly [brand]: T };

export type UnitId = Branded<'UnitId'>;
export type PersonId = Branded<'PersonId'>;
export type OfficerId = Branded<'OfficerId'>;
export type DossierId = Branded<'DossierId'>;
export type DraftId = Branded<'DraftId'>;
export type FileId = Branded<'FileId'>;
/** Human code of a dossier, e.g. `H01.105-261119-0042`. */
export type DossierCode = Branded<'DossierCode'>;
/** National code of a procedure, e.g. `1.001193`. */
export type ProcedureCode = Branded<'ProcedureCode'>;

/** Chance is drawn for many at once: a draw costs as much for four thousand bytes as for ten. */
const pool = Buffer.alloc(4000);
let drawn = pool.length;

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then chance, so that new rows stand at the end of an index.
 * @param atMs milliseconds since 1970, from the injected clock.
 */
export function uuidv7(atMs: number): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const time = Math.floor(atMs).toString(16).padStart(12, '0').slice(-12);
  const bytes = pool.toString('hex', drawn, drawn + 10);
  const variant = (8 + ((pool[drawn + 2] ?? 0) & 3)).toString(16);
  drawn += 10;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bytes.slice(0, 3)}-${variant}${bytes.slice(5, 8)}-${bytes.slice(8, 20)}`;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuidShape.test(text);
