import { confirmIdentities } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './telling/deps.ts';

/** When VNeID has answered for a guest, then the dossiers filed before wait for the identity no longer. */
export const whenAGuestIsKnown = ({ services }: ReactionDeps): Reaction => ({
  name: 'when-a-guest-is-known',
  topics: ['guest.bound'],
  async react({ payload }, { ctx }) {
    if (typeof payload['person'] === 'string') await confirmIdentities(ctx, services, payload['person']);
  },
});
