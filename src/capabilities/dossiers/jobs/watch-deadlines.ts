import { dayOfMinute, minuteOf, workingDayAfter } from '#capabilities/calendar';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { dateOfDayNumber, instantAt, localDate, type PlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { json, systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import type { DossierServices } from '../services.ts';
import {
  flagWork,
  keepWarning,
  nearDue,
  overdue,
  putWarning,
  someWorkUnit,
  type WatchedWork,
} from './queries.ts';

const size = 200;
const mostPerRun = 50;

/**
 * Marks work whose promised date is near (today or the next working day, while an apology is still possible) and work
 * that is late without an apology. The warning itself goes out once per dossier and promised date.
 */
export const watchDeadlines = (services: DossierServices): Job => ({
  name: 'dossiers.watch-deadlines',
  wake: { cron: '* * * * *' },
  async run(ctx) {
    const horizon = await nextWorkingDay(ctx, services);
    if (horizon === undefined) return 0;
    const now = ctx.clock.now();
    const near = await all(ctx, 'near-due', (reader) =>
      reader.rows(nearDue, { horizon, until: instantAt(horizon, 24 * 60), size }),
    );
    const late = await all(ctx, 'overdue-unannounced', (reader) =>
      reader.rows(overdue, { today: localDate(now), now, size }),
    );
    return near + late;
  },
});

/** Days off are the same for all units of a province, so the calendar of any unit with work tells. */
async function nextWorkingDay(ctx: Ctx, services: DossierServices): Promise<PlainDate | undefined> {
  const some = await ctx.db.read(systemScope, (reader) => reader.find(someWorkUnit, {}));
  if (!some) return undefined;
  const calendar = await services.calendarOf(some.unit_id as UnitId);
  const day = workingDayAfter(calendar, dayOfMinute(minuteOf(ctx.clock.now())), 1);
  return day === undefined ? undefined : dateOfDayNumber(day);
}

type Flag = 'near-due' | 'overdue-unannounced';

async function all(
  ctx: Ctx,
  flag: Flag,
  find: (reader: Parameters<Parameters<Ctx['db']['read']>[1]>[0]) => Promise<WatchedWork[]>,
): Promise<number> {
  let count = 0;
  for (let turn = 0; turn < mostPerRun; turn++) {
    const rows = await ctx.db.read(systemScope, find);
    for (const row of rows) await mark(ctx, row, flag);
    count += rows.length;
    if (rows.length < size) break;
  }
  return count;
}

/** Flag, warning and event in one transaction: the event is put only by whoever keeps the warning. */
async function mark(ctx: Ctx, row: WatchedWork, flag: Flag): Promise<void> {
  const now = ctx.clock.now();
  const { home_unit, dossier_id } = row;
  await ctx.db.transact(systemScope, async (transactor) => {
    await transactor.find(flagWork, { unit_id: row.unit_id, list: row.list, home_unit, dossier_id, flag });
    const fresh = await transactor.find(keepWarning, {
      home_unit,
      dossier_id,
      kind: flag,
      due: row.due,
      now,
    });
    if (!fresh) return;
    await transactor.get(putWarning, {
      home_unit,
      event: uuidv7(now),
      now,
      topic: `dossier.${flag}`,
      dossier_id,
      payload: json({ code: row.code, unit: row.unit_id, due: row.due }),
    });
  });
}
