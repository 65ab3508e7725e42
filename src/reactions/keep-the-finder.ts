import { keepFinder } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';

const elsewhere = ['dossier.message', 'dossier.near-due', 'dossier.overdue-unannounced'];

/** Keeps the search row of a dossier, so that filing does not pay for it. */
export const keepTheFinder: Reaction = {
  name: 'keep-the-finder',
  topics: (topic) => topic.startsWith('dossier.') && !elsewhere.includes(topic),
  react: (event, { transactor }) => keepFinder(transactor, { homeUnit: event.homeUnit, id: event.subject }),
};
