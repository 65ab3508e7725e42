import type { Calendars, WorkingCalendar } from '#capabilities/calendar';
import type { Catalogue } from '#capabilities/catalogue';
import type { DossierServices } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import {
  type Answers,
  attempt,
  type CodeLists,
  competenceFor,
  createCodeLists,
  type Facts,
  type OldPlaceRows,
  oldPlaces,
  withDecisions,
} from '#capabilities/forms';
import type { AreaDirectory, UnitDirectory, Units } from '#capabilities/organisations';
import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';
import type { Numbers } from '#platform/numbers';
import { openPlans, unitNamed } from './plans.ts';

/** What the dossiers room leans on, as the rooms below it offer it. */
export interface ServiceParts {
  readonly units: Units;
  readonly calendars: Calendars;
  readonly catalogue: Catalogue;
  readonly numbers: Pick<Numbers, 'take'>;
  /** Pattern of dossier codes, see `formatDossierCode`. */
  readonly codePattern: string;
  readonly lists: CodeLists;
}

/** The one assembly of `DossierServices`, for the web, the worker, the seed and the tests. */
export function dossierServices(parts: ServiceParts): DossierServices {
  const { units, calendars, catalogue, numbers, codePattern, lists } = parts;
  return {
    procedure: (code, version) => catalogue.definitionOf(code, version),
    plan: openPlans((code, version) => catalogue.diagramOf(code, version)),
    async inForce(code) {
      const found = await catalogue.current(code);
      return found?.live ? { version: found.version, name: found.name } : undefined;
    },
    async unitNamed(name, competent) {
      return unitNamed(await units.directory(), name, competent);
    },
    async calendarOf(id) {
      const directory = await units.directory();
      const { id: edition } = await calendars.currentEdition();
      return calendars.calendarFor(directory.get(id), edition);
    },
    pinnedCalendar: (version) => pinnedCalendar(calendars, version),
    async unit(id) {
      const { name, code, kind, adminCode } = (await units.directory()).get(id);
      return { name, code, kind, place: adminCode };
    },
    async competentUnit(definition, answers, receiver, facts) {
      const [directory, offer] = await Promise.all([units.directory(), catalogue.offer()]);
      const { competence, unit } = offer.authority(definition.code, definition.competence);
      // A decision may name one unit (decentralisation); else it changes the level at most.
      if (unit !== undefined) return directory.successorOf(unit)?.id;
      // What moved authority goes before the version and its tables.
      const moved = offer.moves(definition.code).now !== undefined;
      const asked = moved ? { ...withDecisions(definition, undefined), competence } : definition;
      // A table that cannot decide names nobody; whoever files is told so.
      const found = attempt(() => competentUnit(directory, asked, answers, receiver, facts));
      return found.ok ? found.value : undefined;
    },
    async whyNotFiled({ definition: { code, online }, channel, competent, elsewhere }) {
      const offer = await catalogue.offer();
      return offer.whyNotFiled({ code, published: online.level, channel, competent, elsewhere });
    },
    lists,
    codePattern,
    takeNumber: (unit, day, series) => numbers.take(unit, day, series),
  };
}

/** Reads `<edition>/<hours>[/<unit key>]`, the version that a calendar wrote into a dossier at acceptance. */
function pinnedCalendar(calendars: Calendars, version: string): Promise<WorkingCalendar> {
  const [edition, hours, key = ''] = version.split('/');
  invariant(
    edition !== undefined && /^\d+$/.test(edition) && hours,
    `calendar version ${version} is readable`,
  );
  return calendars.calendarFor({ key, hours }, Number(edition));
}

/**
 * Who decides: by the level of the procedure version, or of its table `competence`, the department it names and the place in
 * the answers. Where the version leaves the place open, the commune of the receiving centre decides; at the provincial centre, which has no commune, the province.
 */
export function competentUnit(
  directory: UnitDirectory,
  definition: ProcedureDefinition,
  answers: Answers,
  receiver: UnitId,
  facts: Facts = {},
): UnitId | undefined {
  const { level, department, commune: decided, placed } = competenceFor(definition, answers, facts);
  const own = directory.successorOf(receiver);
  const ofReceiver = own?.kind.startsWith('commune-') ? (own.adminCode ?? undefined) : undefined;
  const commune = placed ? decided : ofReceiver;
  const named = department === undefined ? undefined : directory.byKey(department)?.id;
  switch (level) {
    case 'commune':
      if (commune !== undefined) return directory.committeeFor(commune)?.id;
      return placed ? undefined : directory.head()?.id;
    case 'commune-police':
      if (commune !== undefined) return directory.policeFor(commune)?.id;
      return placed ? undefined : directory.ofKind('provincial-police')[0]?.id;
    case 'province':
    case 'ministry':
      return named ?? directory.head()?.id;
    case 'provincial-police':
      return named ?? directory.ofKind('provincial-police')[0]?.id;
  }
}

/** The national code lists with the places of this instance; home communes are those of its own province. */
export function listsOf(areas: AreaDirectory, homeProvince: string, old?: OldPlaceRows): CodeLists {
  const provinces = areas.provinces();
  const item = (area: { readonly code: string; readonly fullName: string }, within?: string) => ({
    value: area.code,
    label: { vi: area.fullName },
    ...(within === undefined ? {} : { within }),
  });
  return createCodeLists({
    provinces: provinces.map((area) => item(area)),
    communes: provinces.flatMap(({ code }) => areas.communes(code).map((area) => item(area, code))),
    'home-communes': areas.communes(homeProvince).map((area) => item(area, homeProvince)),
    ...(old && oldPlaces(old)),
  });
}
