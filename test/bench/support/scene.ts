import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { actOnDossier, submitDossier } from '#capabilities/dossiers';
import type { Actor, OfficerRole } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import { systemClock } from '#kernel/time';
import { readyDrafts } from '../../faults/support/drafts.ts';
import { aGround, type Ground } from '../../faults/support/ground.ts';
import { aProduct, type Product, type Visitor } from '../../faults/support/product.ts';
import { aCtx } from '../../support/database.ts';
import { citizensOfHouse, officersOfHouse, unitsOfHouse } from '../../support/pages/cast.ts';
import { root } from '../../support/tree.ts';
import { requestText } from './load.ts';
import { draftPrefix } from './same-rows.ts';

/** A procedure with a form of its own and papers to hand in. */
export const procedure = '1.001193';

export interface Scene {
  readonly product: Product;
  readonly ground: Ground;
  readonly host: string;
  readonly port: number;
  /** Submissions as whole requests: the look at the check page, and the press of its button. */
  submissions(
    count: number,
  ): Promise<{ readonly looks: readonly string[]; readonly presses: readonly string[] }>;
  /** Requests of everybody's look at a dossier by code and secret. */
  lookUps(count: number): Promise<readonly string[]>;
  officer(): Promise<Visitor>;
  /** A dossier of commune A that is being worked on, with everything that the worker adds to it. */
  template(): Promise<string>;
}

/** The whole product over a database of its own with the small province and the whole national catalogue. */
export async function aScene(note: (line: string) => void): Promise<Scene> {
  const ground = await aGround();
  note('importing the national catalogue');
  // The command ends the database it found; the product starts it again.
  execFileSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      path.join(root, 'src/main/cli.ts'),
      'import-catalogue',
      path.join(root, 'samples/national/procedures.csv.gz'),
    ],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: ground.folder, DEMO: 'off' },
      stdio: 'ignore',
    },
  );
  const product = await aProduct(ground, { LOG_LEVEL: 'info' });
  await ground.sql(
    `insert into identity.person (id, kind, name, name_folded, created_at)
     select gen_random_uuid(), 'citizen', 'Nguyễn Văn ' || n, 'nguyen van ' || n, now() from generate_series(1, 200) n`,
  );
  const persons = await ground.sql<{ id: string; name: string }>(
    "select id, name from identity.person where kind = 'citizen' and personal_number is null limit 200",
  );
  const visitors = new Map<string, Visitor>();
  for (const { id, name } of persons)
    visitors.set(id, await product.signIn('citizen', id, { name, guest: false }));
  const { host, port } = new URL(product.origin);
  let asked = 0;

  return {
    product,
    ground,
    host,
    port: Number(port),
    async submissions(count) {
      const { drafts, hash } = await readyDrafts(
        { ...product.rooms, sql: ground.sql, db: product.db, clock: systemClock },
        { code: procedure, count, persons: persons.map(({ id }) => id) },
      );
      const cookieOf = (person: string) => visitors.get(person)?.cookie ?? '';
      return {
        looks: drafts.map(({ person, id }) =>
          requestText('GET', `/nop-ho-so/${id}/kiem-tra`, { host, cookie: cookieOf(person), n: ++asked }),
        ),
        presses: drafts.map(({ person, id }) =>
          requestText('POST', `/nop-ho-so/${id}/nop`, {
            host,
            cookie: cookieOf(person),
            form: { _csrf: visitors.get(person)?.csrf ?? '', 'noi-dung': hash },
          }),
        ),
      };
    },
    async lookUps(count) {
      const rows = await ground.sql<{ code: string; secret: string }>(
        // Random identifiers: these lie all over the table.
        'select code, secret from dossiers.dossier order by id limit $1',
        [count],
      );
      const requests: string[] = [];
      for (const { code, secret } of rows) {
        const visitor = await product.signIn('visitor', null, { tracked: [{ code, secret }] });
        requests.push(
          requestText('GET', `/tra-cuu/${encodeURIComponent(code)}`, {
            host,
            cookie: visitor.cookie,
            n: ++asked,
          }),
        );
      }
      return requests;
    },
    template: () => workedOn(product),
    officer: () => product.signIn('officer', officersOfHouse.get('officer:specialist@committeeA')?.id ?? ''),
  };
}

/** Drafts with numbers in their names, for the statement that stands for the ceiling to claim. */
export async function numberedDrafts(ground: Ground, count: number): Promise<void> {
  await ground.sql(
    `insert into dossiers.draft (person_id, id, procedure_code, procedure_version, channel, facts, answers, typed, receiver_unit, delivery,
       revision, created_at, updated_at, expires_at)
     select d.person_id, ('${draftPrefix}' || lpad(n::text, 12, '0'))::uuid, d.procedure_code, d.procedure_version, d.channel, d.facts,
       d.answers, d.typed, d.receiver_unit, d.delivery, d.revision, d.created_at, d.updated_at, d.expires_at
     from (select * from dossiers.draft where dossier_id is not null order by id limit 1) d, generate_series(1, $1::int) n`,
    [count],
  );
}

async function workedOn({ ground, rooms, db }: Product): Promise<string> {
  const { citizen1 } = citizensOfHouse;
  const { drafts, hash } = await readyDrafts(
    { ...rooms, sql: ground.sql, db, clock: systemClock },
    { code: procedure, count: 1, persons: [citizen1.id] },
  );
  const ctx = (actor: Actor) => ({ ...aCtx(db, actor), clock: systemClock });
  const person: Actor = { kind: 'citizen', person: citizen1.id, name: citizen1.name, guest: false };
  const sent = await submitDossier(ctx(person), rooms.services, drafts[0]?.id ?? '', hash, {
    name: citizen1.name,
  });
  assert.ok(sent.ok, JSON.stringify(sent));
  const as = (role: OfficerRole, unit: string): Actor => ({
    kind: 'officer',
    officer: officersOfHouse.get('officer:specialist@committeeA')?.id as OfficerId,
    name: 'Trần Văn Cán Bộ',
    posts: [{ unit: unit as UnitId, role }],
    readableUnits: [unit as UnitId],
    everywhere: false,
  });
  const steps = [
    ['accept', as('one-stop-officer', unitsOfHouse.centreA)],
    ['take-over', as('specialist', unitsOfHouse.committeeA)],
  ] as const;
  for (const [intent, actor] of steps) {
    const done = await actOnDossier(ctx(actor), rooms.services, sent.value, intent, {});
    assert.ok(done.ok, JSON.stringify(done));
  }
  // The worker keeps the search words; it may have a crowd of submissions before it.
  for (let tries = 0; tries < 1200; tries++) {
    const found = await ground.sql('select 1 from dossiers.finder where dossier_id = $1', [sent.value.id]);
    if (found.length > 0) return sent.value.id;
    await sleep(100);
  }
  throw new Error('The worker did not keep the search words');
}
