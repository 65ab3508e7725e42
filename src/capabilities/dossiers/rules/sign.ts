import type { Actor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import type { Act, NewAct } from './acts.ts';
import { apply } from './fold.ts';
import { type Intent, placesFor } from './possible.ts';
import type { DossierState } from './state.ts';

export interface Signature {
  readonly actorKind: Act['actorKind'];
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorUnit: UnitId | null;
}

/** In whose name the acts stand: an officer acts for the unit in which the role is held. */
export function signatureOf(actor: Actor, unit: UnitId | null): Signature {
  switch (actor.kind) {
    case 'citizen':
      return { actorKind: 'citizen', actorId: actor.person, actorName: actor.name, actorUnit: null };
    case 'officer':
      return { actorKind: 'officer', actorId: actor.officer, actorName: actor.name, actorUnit: unit };
    case 'system':
      return { actorKind: 'system', actorId: null, actorName: actor.name, actorUnit: null };
    case 'public':
      throw new Error('Nobody acts without being known');
  }
}

export const signatureFor = (state: DossierState, intent: Intent, actor: Actor): Signature =>
  signatureOf(actor, placesFor(state, intent, actor)[0] ?? null);

/** Numbers and signs new acts and folds them on. */
export function signActs(
  state: DossierState | undefined,
  news: readonly NewAct[],
  at: Instant,
  signature: Signature,
): { readonly acts: readonly Act[]; readonly state: DossierState } {
  let next = state;
  const acts: Act[] = [];
  for (const one of news) {
    const act = { ...one, ...signature, seq: (next?.seq ?? 0) + 1, at } as Act;
    acts.push(act);
    next = apply(next, act);
  }
  if (!next) throw new Error('A dossier begins with an act');
  return { acts, state: next };
}
