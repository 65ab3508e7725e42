import { z } from 'zod';
import { params, sharedQuery } from '#platform/db';

export const submitDossierRows = sharedQuery({
  file: new URL('./submit-dossier.sql', import.meta.url),
  sideBySide: 1,
  each: params<{ person: string; draft: string; revision: number; hash: string; body: object }>(),
  row: z.object({
    n: z.number(),
    outcome: z.enum(['new', 'same', 'altered', 'changed', 'missing']),
    home_unit: z.string().nullable(),
    dossier_id: z.string().nullable(),
    code: z.string().nullable(),
  }),
});
