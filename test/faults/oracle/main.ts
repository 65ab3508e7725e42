// The outside oracle: a program of its own that joins the client's journal with the database. It imports nothing of the
// product. Prints what it looked at and what it found broken as one line of JSON; ends with 1 when anything is broken.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { judgeBorders } from './borders.ts';
import { judgeContents, judgeLeaks } from './contents.ts';
import { judgeDueDates } from './due.ts';
import { judgeEffects } from './effects.ts';
import { Findings } from './findings.ts';
import { readJournal } from './journal.ts';
import { judgeRecord } from './record.ts';
import { readShelf } from './shelf.ts';
import { judgeWalks } from './walk.ts';

const { values } = parseArgs({
  options: {
    journal: { type: 'string' },
    files: { type: 'string' },
    log: { type: 'string', multiple: true },
  },
});
const url = process.env['ORACLE_DATABASE'];
if (url === undefined) throw new Error('ORACLE_DATABASE names the database to judge, as its owner');

const findings = new Findings();
const journal = readJournal(values.journal);
const client = new pg.Client({ connectionString: url });
await client.connect();
try {
  const shelf = await readShelf(client);
  await judgeEffects(shelf, journal, findings);
  judgeWalks(shelf, findings);
  await judgeRecord(shelf, findings);
  await judgeDueDates(shelf, findings);
  await judgeBorders(shelf, findings);
  if (values.files !== undefined) {
    const acknowledged = journal.asked.flatMap(({ answer }) =>
      answer?.outcome === 'done' && typeof answer['sha256'] === 'string' ? [answer['sha256']] : [],
    );
    await judgeContents(shelf, values.files, acknowledged, findings);
  }
  judgeLeaks(journal.canaries, values.log ?? [], findings);
} finally {
  await client.end();
}
const { looked, broken, unjudged } = findings;
process.stdout.write(`${JSON.stringify({ looked, unjudged, broken })}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
