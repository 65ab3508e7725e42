import {
  type Acted,
  actOnDossier,
  type DossierRef,
  locateDossier,
  viewDossier,
} from '#capabilities/dossiers';
import type { Round } from '#capabilities/signing';
import { type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { approvalInput, issueInput, nextNumber } from '../signing/index.ts';
import type { BulkIntent } from './intents.ts';

export interface BulkOutcome {
  readonly code: string;
  readonly outcome: Outcome<Acted>;
}

/** What was done to one dossier: the acts after `since`, up to `upTo`. */
export interface Step {
  readonly code: string;
  readonly since: number;
  readonly upTo: number;
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
  round?: Round,
): Promise<readonly BulkOutcome[]> {
  return onEach(codes, async (code) => {
    const ref = await locateDossier(ctx, code);
    const outcome = ref ? await actOn(ctx, doors, ref, intent, input, round) : refused({ code: 'not-found' });
    return { code, outcome };
  });
}

async function actOn(
  ctx: Ctx,
  doors: Doors,
  ref: DossierRef,
  intent: BulkIntent,
  input: object,
  round: Round | undefined,
): Promise<Outcome<Acted>> {
  if (intent !== 'approve-result' && intent !== 'issue')
    return actOnDossier(ctx, doors.services, ref, intent, input);
  const view = await viewDossier(ctx, doors.services, ref);
  if (!view) return refused({ code: 'not-found' });
  const { competent, seq } = view.state;
  const signed =
    intent === 'approve-result'
      ? await approvalInput(ctx, doors, { view }, round)
      : await issueInput(ctx, doors, { view }, () => nextNumber(doors, competent, ctx.clock.now()));
  return signed.ok
    ? actOnDossier(ctx, doors.services, ref, intent, signed.value, { expectedSeq: seq })
    : signed;
}

/** Takes back what was just done, dossier by dossier: an ordinary act with a reason. */
export const undoMany = (ctx: Ctx, doors: Doors, steps: readonly Step[], reason: string) =>
  onEach(steps, async ({ code, since, upTo }): Promise<BulkOutcome> => {
    const ref = await locateDossier(ctx, code);
    const outcome = ref
      ? await actOnDossier(ctx, doors.services, ref, 'undo', { reason, since, upTo })
      : refused({ code: 'not-found' });
    return { code, outcome };
  });

async function onEach<T>(all: readonly T[], one: (each: T) => Promise<BulkOutcome>) {
  const outcomes: BulkOutcome[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < all.length; at = next++) outcomes[at] = await one(all[at] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

/** A step as a form carries it: `since-upTo-code`. */
export const stepText = ({ code, since, upTo }: Step): string => `${since}-${upTo}-${code}`;

export function readStep(text: string): Step | undefined {
  const found = /^(\d{1,6})-(\d{1,6})-(.{1,60})$/.exec(text);
  return found ? { since: Number(found[1]), upTo: Number(found[2]), code: found[3] ?? '' } : undefined;
}
