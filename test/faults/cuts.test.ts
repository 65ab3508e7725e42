import assert from 'node:assert/strict';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { submitDossier } from '#capabilities/dossiers';
import { systemClock } from '#kernel/time';
import { DatabaseUnavailable, openDatabase, withClient } from '#platform/db';
import { aCtx } from '#test/database';
import { citizensOfHouse } from '#test/pages';
import { openRooms } from '../../src/main/rooms.ts';
import { root } from '../support/tree.ts';
import { readyDrafts } from './support/drafts.ts';
import { aGround } from './support/ground.ts';
import { Journal } from './support/journal.ts';
import { assertTrue } from './support/judge.ts';
import { patient } from './support/patience.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { code } from './support/workload.ts';

const ground = await aGround();
const db = openDatabase({ url: ground.webUrl, max: 8, applicationName: 'cuts', statementTimeout: 5000 });
const journal = new Journal(path.join(ground.folder, 'journal.jsonl'));
after(async () => {
  journal.close();
  await db.close();
  await ground.stop();
});

row(
  'A5',
  'connections cut under submissions: a retry finds the one answer, an act stands with its dossier',
  { small: 60, full: 600 },
  async () => {
    const luck = chance('A5');
    const rooms = await openRooms({ db, clock: systemClock, root, codePattern: '{unit}-{yyMMdd}-{n:4}' });
    const { citizen1 } = citizensOfHouse;
    const { drafts, hash } = await readyDrafts(
      { ...rooms, sql: ground.sql, db, clock: systemClock },
      { code, count: times(400, 20_000), persons: [citizen1.id] },
    );
    const actor = {
      kind: 'citizen',
      person: citizen1.id,
      name: citizen1.name,
      guest: false,
    } as const;
    const ctx = { ...aCtx(db, actor), clock: systemClock };
    let working = true;
    let acknowledged = 0;
    const cutter = withClient(ground.rootUrl, async (client) => {
      let cuts = 0;
      let next = luck.whole(1, 8);
      // Counted in submissions and not in time: however slow the machine, it gets on between two cuts.
      for (; working; await sleep(2)) {
        if (acknowledged < next) continue;
        next = acknowledged + luck.whole(2, 12);
        const { rowCount } = await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'motcua_web' and application_name = 'cuts'",
        );
        cuts += rowCount ?? 0;
      }
      return cuts;
    });
    const giveUpMs = patient(20_000);
    const queue = drafts.values();
    let tries = 0;
    const press = async (): Promise<void> => {
      for (const { id } of queue) {
        const until = performance.now() + giveUpMs;
        for (;;) {
          tries++;
          const n = journal.ask({ client: 'cuts', what: 'submit', key: id, body: hash });
          try {
            const sent = await submitDossier(ctx, rooms.services, id, hash, { name: citizen1.name });
            journal.answer(n, sent.ok ? { outcome: 'done', code: sent.value.code } : { outcome: 'refused' });
            assert.ok(sent.ok, JSON.stringify(sent));
            acknowledged++;
            break;
          } catch (error) {
            journal.answer(n, { outcome: 'lost' });
            if (!(error instanceof DatabaseUnavailable)) throw error;
            assert.ok(performance.now() < until, 'a submission came to no end');
            await sleep(luck.whole(1, 10));
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, press)).finally(() => {
      working = false;
    });
    assert.ok((await cutter) > 20, 'connections were cut');
    assert.ok(tries > drafts.length, 'some had to try again');
    await assertTrue(
      { database: ground.ownerUrl, journal: journal.file },
      { I1: drafts.length, I2: drafts.length, I3: drafts.length, I5: drafts.length },
    );
  },
);
