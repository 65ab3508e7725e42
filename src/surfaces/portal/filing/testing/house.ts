import { sampleCodes, sampleDefinition } from '#builders/forms';
import { withPeople } from '#builders/identity';
import { provincialPolice } from '#builders/organisations';
import { buildCalendar, officeHours } from '#capabilities/calendar';
import { noEssentialServices, offerOn } from '#capabilities/catalogue';
import type { DossierServices } from '#capabilities/dossiers';
import { competentCommune, createCodeLists, type ProcedureDefinition } from '#capabilities/forms';
import { openActors } from '#capabilities/identity';
import { openUnits } from '#capabilities/organisations';
import { buildStyles } from '#design';
import { SetClock } from '#kernel/time';
import { html } from '#platform/html';
import { buildAssets, buildServer, htmlReply, type Problem } from '#platform/http';
import { createLog } from '#platform/log';
import { Numbers } from '#platform/numbers';
import { Sessions } from '#platform/sessions';
import type { Doors } from '#surfaces/shared';
import { aDatabase, aWorkingMorning, type TestDatabase } from '#test/database';
import { filingRoutes } from '../index.ts';
import { fakeFiles } from './fake-files.ts';
import { Visitor } from './visitor.ts';

const place = (value: string, vi: string, within?: string) => ({
  value,
  label: { vi },
  ...(within ? { within } : {}),
});
const communes = [
  place('30337', 'Xã An Phú', '91'),
  place('30292', 'Phường Bình Đức', '91'),
  place('00004', 'Phường Ba Đình', '01'),
];
/** The national lists with the communes of the small province. */
export const lists = createCodeLists({
  provinces: [place('91', 'Tỉnh An Giang'), place('01', 'Thành phố Hà Nội')],
  communes,
  'home-communes': communes.filter(({ within }) => within === '91'),
});

export const codes = sampleCodes().filter((code) => code !== 'generic');
const definitions = new Map([...codes, 'generic'].map((code) => [code, sampleDefinition(code)]));

const statusOf: Readonly<Record<Problem, number>> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  unavailable: 503,
  'too-many': 429,
  'bad-request': 400,
  failed: 500,
};

export interface House {
  readonly db: TestDatabase;
  readonly clock: SetClock;
  readonly doors: Doors;
  readonly sessions: Sessions;
  /** A browser that has never been here. */
  visitor(): Visitor;
  /** A browser signed in as this person. */
  person(id: string, name: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** A small province with its filing pages behind the real server, on a database of its own. */
export async function aHouse(
  options: { readonly definitions?: readonly ProcedureDefinition[] } = {},
): Promise<House> {
  const db = await aDatabase();
  await withPeople(db.worker);
  const known = new Map([
    ...definitions,
    ...(options.definitions ?? []).map((each) => [each.code, each] as const),
  ]);
  const clock = new SetClock(aWorkingMorning);
  const units = openUnits(db.web, clock);
  const sessions = new Sessions(db.web, clock, '00'.repeat(32));
  const actors = openActors({ db: db.web, clock, units });
  const numbers = new Numbers(db.web);
  const calendar = buildCalendar({ hours: officeHours, days: [], version: '1/office' });
  const find = (code: string): ProcedureDefinition => known.get(code) ?? sampleDefinition('generic');
  const services: DossierServices = {
    procedure: async (code) => find(code),
    calendarOf: async () => calendar,
    pinnedCalendar: async () => calendar,
    async unit(id) {
      const { name, code, kind, adminCode } = (await units.directory()).get(id);
      return { name, code, kind, place: adminCode };
    },
    async competentUnit(definition, answers, receiver) {
      const directory = await units.directory();
      if (definition.competence.level.startsWith('provinc')) return provincialPolice;
      const commune = competentCommune(definition, answers) ?? directory.get(receiver).adminCode ?? '';
      const police = definition.competence.level === 'commune-police';
      return (police ? directory.policeFor(commune) : directory.committeeFor(commune))?.id;
    },
    whyNotFiled: async () => undefined,
    plan: async () => undefined,
    inForce: async () => undefined,
    unitNamed: async () => undefined,
    takeNumber: (unit, day, series) => numbers.take(unit, day, series),
    lists,
    codePattern: '{unit}-{yyMMdd}-{n:4}',
  };
  const styles = buildStyles();
  const { assets, url } = buildAssets({
    'citizen.css': { type: 'text/css', text: styles.citizen },
    'enhance.js': { type: 'text/javascript', text: '' },
  });
  const doors = {
    place: {
      kind: 'province',
      name: 'Tỉnh An Giang',
      seat: 'An Giang',
      publicUrl: 'http://localhost',
      helpPhone: '1022',
      demo: true,
      maxUpload: 10_000_000,
    },
    services,
    units,
    catalogue: {
      offer: async () =>
        offerOn({ levels: [], listings: [], moves: [], closings: [] }, noEssentialServices, ''),
      current: async (code: string) =>
        known.has(code)
          ? {
              code,
              version: 1,
              name: find(code).name.vi,
              live: code !== 'generic',
              internal: false,
              definition: find(code),
            }
          : undefined,
    },
    files: fakeFiles(),
    pageChecks: { find: () => undefined, prepare: async () => {} },
    asset: url,
  } as unknown as Doors;
  const app = await buildServer({
    routes: filingRoutes(doors),
    assets,
    db: db.web,
    sessions,
    clock,
    log: createLog('test', process.env['TEST_LOG'] ?? 'silent'),
    hosts: ['localhost'],
    origin: 'http://localhost',
    formTargets: [],
    actorOf: (session) => actors.actorOf(session),
    problemPage: (_, which) => htmlReply(html`<h1>${which}</h1>`, statusOf[which]),
    observe: () => {},
    maxInFlight: 500,
    maxFileSize: 10_000_000,
  });
  return {
    db,
    clock,
    doors,
    sessions,
    visitor: () => new Visitor(app),
    async person(id, name) {
      const visitor = new Visitor(app);
      visitor.cookies.set('__Host-mc', await sessions.start('citizen', id, { name, guest: false }, 'test'));
      return visitor;
    },
    close: () => app.close(),
  };
}
