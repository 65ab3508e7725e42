import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Catalogue } from '#capabilities/catalogue';
import {
  addDraftFile,
  type DossierServices,
  findDraft,
  saveDraft,
  startDraft,
  weighDraft,
  weighFiling,
} from '#capabilities/dossiers';
import { type Clock, localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/db';
import { createLog } from '#platform/log';
import { fillForm } from '../../support/pages/answers.ts';
import { citizensOfHouse, unitsOfHouse } from '../../support/pages/cast.ts';
import type { Ground } from './ground.ts';

export interface ReadyDraft {
  readonly person: string;
  readonly id: string;
}

/** Where drafts are made: a ground beside a running product, or a house in this process. */
export interface DraftBench {
  readonly sql: Ground['sql'];
  readonly services: DossierServices;
  readonly catalogue: Catalogue;
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Drafts that wait only for the button. The first is filled through the doors; the others are copies of its rows under
 * other keys, made by the database, so that a hundred thousand cost seconds. All have the same fingerprint, for it is made
 * of what is submitted and not of keys.
 */
export async function readyDrafts(
  { sql, services, catalogue, db, clock }: DraftBench,
  wish: { readonly code: string; readonly count: number; readonly persons?: readonly string[] },
): Promise<{ readonly drafts: readonly ReadyDraft[]; readonly hash: string }> {
  const persons = wish.persons ?? [citizensOfHouse.citizen1.id];
  const ctx: Ctx = {
    clock,
    actor: { kind: 'citizen', person: citizensOfHouse.citizen1.id, name: 'Nguyễn Thị Lan', guest: false },
    locale: 'vi',
    db,
    log: createLog('drafts', 'silent'),
    requestId: 'drafts',
  };
  const current = await catalogue.current(wish.code);
  assert.ok(current, `procedure ${wish.code} is there`);
  const definition = await services.procedure(wish.code, current.version);
  const facts = { channel: 'online', representing: 'self', today: localDate(clock.now()) };
  const answers = fillForm(definition, { lists: services.lists, facts, seed: 1, commune: '30337' });
  const started = await startDraft(ctx, {
    code: wish.code,
    version: current.version,
    facts: { representing: 'self', contact: { phone: '0912345671', email: 'cong.dan1@example.vn' } },
    answers,
  });
  assert.ok(started.ok);
  const first = started.value;
  // As if every page had been sent by its own button: the check page opens.
  const seen = [...definition.form.pages.map(({ id }) => id), '@giay-to', '@nhan-ket-qua'];
  await saveDraft(ctx, first, {
    receiver: unitsOfHouse.centreA,
    delivery: { way: 'counter' },
    typed: Object.fromEntries(seen.map((page) => [page, {}])),
  });
  const draft = await findDraft(ctx, first);
  assert.ok(draft);
  for (const { id } of weighFiling(definition, draft, services.lists, clock.now()).missing) {
    const sha256 = createHash('sha256').update(id).digest('hex');
    const added = await addDraftFile(ctx, first, id, {
      sha256,
      name: `${id}.pdf`,
      size: 120_000,
      kind: 'pdf',
    });
    assert.ok(added.ok);
  }
  const ready = await findDraft(ctx, first);
  assert.ok(ready);
  const drafts = await sql<ReadyDraft>(
    `with copies as (
       insert into dossiers.draft (person_id, id, procedure_code, procedure_version, channel, facts, answers, typed, receiver_unit,
         delivery, revision, created_at, updated_at, expires_at)
       select ($2::uuid[])[1 + n % cardinality($2::uuid[])], gen_random_uuid(), procedure_code, procedure_version, channel, facts, answers, typed,
         receiver_unit, delivery, revision, created_at, updated_at, expires_at
       from dossiers.draft, generate_series(0, $3::int - 1) n where id = $1
       returning person_id, id),
     files as (
       insert into dossiers.draft_file (person_id, draft_id, id, demand, sha256, name, size, kind, added_at)
       select c.person_id, c.id, f.id, f.demand, f.sha256, f.name, f.size, f.kind, f.added_at
       from copies c, dossiers.draft_file f where f.draft_id = $1)
     select person_id as person, id from copies`,
    [first, persons, wish.count],
  );
  return { drafts, hash: weighDraft(definition, ready, services.lists, clock.now()).hash };
}
