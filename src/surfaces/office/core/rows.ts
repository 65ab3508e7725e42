import type { WorkingCalendar } from '#capabilities/calendar';
import { type WorkFilter, type WorkList, workList, workUnits } from '#capabilities/dossiers';
import type { DeadlineTagProps } from '#design';
import type { UnitId } from '#kernel/ids';
import { formatDate, isPlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { type ListKey, runningLists } from '../words/lists.ts';
import type { Say } from '../words/say.ts';
import { deadlineOf, isNoDate } from '../words/time.ts';
import type { ListQuery } from './list-query.ts';
import { officerOf } from './officer.ts';

export type WorkRow = Awaited<ReturnType<typeof workList>>[number];

/** Where the database cannot narrow by itself, this many of the riskiest rows are looked through. */
const mostSifted = 1000;

/** Rows of a list, by risk. `soon` is the end of "soon due". */
export async function rowsOf(
  ctx: Ctx,
  list: ListKey,
  query: ListQuery,
  soon: number,
  cut: { readonly size: number; readonly skip: number },
): Promise<readonly WorkRow[]> {
  const actor = officerOf(ctx);
  if (workUnits(actor).length === 0) return [];
  const now = ctx.clock.now();
  const filter: WorkFilter = {
    ...(query.unit && { unit: query.unit as UnitId }),
    ...(query.procedure && { procedure: query.procedure }),
    ...(query.channel && { channel: query.channel }),
    ...(query.flag && { flag: query.flag }),
    ...((query.assignee === 'mine' || list === 'mine') && { officer: actor.officer }),
    ...(list === 'overdue' && { dueBefore: now }),
    ...(list === 'soon' && { dueFrom: now, dueBefore: soon }),
  };
  const wanted = (row: WorkRow) => query.assignee !== 'unassigned' || row.officer_id === null;
  if (list === 'overdue' || list === 'soon') {
    const size = query.assignee === 'unassigned' ? mostSifted : cut.skip + cut.size;
    const parts = await Promise.all(
      runningLists.map((each) => workList(ctx, { ...filter, list: each }, { size, skip: 0 })),
    );
    return parts
      .flat()
      .filter(wanted)
      .sort((a, b) => a.due_at - b.due_at || (a.dossier_id < b.dossier_id ? -1 : 1))
      .slice(cut.skip, cut.skip + cut.size);
  }
  const inList = list === 'mine' ? filter : { ...filter, list: list satisfies WorkList };
  if (query.assignee !== 'unassigned') return workList(ctx, inList, cut);
  const all = await workList(ctx, inList, { size: mostSifted, skip: 0 });
  return all.filter(wanted).slice(cut.skip, cut.skip + cut.size);
}

/** Calendars of the units of some rows, read once each. */
export async function calendarsOf(
  doors: Doors,
  rows: readonly WorkRow[],
): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const units = [...new Set(rows.map((row) => row.unit_id))];
  const calendars = await Promise.all(units.map((unit) => doors.services.calendarOf(unit as UnitId)));
  return new Map(units.map((unit, i) => [unit, calendars[i] as WorkingCalendar]));
}

/** How the deadline of a row stands, in words; while the clock stands, what is waited for. */
export function deadlineOfRow(
  row: WorkRow,
  calendar: WorkingCalendar | undefined,
  now: number,
  say: Say,
): DeadlineTagProps {
  switch (row.list as WorkList) {
    case 'waiting-supplement': {
      const until = isPlainDate(row.waits_for) ? formatDate(row.waits_for) : '';
      return { text: say(`chờ bổ sung đến ${until}`, `papers awaited until ${until}`), state: 'paused' };
    }
    case 'supplement-sent':
      return { text: say('đã bổ sung, chờ bạn xem', 'papers are here'), state: 'soon' };
    case 'waiting-payment':
      return { text: say('chờ nộp phí', 'waiting for payment'), state: 'paused' };
    case 'paused':
      return { text: say('đồng hồ đang dừng', 'the clock stands'), state: 'paused' };
    case 'withdrawal':
      return { text: say('xin rút, đồng hồ dừng', 'withdrawal asked'), state: 'paused' };
    case 'to-return':
      return { text: say('đã có kết quả', 'result is here'), state: 'finished' };
    default:
      if (isNoDate(row.due_at) || !calendar)
        return { text: say('không hẹn ngày', 'no date'), state: 'paused' };
      return deadlineOf(calendar, now, row.due_at, say);
  }
}
