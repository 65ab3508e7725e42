import { answerOf, signerAnswered } from '#capabilities/declarations';
import { sendNotice } from '#capabilities/messages';
import type { LocalText } from '#kernel/text';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './telling/deps.ts';

const answered = (signed: boolean, reason: string): LocalText =>
  signed
    ? { vi: 'đã ký.', en: 'has signed.' }
    : { vi: `từ chối ký. Lý do: ${reason}`, en: `declined to sign. Reason: ${reason}` };

/** Whoever asked others to sign beside them hears in their inbox what each has answered. */
export const whenSomebodyAnswersToSign = (deps: ReactionDeps): Reaction => ({
  name: 'when-somebody-answers-to-sign',
  topics: [signerAnswered],
  async react(event, { transactor }) {
    const answer = await answerOf(transactor, event.payload);
    if (!answer) return;
    const { content, person, draft, name, signed, reason } = answer;
    await sendNotice(transactor, deps.messages, {
      moment: 'sign-answered',
      source: event.id,
      at: event.at,
      to: { person },
      dossier: { homeUnit: event.homeUnit, id: '', code: '' },
      words: {
        code: '',
        procedure: content.procedure.name,
        unit: content.to,
        link: `${deps.publicUrl}/nop-ho-so/${draft}/ky`,
        by: name,
        answer: answered(signed, reason),
      },
    });
  },
});
