import { createHash, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** Sent along, but not under the seal (DOMAIN §5.1 lists what is hashed). */
const outside: ReadonlySet<string> = new Set(['ThongTinBienLai', 'UrlTroVe', 'MaXacThuc']);

type Fields = Readonly<Record<string, unknown>>;

/** MaXacThuc: hex SHA-256 over the fields in the order of the schema and the shared secret, joined by `|`. */
export function sealOf(schema: z.ZodObject, fields: Fields, secret: string): string {
  const names = Object.keys(schema.shape).filter((name) => !outside.has(name));
  return createHash('sha256')
    .update([...names.map((name) => String(fields[name])), secret].join('|'), 'utf8')
    .digest('hex');
}

/** The message as it goes out: compact JSON, fields in the order of the schema, the seal last. */
export const sealed = <S extends z.ZodObject>(
  schema: S,
  fields: Omit<z.input<S>, 'MaXacThuc'>,
  secret: string,
): string => {
  const all: Fields = { ...fields, MaXacThuc: sealOf(schema, fields, secret) };
  return JSON.stringify(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, all[name]])));
};

/** Compares without telling by its time how much of a guess was right. */
export function sealFits(schema: z.ZodObject, fields: Fields, secret: string): boolean {
  const own = Buffer.from(sealOf(schema, fields, secret));
  const theirs = Buffer.from(String(fields['MaXacThuc']));
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}
