import { z } from 'zod';
import { isWireText } from './text.ts';
import { instantOfWire } from './time.ts';

/** Kinds of fields that messages are made of. All are strings, as the protocol has them. */
export const text = (most: number) => z.string().max(most).refine(isWireText);
export const merchant = z.string().regex(/^[A-Za-z0-9._-]{1,50}$/);
export const reference = z.string().regex(/^[A-Za-z0-9]{20}$/);
/** Whole đồng in plain digits; fifteen of them are a safe integer. */
export const amount = z.string().regex(/^[1-9]\d{0,14}$/);
export const time = z.string().refine((value) => instantOfWire(value) !== undefined);
export const transaction = z.string().regex(/^[A-Za-z0-9._-]{0,50}$/);
export const bank = z.string().regex(/^[A-Z0-9]{0,20}$/);
export const code = z.string().regex(/^\d{2}$/);
export const seal = z.string().regex(/^[0-9a-f]{64}$/);

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

function isAddress(value: string, mayBePlain: (url: URL) => boolean): boolean {
  if (!isWireText(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && mayBePlain(url));
}

/** Where the platform leads a browser: https, or http on this machine; no name or password in it. */
export const address = z
  .string()
  .max(2000)
  .refine((value) => isAddress(value, ({ hostname }) => loopback.has(hostname)));

/** Where a browser comes back to: a page of ours, however the province serves it. */
export const ownAddress = z
  .string()
  .max(2000)
  .refine((value) => isAddress(value, () => true));
