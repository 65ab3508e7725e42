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
       and d.stage in ('finished', 'returned') and d.money <> 'owed'
     on conflict do nothing returning 1)
   select count(*)::int as count from written`,
);
const settleEvents = statement<{ until: string; since: string }, { count: number }>(
  'settle-events',
  ['until', 'since'],
  count,
  `with untold as (
     select distinct on (e.home_unit, e.subject) e.home_unit, e.id
     from outbox.event e join dossiers.dossier d on d.home_unit = e.home_unit and d.id = e.subject::uuid
     where e.at > $2::timestamptz and d.person_id is not null and d.stage not in ('returned', 'stopped', 'declined')
       and e.topic in ('dossier.accepted', 'dossier.supplement-requested', 'dossier.draft-shown', 'dossier.fee-requested',
         'dossier.issued', 'dossier.apologised', 'dossier.withdrawal-refused')
     order by e.home_unit, e.subject, e.at desc, e.id desc
   ), settled as (
     update outbox.event e set done_at = e.at
     where e.done_at is null and e.at <= $1::timestamptz and e.subject ~ '^[0-9a-f-]{36}$'
       and not exists (select from untold u where u.home_unit = e.home_unit and u.id = e.id)
     returning 1)
   select count(*)::int as count from settled`,
);
/** Messages older than this would only be noise on the first day. */
const freshFor = 4 * 86_400_000;

/**
 * What reactions would have done over three months, in a few statements: dossiers can be searched, results lie on the
 * shelves of their people, and the events of the past count as handled. Only the last word about an open dossier is left
 * for the worker to send, so that inboxes are neither empty nor flooded on the first day.
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
    const events = await t.get(settleEvents, {
      until: new Date(until).toISOString(),
      since: new Date(until - freshFor).toISOString(),
    });
    return { found: found.count, shelved: shelved.count, events: events.count };
  });
}
