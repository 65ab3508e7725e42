import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { newPackageKey } from '#capabilities/catalogue';
import { openActors } from '#capabilities/identity';
import { loadMessageTemplates } from '#capabilities/messages';
import { loadTemplates } from '#capabilities/papers';
import type { Actor } from '#kernel/actor';
import { refused } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { buildServer, type Route } from '#platform/http';
import { createLog } from '#platform/log';
import { Sessions } from '#platform/sessions';
import { citizenPage, type Doors, problemPage } from '#surfaces/shared';
import { designServices } from '../../src/main/design-services.ts';
import { makeIslands } from '../../src/main/islands.ts';
import { pageRoutes } from '../../src/main/page-routes.ts';
import { paymentServices } from '../../src/main/payments.ts';
import { placeOf } from '../../src/main/place.ts';
import { openRooms } from '../../src/main/rooms.ts';
import { seedSample } from '../../src/main/seed.ts';
import { makeVerifier } from '../../src/main/verifier/index.ts';
import { aCtx, aDatabase, aWorkingMorning, type TestDatabase } from './database.ts';
import { aFileDoor } from './pages/files.ts';
import { logOfHouse } from './pages/log.ts';
import { root } from './tree.ts';

/** Somebody signed in: a person, or an officer by the seat (`mot-cua-bo 2`). */
export type MinistryVisitor = { readonly person: number } | { readonly seat: string };

export interface Ministry {
  readonly db: TestDatabase;
  readonly doors: Doors;
  /** Every page of the product. */
  readonly routes: readonly Route[];
  readonly ctx: (who: MinistryVisitor) => Promise<Ctx>;
  readonly visit: (
    address: string,
    who?: MinistryVisitor,
    form?: Readonly<Record<string, string>>,
    locale?: 'vi' | 'en',
  ) => Promise<{
    readonly status: number;
    readonly text: string;
    readonly bytes: Uint8Array;
    readonly location: string;
  }>;
}

const nobody = {
  begin: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  finish: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  signOutUrl: () => undefined,
};

/** The sample ministry without dossiers, behind every page of the product. */
export async function aMinistry(): Promise<Ministry> {
  const db = await aDatabase();
  const clock = new SetClock(aWorkingMorning);
  const log = createLog('test', 'silent');
  await seedSample({
    sample: 'ministry',
    workerDb: db.worker,
    webDb: db.web,
    dataDir: mkdtempSync(path.join(tmpdir(), 'mc-ministry-')),
    log,
    progress: () => {},
    size: { residents: 40, dossiers: 0 },
    clock,
  });
  const rooms = await openRooms({ db: db.web, clock, root, codePattern: '{unit}-{yyMMdd}-{n:4}' });
  const { units } = rooms;
  const sessions = new Sessions(db.web, clock, '5e'.repeat(32));
  const actors = openActors({ db: db.web, clock, units });
  const publicUrl = 'https://motcua.example.vn';
  const doors: Doors = {
    ...rooms,
    payments: paymentServices({ db: db.web, units, publicUrl, gateways: [] }),
    log: logOfHouse,
    place: {
      ...(await placeOf(units)),
      publicUrl,
      helpPhone: '024 1022',
      demo: false,
      maxUpload: 10_000_000,
    },
    papers: await loadTemplates(path.join(root, 'samples/papers')),
    messages: loadMessageTemplates(path.join(root, 'samples/messages')),
    files: aFileDoor(),
    asset: (name) => `/tai-nguyen/${name}`,
    islands: makeIslands(root),
    makeVerifier: makeVerifier(root),
    pageChecks: { find: () => undefined, prepare: async () => {} },
  };
  const routes = pageRoutes(doors, {
    citizen: nobody,
    officer: nobody,
    sessions,
    frame: (ctx, { title, body }) => citizenPage(ctx, doors, { title, main: body, noindex: true }),
    guestMayGoTo: (to) => to.startsWith('/nop-ho-so/'),
    actors,
    design: await designServices({
      units,
      catalogue: rooms.catalogue,
      lists: rooms.services.lists,
      clock,
      root,
      key: newPackageKey(),
    }),
  });
  const app = await buildServer({
    routes,
    assets: new Map(),
    db: db.web,
    sessions,
    clock,
    log,
    hosts: ['localhost'],
    origin: 'http://localhost',
    formTargets: [],
    actorOf: actors.actorOf,
    problemPage: problemPage(doors),
    observe: () => {},
    maxInFlight: 100,
    maxFileSize: doors.place.maxUpload,
  });
  after(() => app.close());

  const tokenOf = async (who: MinistryVisitor): Promise<string> => {
    if ('seat' in who) {
      const subject = `cb-${who.seat.replace(' ', '-')}`;
      const [officer] = await db.sql<{ id: string }>(
        'select id from identity.officer where issuer_subject = $1',
        [subject],
      );
      assert.ok(officer, `${subject} is in office`);
      return sessions.start('officer', officer.id, {}, 'test');
    }
    const [person] = await db.sql<{ id: string; name: string }>(
      "select id, name from identity.person where kind = 'citizen' order by personal_number offset $1 limit 1",
      [who.person],
    );
    assert.ok(person);
    return sessions.start('citizen', person.id, { name: person.name, guest: false }, 'test');
  };
  const actorOf = async (who: MinistryVisitor): Promise<Actor> =>
    actors.actorOf(await sessions.find(await tokenOf(who)));
  return {
    db,
    doors,
    routes,
    ctx: async (who) => aCtx(db.web, await actorOf(who), clock),
    async visit(address, who, form, locale = 'vi') {
      const token = who && (await tokenOf(who));
      const answer = await app.inject({
        method: form ? 'POST' : 'GET',
        url: address,
        headers: {
          host: 'localhost',
          cookie: `mc-lang=${locale}; ${token ? `__Host-mc=${token}` : '__Host-mc-visitor=visitor'}`,
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form && {
          payload: new URLSearchParams({ ...form, _csrf: sessions.csrfFor(token ?? 'visitor') }).toString(),
        }),
      });
      return {
        status: answer.statusCode,
        text: answer.body,
        bytes: answer.rawPayload,
        location: String(answer.headers.location ?? ''),
      };
    },
  };
}
