import { openDatabase } from '#platform/db';
import { insistUpToDate, withOwner } from '../database.ts';
import { refoldAll } from '../refold.ts';
import { type Command, line } from './command.ts';

export const refoldCommand: Command = {
  name: 'refold',
  summary: 'folds every dossier anew from its acts and names each difference',
  details:
    'Changes nothing. Prints one line for each dossier and field that differs from what its acts say, and counts at the end.\nEnds with code 1 when there is a difference.',
  async run({ console, settings }) {
    const counts = await withOwner(settings(), 'refold', async (owner) => {
      const { worker } = await insistUpToDate(settings(), owner);
      const db = openDatabase({ url: worker, max: 2, applicationName: 'refold', statementTimeout: 60_000 });
      try {
        return await refoldAll(db, ({ code, field, stored, folded }) =>
          line(console.out, `${code} ${field}: stored ${stored}, folded ${folded}`),
        );
      } finally {
        await db.close();
      }
    });
    line(
      console.out,
      `${counts.dossiers} dossiers, ${counts.acts} acts refolded: ${counts.differences} differences in ${counts.differing} dossiers`,
    );
    return counts.differences === 0 ? 0 : 1;
  },
};
