import { z } from 'zod';
import { foldText } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { type Database, json, systemScope } from '#platform/db';
import { statement } from './statement.ts';

type Nothing = Record<never, never>;
const count = z.object({ count: z.number() });

const withoutFinder = statement<Nothing, { id: string; home_unit: string; words: readonly string[] }>(
  'without-finder',
  [],
  z.object({ id: z.string(), home_unit: z.string(), words: z.array(z.string()) }),
  `select d.id, d.home_unit, array[d.owner_folded, d.code, d.procedure_code, d.procedure_name, coalesce(d.subject_number, '')] as words
   from dossiers.dossier d
   where not exists (select from dossiers.finder f where f.home_unit = d.home_unit and f.dossier_id = d.id)`,
);
const addFinder = statement<{ rows: string }, { count: number }>(
  'add-finder',
  ['rows'],
  count,
  `with written as (
     insert into dossiers.finder (home_unit, dossier_id, code, seen_by, words, subject_number, submitted_at)
     select d.home_unit, d.id, d.code, d.seen_by, r.words, d.subject_number, d.submitted_at
     from jsonb_to_recordset($1::jsonb) as r (home_unit uuid, id uuid, words text)
     join dossiers.dossier d on d.home_unit = r.home_unit and d.id = r.id
     on conflict do nothing returning 1)
   select count(*)::int as count from written`,
);
const fillShelves = statement<Nothing, { count: number }>(
  'fill-shelves',
  [],
  count,
  `with written as (
     insert into results.shelf (person_id, id, kind, title, number, issuer_name, issued_at, home_unit, dossier_id, dossier_code, state, placed_at)
     select d.person_id, r.id, r.kind, r.title, r.number, r.issuer_name, r.issued_at, r.home_unit, r.dossier_id, d.code, r.state, r.issued_at
     from results.result r join dossiers.dossier d on d.home_unit = r.home_unit and d.id = r.dossier_id
     where r.outcome = 'granted' and d.person_id is not null and not d.identity_pending
     on conflict do nothing returning 1)
   select count(*)::int as count from written`,
);
const settleEvents = statement<{ until: string }, { count: number }>(
  'settle-events',
  ['until'],
  count,
  `with settled as (
     update outbox.event set done_at = at where done_at is null and at <= $1::timestamptz returning 1)
   select count(*)::int as count from settled`,
);

/**
 * What reactions would have done over three months, in a few statements: dossiers can be searched, results lie on the
 * shelves of their people, and the events of the past count as handled, so that no inbox is flooded on the first day.
 */
export async function settlePast(
  worker: Database,
  until: Instant,
): Promise<{ readonly found: number; readonly shelved: number; readonly events: number }> {
  return worker.transact(systemScope, async (t) => {
    const rows = (await t.rows(withoutFinder, {})).map(({ id, home_unit, words }) => ({
      id,
      home_unit,
      words: foldText(words.join(' ')),
    }));
    const found = await t.get(addFinder, { rows: json(rows) });
    const shelved = await t.get(fillShelves, {});
    const events = await t.get(settleEvents, { until: new Date(until).toISOString() });
    return { found: found.count, shelved: shelved.count, events: events.count };
  });
}
