import { invitationOf, signerInvited } from '#capabilities/declarations';
import { sendNotice } from '#capabilities/messages';
import { formatDate, localDate } from '#kernel/time';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './telling/deps.ts';

/** Whoever is asked to sign the dossier of somebody else gets an e-mail, if an address was given. The page asks who they are. */
export const whenSomebodyIsAskedToSign = (deps: ReactionDeps): Reaction => ({
  name: 'when-somebody-is-asked-to-sign',
  topics: [signerInvited],
  async react(event, { transactor }) {
    const asked = await invitationOf(transactor, event.payload);
    if (!asked) return;
    const { content, declaration, email } = asked;
    await sendNotice(transactor, deps.messages, {
      moment: 'sign-asked',
      source: event.id,
      at: event.at,
      to: { person: null, email },
      dossier: { homeUnit: event.homeUnit, id: '', code: '' },
      words: {
        code: '',
        procedure: content.procedure.name,
        unit: content.to,
        link: `${deps.publicUrl}/cua-toi/ky/${declaration}`,
        by: content.applicant,
        until: formatDate(localDate(asked.until)),
      },
    });
  },
});
