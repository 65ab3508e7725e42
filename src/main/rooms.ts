import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Calendars, openCalendars } from '#capabilities/calendar';
import {
  type Catalogue,
  essentialShape,
  type LifeEvent,
  openCatalogue,
  synonymsShape,
} from '#capabilities/catalogue';
import type { DossierServices } from '#capabilities/dossiers';
import { type OldPlaceRows, type ProcedureDefinition, parseDefinition } from '#capabilities/forms';
import { openUnits, type Units } from '#capabilities/organisations';
import type { Clock } from '#kernel/time';
import type { Database } from '#platform/db';
import { Numbers } from '#platform/numbers';
import { parseCsvRecords } from '#platform/validation';
import { dossierServices, listsOf } from './services.ts';

/** The rooms that every process stands on, opened once over one database. */
export interface Rooms {
  readonly units: Units;
  readonly calendars: Calendars;
  readonly catalogue: Catalogue;
  readonly services: DossierServices;
}

export interface RoomOptions {
  readonly db: Database;
  readonly clock: Clock;
  /** Folder of the product: its samples hold the generic form, synonyms and life events. */
  readonly root: string;
  readonly codePattern: string;
}

const readJson = async (...parts: readonly string[]): Promise<unknown> =>
  JSON.parse(await readFile(path.join(...parts), 'utf8'));

/** The form used for every procedure that has none of its own. */
export async function genericDefinition(root: string): Promise<ProcedureDefinition> {
  const parsed = parseDefinition(await readJson(root, 'samples/procedures/generic/definition.json'));
  if (!parsed.ok) throw new Error(`The generic form is faulty: ${JSON.stringify(parsed.refusal)}`);
  return parsed.value;
}

export async function openRooms({ db, clock, root, codePattern }: RoomOptions): Promise<Rooms> {
  const units = openUnits(db, clock);
  const head = (await units.directory()).head();
  const calendars = openCalendars(db, clock);
  const catalogue = openCatalogue(db, clock, {
    generic: await genericDefinition(root),
    synonyms: synonymsShape.parse(await readJson(root, 'samples/synonyms.json')),
    // Everyday events of people who live somewhere: a ministry has no such procedures.
    lifeEvents:
      head?.kind === 'ministry' ? [] : ((await readJson(root, 'samples/life-events.json')) as LifeEvent[]),
    // Both lists name what people ask of a province and its communes.
    ...(head?.kind === 'ministry'
      ? {}
      : { essential: essentialShape.parse(await readJson(root, 'samples/essential-services.json')) }),
  });
  const lists = listsOf(await units.areas(), head?.adminCode ?? '', await readOldPlaces(root));
  const numbers = new Numbers(db);
  return {
    units,
    calendars,
    catalogue,
    services: dossierServices({ units, calendars, catalogue, numbers, codePattern, lists }),
  };
}

/** Places before 1/7/2025 and what became of them (samples/SOURCES.md), for addresses on older papers. */
async function readOldPlaces(root: string): Promise<OldPlaceRows> {
  const table = async (name: string) => {
    const text = await readFile(path.join(root, 'samples/national', `admin_old_${name}.csv`), 'utf8');
    const records = parseCsvRecords(text);
    if (!records.ok) throw new Error(`samples/national/admin_old_${name}.csv cannot be read`);
    return records.value;
  };
  const [provinces, districts, wards, mapping] = await Promise.all(
    ['provinces', 'districts', 'wards', 'to_new'].map(table),
  );
  return {
    provinces: provinces ?? [],
    districts: districts ?? [],
    wards: wards ?? [],
    mapping: mapping ?? [],
  };
}
