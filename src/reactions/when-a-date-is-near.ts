import { dueWords } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import { sendNotice } from '#capabilities/messages';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';

/**
 * The one who holds the dossier, or else the head of office, is reminded while an apology is still possible. The
 * citizen hears of lateness only together with an apology and a new date.
 */
export const whenADateIsNear = (deps: ReactionDeps): Reaction => ({
  name: 'when-a-date-is-near',
  topics: ['dossier.near-due'],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    if (!about || (about.dossier.state.stage !== 'in-process' && about.dossier.state.stage !== 'accepted'))
      return;
    const { dossier, ref } = about;
    const { holder, assignee, due } = dossier.state;
    const colleagues = await officersInUnit(reacting.ctx, holder);
    const concerned = assignee
      ? colleagues.filter((one) => one.officer === assignee.id)
      : colleagues.filter((one) => one.posts.some((post) => post.role === 'head-of-office'));
    const { name: unit } = await deps.services.unit(holder);
    for (const { email } of concerned) {
      await sendNotice(reacting.transactor, deps.messages, {
        moment: 'near-due',
        source: event.id,
        at: event.at,
        to: { person: null, email },
        dossier: { ...ref, code: dossier.code },
        words: {
          code: dossier.code,
          procedure: dossier.procedure_name,
          unit,
          link: `${deps.publicUrl}/mot-cua`,
          due: dueWords(due),
        },
      });
    }
  },
});
