import { z } from 'zod';
import { params, query } from '#platform/db';
import { publicKeyShape } from './key.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const knownRow = z.object({ id: z.string(), public_key: publicKeyShape, name: z.string() });

export const findKnownKey = query({
  file: file('find-known-key'),
  params: params<{ id: string }>(),
  row: knownRow,
});
export const putKnownKey = query({
  file: file('put-known-key'),
  params: params<{ id: string; public_key: string; name: string; at: string }>(),
  row: z.object({ id: z.string() }),
});
