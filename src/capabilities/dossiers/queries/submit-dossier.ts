import { z } from 'zod';
import { params, query } from '#platform/db';

export const submitDossierRows = query({
  file: new URL('./submit-dossier.sql', import.meta.url),
  params: params<{ person: string; draft: string; revision: number; hash: string; body: string }>(),
  row: z.object({
    outcome: z.enum(['new', 'same', 'altered', 'changed', 'missing']),
    home_unit: z.string().nullable(),
    dossier_id: z.string().nullable(),
    code: z.string().nullable(),
  }),
});

export const openDossierRows = query({
  file: new URL('./open-dossier.sql', import.meta.url),
  params: params<{ body: string }>(),
  row: z.object({ ok: z.boolean() }),
});
