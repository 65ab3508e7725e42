import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Of = { kind: string; holder: string };

export const newestCertificate = query({
  file: file('newest-certificate'),
  params: params<Of>(),
  row: z.object({
    store: z.enum(['file', 'token', 'remote']),
    key: z.string(),
    serial: z.string(),
    name: z.string(),
    valid_to: z.number(),
    added_at: z.number(),
  }),
});
export const holdersNamed = query({
  file: file('holders-named'),
  params: params<{ kind: string; holders: readonly string[]; now: number }>(),
  row: z.object({ holder: z.string() }),
});
export const addCertificate = query({
  file: file('add-certificate'),
  params: params<
    Of & {
      id: string;
      store: string;
      key: string;
      serial: string;
      name: string;
      from: number;
      to: number;
      at: number;
    }
  >(),
  row: z.object({ id: z.string() }),
});
export const newestSealId = query({
  file: file('newest-seal-id'),
  params: params<{ unit: string }>(),
  row: z.object({ id: z.string() }),
});
export const newestSeal = query({
  file: file('newest-seal'),
  params: params<{ unit: string }>(),
  row: z.object({ id: z.string(), picture: z.instanceof(Buffer).nullable(), added_at: z.number() }),
});
export const addSeal = query({
  file: file('add-seal'),
  params: params<{ id: string; unit: string; picture: Buffer | null; sha256: string | null; at: number }>(),
  row: z.object({ id: z.string() }),
});
export const putConsent = query({
  file: file('put-consent'),
  params: params<{ state: string; officer: string; kept: string; until: number; now: number }>(),
  row: z.object({ state: z.string() }),
});
export const takeConsent = query({
  file: file('take-consent'),
  params: params<{ state: string; officer: string }>(),
  row: z.object({ kept: z.unknown(), until: z.number() }),
});
