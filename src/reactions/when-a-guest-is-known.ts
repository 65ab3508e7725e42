import { adoptGuest, confirmIdentities } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './telling/deps.ts';

/**
 * When VNeID has answered for a guest, then the dossiers filed before wait for the identity no longer. The sign-in has
 * adopted them by then, unless it died in between or this is faster: adopting twice is adopting once.
 */
export const whenAGuestIsKnown = ({ services }: ReactionDeps): Reaction => ({
  name: 'when-a-guest-is-known',
  topics: ['guest.bound'],
  async react({ payload }, { ctx }) {
    const { guest, person } = payload;
    if (typeof guest !== 'string' || typeof person !== 'string') return;
    await adoptGuest(ctx, guest, person);
    await confirmIdentities(ctx, services, person);
  },
});
