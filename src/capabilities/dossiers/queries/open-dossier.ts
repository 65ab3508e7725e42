import { z } from 'zod';
import { params, query } from '#platform/db';

export const openDossierRows = query({
  file: new URL('./open-dossier.sql', import.meta.url),
  params: params<{ body: string }>(),
  row: z.object({ ok: z.boolean() }),
});

/** Claims the key of the sheet and opens the dossier, or tells which dossier the key became. */
export const openDossierOnce = query({
  file: new URL('./open-once.sql', import.meta.url),
  params: params<{ officer: string; key: string; body: string }>(),
  row: z.object({
    outcome: z.enum(['new', 'same']),
    home_unit: z.string(),
    dossier_id: z.string(),
    code: z.string(),
  }),
});
