import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Calendars, openCalendars } from '#capabilities/calendar';
import { type Catalogue, type LifeEvent, openCatalogue, synonymsShape } from '#capabilities/catalogue';
import type { DossierServices } from '#capabilities/dossiers';
import { type ProcedureDefinition, parseDefinition } from '#capabilities/forms';
import { openUnits, type Units } from '#capabilities/organisations';
import type { Clock } from '#kernel/time';
import type { Database } from '#platform/db';
import { Numbers } from '#platform/numbers';
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
  const calendars = openCalendars(db, clock);
  const catalogue = openCatalogue(db, clock, {
    generic: await genericDefinition(root),
    synonyms: synonymsShape.parse(await readJson(root, 'samples/synonyms.json')),
    lifeEvents: (await readJson(root, 'samples/life-events.json')) as LifeEvent[],
  });
  const home = (await units.directory()).province()?.adminCode ?? '';
  const lists = listsOf(await units.areas(), home);
  const numbers = new Numbers(db);
  return {
    units,
    calendars,
    catalogue,
    services: dossierServices({ units, calendars, catalogue, numbers, codePattern, lists }),
  };
}
