import { type Acted, actOnDossier, locateDossier } from '#capabilities/dossiers';
import { type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';

/** Acts that are done to many at once: those that need nothing but the dossier, and giving work to somebody. */
export const bulkIntents = ['accept', 'finish-step', 'assign'] as const;
export type BulkIntent = (typeof bulkIntents)[number];

export interface BulkOutcome {
  readonly code: string;
  readonly outcome: Outcome<Acted>;
}

/** Connections left to others while a long list is worked off. */
const atOnce = 4;
export const mostAtOnce = 1000;

/** Each dossier has its own transaction and its own outcome: one that is refused holds nobody up. */
export async function actOnMany(
  ctx: Ctx,
  doors: Doors,
  codes: readonly string[],
  intent: BulkIntent,
  input: object,
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < codes.length; at = next++) {
      const code = codes[at] ?? '';
      const ref = await locateDossier(ctx, code);
      const outcome = ref
        ? await actOnDossier(ctx, doors.services, ref, intent, input)
        : refused({ code: 'not-found' });
      outcomes[at] = { code, outcome };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}
