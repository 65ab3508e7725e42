import { bringUpToDate, withOwner } from '../database.ts';
import { type Command, line } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'brings the database up to date',
  details:
    'Makes the roles of the web and the worker, and applies the files of database/migrations that are missing, each in one transaction.',
  async run({ console, settings }) {
    const applied = await withOwner(settings(), 'migrate', async (owner) => {
      return (await bringUpToDate(settings(), owner)).applied;
    });
    for (const name of applied) line(console.out, `applied ${name}`);
    line(
      console.out,
      applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length} migrations.`,
    );
    return 0;
  },
};
