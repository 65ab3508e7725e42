import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { aGateway, type TestGateway } from '#builders/payments';
import { type Calendars, openCalendars } from '#capabilities/calendar';
import { type Catalogue, essentialShape, openCatalogue } from '#capabilities/catalogue';
import {
  type Acted,
  type ActOptions,
  actOnDossier,
  type DossierRef,
  type DossierServices,
  type DossierView,
  type Intent,
  viewDossier,
} from '#capabilities/dossiers';
import { type Actors, openActors, type PeopleDeps } from '#capabilities/identity';
import { loadMessageTemplates } from '#capabilities/messages';
import { openUnits } from '#capabilities/organisations';
import { loadTemplates } from '#capabilities/papers';
import {
  askOnce,
  findUnresolved,
  keepAccount,
  matchWanted,
  readMoneyFile,
  settleNewTransfers,
} from '#capabilities/payments';
import type { Signing } from '#capabilities/signing';
import { type Actor, publicActor, systemActor } from '#kernel/actor';
import { SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { html } from '#platform/html';
import { buildAssets, buildServer, htmlReply, type Problem, type Route } from '#platform/http';
import { drainOutbox } from '#platform/jobs';
import { createLog } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { Sessions } from '#platform/sessions';
import type { Doors } from '#surfaces/shared';
import { credentialsOf } from '../../src/main/credentials.ts';
import { makeIslands } from '../../src/main/islands.ts';
import { matchingServices } from '../../src/main/matching.ts';
import { paymentServices } from '../../src/main/payments.ts';
import { dossierServices, listsOf } from '../../src/main/services.ts';
import { makeVerifier } from '../../src/main/verifier/index.ts';
import { whenMoneyMoves } from '../../src/reactions/when-money-moves.ts';
import { aCtx, aDatabase, aWorkingMorning, type TestDatabase } from './database.ts';
import { citizensOfHouse, guestOfHouse, officersOfHouse, type Visitor } from './pages/cast.ts';
import { aFileDoor } from './pages/files.ts';
import { type Filed, fileAtCounter, fileOnline, type OnlineWish, type WalkInWish } from './pages/filing.ts';
import { logOfHouse } from './pages/log.ts';
import { genericDefinition, seedHouse } from './pages/seed.ts';
import { root } from './tree.ts';

export { citizensOfHouse, officersOfHouse, type UnitName, unitsOfHouse, type Visitor } from './pages/cast.ts';
export type { Filed } from './pages/filing.ts';
export { logOfHouse, secondsOfTheLog } from './pages/log.ts';
export { genericCode, liveCodes } from './pages/seed.ts';

/** A page as the browser got it. */
export interface Visit {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
  /** Where a redirect leads. */
  readonly location: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

export interface VisitOptions {
  readonly as?: Visitor | undefined;
  /** Posted as a form with its CSRF token. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What pages about people lean on, whole, so that tests can also look at sessions. */
export interface HousePeople extends PeopleDeps {
  readonly actors: Actors;
  readonly sessions: Sessions;
}

/**
 * A small province with its people, standing behind a real web server on a database of its own. Acts run through the
 * same commands that people use; nothing is written to tables by hand.
 */
export interface House {
  readonly db: TestDatabase;
  readonly doors: Doors;
  readonly services: DossierServices;
  readonly calendars: Calendars;
  readonly catalogue: Catalogue;
  readonly people: HousePeople;
  /** Stands at Wednesday 25 November 2026, 09:00 until a test moves it. */
  readonly clock: SetClock;
  visit(method: 'GET' | 'POST', path: string, options?: VisitOptions): Promise<Visit>;
  /** The cookie of a visitor, for a real browser. */
  cookieOf(who: Visitor): Promise<string>;
  actor(who: Visitor): Promise<Actor>;
  ctx(who: Visitor): Promise<Ctx>;
  /** Filed online by a citizen, to centre A for commune A unless told otherwise. */
  aDossier(wish?: OnlineWish): Promise<Filed>;
  /** Received at the counter of centre A: submitted and accepted at once. */
  aWalkIn(wish?: WalkInWish): Promise<Filed>;
  /** Does it or throws the code of the refusal. */
  act(ref: DossierRef, intent: Intent, input: unknown, as: Visitor, options?: ActOptions): Promise<Acted>;
  view(ref: DossierRef, as: Visitor): Promise<DossierView>;
  /** The gateway in memory behind `doors.payments`. */
  readonly gateway: TestGateway;
  /** The worker asks gateways once, and dossiers hear of their money. */
  settles(): Promise<void>;
  /** The worker reads money files, books transfers, and compares what waits to be compared. */
  matches(): Promise<void>;
  /** Listens for a real browser, on the port of the options or a free one. @returns the origin. */
  listen(): Promise<string>;
}

export interface HouseOptions {
  readonly routes: (doors: Doors, people: HousePeople) => readonly Route[];
  /** Style sheets and scripts by their plain names, for tests that look at pages. */
  readonly assets?: Readonly<Record<string, { type: string; text: string }>>;
  /** For a real browser: the port that `listen` takes, so that posted forms come from the expected origin. */
  readonly port?: number;
  /** Replaces doors, e.g. a file door that fails. */
  readonly doors?: Partial<Doors>;
  /** Results are signed: leaders and clerks approve and issue on the pages only. */
  readonly signing?: (clock: SetClock) => Signing;
}

const statusOf: Record<Problem, number> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  unavailable: 503,
  'too-many': 429,
  'bad-request': 400,
  failed: 500,
};

export async function aHouse({
  routes,
  assets: files,
  port = 0,
  doors: own,
  signing: signs,
}: HouseOptions): Promise<House> {
  const db = await aDatabase();
  const clock = new SetClock(aWorkingMorning);
  const calendars = openCalendars(db.web, clock);
  await seedHouse(aCtx(db.worker, publicActor, clock), calendars);
  const units = openUnits(db.web, clock);
  const sessions = new Sessions(db.web, clock, '5e'.repeat(32));
  const actors = openActors({ db: db.web, clock, units });
  const catalogue = openCatalogue(db.web, clock, {
    generic: genericDefinition(),
    synonyms: { filler: [], entries: [] },
    lifeEvents: [],
    essential: essentialShape.parse(
      JSON.parse(readFileSync(`${root}/samples/essential-services.json`, 'utf8')),
    ),
  });
  const signing = signs?.(clock);
  const services: DossierServices = {
    ...dossierServices({
      units,
      calendars,
      catalogue,
      numbers: new Numbers(db.web),
      codePattern: '{unit}-{yyMMdd}-{n:4}',
      lists: listsOf(await units.areas(), '91'),
    }),
    signsResults: signing !== undefined,
  };
  const gateway = aGateway(clock);
  const payments = paymentServices({
    db: db.web,
    units,
    publicUrl: 'https://motcua.example.vn',
    gateways: [gateway],
  });
  const built = files ? buildAssets(files) : undefined;
  const doors: Doors = {
    place: {
      kind: 'province',
      name: 'Tỉnh An Giang',
      seat: 'An Giang',
      publicUrl: 'https://motcua.example.vn',
      helpPhone: '0296 1022',
      demo: false,
      maxUpload: 10_000_000,
    },
    services,
    payments,
    log: logOfHouse,
    units,
    calendars,
    catalogue,
    papers: await loadTemplates(new URL('../../samples/papers', import.meta.url).pathname),
    messages: loadMessageTemplates(new URL('../../samples/messages', import.meta.url).pathname),
    files: aFileDoor(),
    asset: built?.url ?? ((name) => `/tai-nguyen/${name}`),
    islands: makeIslands(root),
    makeVerifier: makeVerifier(root),
    pageChecks: { find: () => undefined, prepare: async () => {} },
    ...(signing && {
      signing,
      trust: { roots: signing.roots },
      credentials: credentialsOf({
        signing,
        units,
        origin: port === 0 ? 'https://motcua.example.vn' : `http://localhost:${port}`,
        key: 'c0'.repeat(32),
      }),
    }),
    ...own,
  };
  const head = (await units.directory()).head();
  assert.ok(head);
  const entered = await keepAccount(aCtx(db.worker, systemActor('test'), clock), {
    unit: head.id,
    name: 'Tỉnh An Giang',
    taxCode: '1600000001',
    bin: '970436',
    number: '1012345678',
    holder: 'UBND TINH AN GIANG',
  });
  assert.ok(entered.ok);
  const people = { units, actors, sessions };
  const app = await buildServer({
    routes: routes(doors, people),
    assets: built?.assets ?? new Map(),
    db: db.web,
    sessions,
    clock,
    log: createLog('test', process.env['TEST_LOG'] ?? 'silent'),
    hosts: ['localhost'],
    origin: port === 0 ? 'http://localhost' : `http://localhost:${port}`,
    formTargets: [],
    actorOf: actors.actorOf,
    problemPage: (_, which) => htmlReply(html`<h1>problem: ${which}</h1>`, statusOf[which]),
    observe: () => {},
    maxInFlight: 500,
    maxFileSize: doors.place.maxUpload,
  });
  after(() => app.close());

  const tokens = new Map<Visitor, { readonly token: string; readonly at: number }>();
  /** A session that is fresh under the clock: a test that moves on by days signs in again. */
  async function tokenOf(who: Visitor): Promise<string> {
    const known = tokens.get(who);
    if (known && Math.abs(clock.now() - known.at) < 20 * 60_000) return known.token;
    const { kind, subject, data } = standsFor(who);
    const token = await sessions.start(kind, subject, data, 'test');
    tokens.set(who, { token, at: clock.now() });
    return token;
  }
  const actorOf = async (who: Visitor): Promise<Actor> =>
    actors.actorOf(await sessions.find(await tokenOf(who)));
  const ctx = async (who: Visitor): Promise<Ctx> => aCtx(db.web, await actorOf(who), clock);

  return {
    db,
    doors,
    services,
    calendars,
    catalogue,
    people,
    clock,
    async visit(method, path, { as, form, headers = {} } = {}) {
      const token = as === undefined ? undefined : await tokenOf(as);
      const cookie = token === undefined ? '__Host-mc-visitor=visitor' : `__Host-mc=${token}`;
      const posted = form && {
        payload: encodeForm({ ...form, _csrf: sessions.csrfFor(token ?? 'visitor') }),
      };
      const type = posted && { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await app.inject({
        method,
        url: path,
        ...posted,
        headers: { host: 'localhost', cookie, ...type, ...headers },
      });
      return {
        status: answer.statusCode,
        text: answer.body,
        bytes: answer.rawPayload,
        location: String(answer.headers.location ?? ''),
        headers: answer.headers,
      };
    },
    cookieOf: tokenOf,
    actor: actorOf,
    ctx,
    aDossier: async (wish = {}) => fileOnline(await ctx(wish.by ?? 'citizen1'), doors, wish),
    aWalkIn: async (wish = {}) =>
      fileAtCounter(await ctx(wish.by ?? 'officer:one-stop-officer@centreA'), doors, wish),
    async act(ref, intent, input, as, options) {
      const outcome = await actOnDossier(await ctx(as), services, ref, intent, input, options);
      assert.ok(outcome.ok, `${intent} by ${as}: ${outcome.ok ? '' : JSON.stringify(outcome.refusal)}`);
      return outcome.value;
    },
    async view(ref, as) {
      const view = await viewDossier(await ctx(as), services, ref);
      assert.ok(view, `${as} sees the dossier`);
      return view;
    },
    gateway,
    async settles() {
      const log = createLog('test', 'silent');
      const ctxFor = (name: string) => aCtx(db.worker, systemActor(name), clock);
      await askOnce(ctxFor('payments.ask-gateways'), payments);
      await drainOutbox({ db: db.worker, clock, log, ctxFor, reactions: [whenMoneyMoves({ services })] });
    },
    async matches() {
      const worker = aCtx(db.worker, systemActor('payments.matching'), clock);
      const matching = matchingServices(payments, units, { partner: 'H01' });
      while ((await readMoneyFile(worker, matching)) > 0);
      while ((await settleNewTransfers(worker, matching)) > 0);
      while ((await matchWanted(worker, matching)) > 0);
      await findUnresolved(worker, matching);
    },
    listen: () => app.listen({ port, host: '127.0.0.1' }).then((at) => at.replace('127.0.0.1', 'localhost')),
  };
}

function standsFor(who: Visitor): { kind: 'citizen' | 'officer'; subject: string; data: object } {
  if (who === 'guest') return { kind: 'citizen', subject: guestOfHouse, data: { name: '', guest: true } };
  if (who in citizensOfHouse) {
    const person = citizensOfHouse[who as keyof typeof citizensOfHouse];
    return { kind: 'citizen', subject: person.id, data: { name: person.name, guest: false } };
  }
  const officer = officersOfHouse.get(who);
  assert.ok(officer, `there is no visitor ${who}; see test/support/pages/cast.ts`);
  return { kind: 'officer', subject: officer.id, data: {} };
}

function encodeForm(form: Readonly<Record<string, string | readonly string[]>>): string {
  const encoded = new URLSearchParams();
  for (const [name, value] of Object.entries(form))
    for (const each of typeof value === 'string' ? [value] : value) encoded.append(name, each);
  return encoded.toString();
}
