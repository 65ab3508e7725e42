import { z } from 'zod';
import type { Round } from '#capabilities/signing';
import type { Outcome } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { bulkIntents } from '../bulk/intents.ts';
import { officerIntents } from '../words/acts.ts';

/** Where the provider of an officer's key sends them back; known to it beforehand, so it names no dossier. */
export const backPath = '/mot-cua/ky-so/ve';

/** What an officer was doing when they left to agree: done again when they are back. */
export const redoShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('act'),
    intent: z.enum(officerIntents),
    code: z.string(),
    from: z.string(),
    task: z.string().optional(),
    typed: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
  }),
  z.object({
    kind: z.literal('bulk'),
    intent: z.enum(bulkIntents),
    codes: z.array(z.string()).readonly(),
    from: z.string(),
    /** Those of the same list that came to an end before. */
    others: z.array(z.object({ code: z.string(), refusal: z.string().optional() })).readonly(),
  }),
]);
export type Redo = z.output<typeof redoShape>;

/** Where the officer agrees to what the round would have signed; undefined when there is nothing to agree to. */
export const leaveToAgree = async (
  ctx: Ctx,
  doors: Doors,
  round: Round | undefined,
  { words, redo }: { readonly words: string; readonly redo: Redo },
): Promise<Outcome<string> | undefined> =>
  round &&
  doors.signing?.rounds.leave(ctx, round, {
    words,
    returnTo: `${doors.place.publicUrl}${backPath}`,
    redo,
  });

/** What must be the same when it is put together again after the consent. */
export const sameIn = <T extends string | number>(
  round: Round | undefined,
  name: string,
  make: () => T,
): T => (round ? round.same(name, make) : make());
