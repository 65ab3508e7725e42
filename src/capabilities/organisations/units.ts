import type { Clock } from '#kernel/time';
import { localDate } from '#kernel/time';
import { type Database, DatabaseUnavailable } from '#platform/db';
import { type AreaDirectory, buildAreas, type OldWard, type SuccessorOfWard } from './areas.ts';
import { buildDirectory, type UnitDirectory } from './directory.ts';
import * as sql from './queries/index.ts';

/** The units and areas, kept in the memory of the process. */
export interface Units {
  /** At most five seconds old; while the database is away, the last picture known. */
  directory(): Promise<UnitDirectory>;
  areas(): Promise<AreaDirectory>;
  /** Communes that took over an old ward: several when it was split. */
  oldToNew(ward: OldWard): Promise<readonly SuccessorOfWard[]>;
  /** Called by our own commands, and after a seed: the next question reads again. */
  forget(): void;
}

const trustUnitsFor = 5000;
/** Areas change by a law, once in years; a new list is loaded by a command that restarts or forgets. */
const trustAreasFor = 600_000;

export function openUnits(db: Database, clock: Clock): Units {
  const units = remembered(clock, trustUnitsFor, async () =>
    buildDirectory(await db.direct.rows(sql.allUnits, {}), localDate(clock.now())),
  );
  const areas = remembered(clock, trustAreasFor, async () =>
    buildAreas(await db.direct.rows(sql.allAreas, {})),
  );
  return {
    directory: units.value,
    areas: areas.value,
    async oldToNew(ward) {
      const rows = await db.direct.rows(sql.newAreasOfOld, { ...ward });
      const known = await areas.value();
      return rows.flatMap((row) => {
        const commune = known.communeByCode(row.new_commune_code);
        return commune ? [{ commune, oldName: row.old_ward, split: row.split }] : [];
      });
    },
    forget() {
      units.forget();
      areas.forget();
    },
  };
}

/** One reading at a time, shared by all who wait; an older value answers while the database does not. */
function remembered<T>(clock: Clock, trustFor: number, load: () => Promise<T>) {
  let known: { readonly value: T; readonly at: number } | undefined;
  let loading: Promise<T> | undefined;
  let stale = true;
  const reload = async (): Promise<T> => {
    stale = false;
    const at = clock.now();
    const value = await load();
    known = { value, at };
    return value;
  };
  return {
    forget() {
      stale = true;
      loading = undefined;
    },
    async value(): Promise<T> {
      if (known && !stale && Math.abs(clock.now() - known.at) < trustFor) return known.value;
      const mine = (loading ??= reload());
      try {
        return await mine;
      } catch (error) {
        stale = true;
        if (known && error instanceof DatabaseUnavailable) return known.value;
        throw error;
      } finally {
        if (loading === mine) loading = undefined;
      }
    },
  };
}
