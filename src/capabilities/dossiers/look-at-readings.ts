import { z } from 'zod';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';

const readingsOfPerson = query({
  file: new URL('./queries/readings-of-person.sql', import.meta.url),
  params: params<{ person: string }>(),
  row: z.object({
    at: z.number(),
    officer_name: z.string(),
    unit_name: z.string(),
    purpose: z.string(),
    code: z.string(),
    procedure_name: z.string(),
  }),
});
export type ReadingOfMine = z.output<typeof readingsOfPerson.row>;

/** Every officer's look at any dossier of the signed-in person, newest first, at most 200. */
export const readingsOfMine = (ctx: Ctx): Promise<readonly ReadingOfMine[]> => {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(readingsOfPerson, { person: actor.person }));
};
