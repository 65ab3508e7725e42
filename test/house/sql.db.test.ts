import { test } from 'node:test';
import { withClient } from '#platform/db';
import { aDatabase } from '#test/database';
import { numberParameters } from '../../src/platform/db/query.ts';
import type { Failure } from '../support/report.ts';
import { readText } from '../support/tree.ts';
import { assertFinds, assertNone, everySqlFile } from './files.ts';

const db = await aDatabase();

/** Asks the migrated database to plan each text; a misspelt table, column or function is named with its file. */
const unplannable = (texts: ReadonlyMap<string, string>): Promise<Failure[]> =>
  withClient(db.ownerUrl, async (client) => {
    const failures: Failure[] = [];
    for (const [file, source] of texts) {
      const { text } = numberParameters(source);
      try {
        await client.query('deallocate all');
        await client.query(`prepare probe as ${text.replace(/;\s*$/, '')}`);
      } catch (error) {
        const { message, position } = error as { message: string; position?: string };
        const before = text.slice(0, Math.max(0, Number(position ?? 0) - 'prepare probe as '.length - 1));
        failures.push({
          where: `${file}:${before.split('\n').length}`,
          what: message,
          remedy: 'Spell it as in database/described, or add a migration that makes it.',
        });
      }
    }
    return failures;
  });

test('every SQL file can be planned by a migrated database', async () => {
  assertNone(await unplannable(new Map(everySqlFile().map((file) => [file, readText(file)]))));
});

test('a misspelt column is found', async () => {
  const planted = new Map([
    ['planted.sql', 'select code,\n  proceduer_name\nfrom dossiers.dossier where id = $id'],
  ]);
  assertFinds(await unplannable(planted), 'planted.sql:2');
});
