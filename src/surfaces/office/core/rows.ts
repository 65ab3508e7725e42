import type { WorkingCalendar } from '#capabilities/calendar';
import { type WorkFilter, type WorkList, workList, workUnits } from '#capabilities/dossiers';
import type { UnitDirectory } from '#capabilities/organisations';
import type { DeadlineTagProps, TagProps } from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { type ListKey, runningLists } from '../words/lists.ts';
import type { Say } from '../words/say.ts';
import { flagNames } from '../words/state.ts';
import { deadlineOf, isNoDate } from '../words/time.ts';
import type { Desk } from './desk.ts';
import type { ListQuery } from './list-query.ts';
import { officerOf } from './officer.ts';

export type WorkRow = Awaited<ReturnType<typeof workList>>[number];

/** Where the database cannot narrow by itself, this many of the riskiest rows are looked through. */
const mostSifted = 1000;

/** The lists behind a key: the two looks at the date go over every list in which time runs, own work over all. */
export const listsOf = (list: ListKey): Pick<WorkFilter, 'lists'> =>
  list === 'mine' ? {} : { lists: list === 'overdue' || list === 'soon' ? runningLists : [list] };

/** Rows of a list, by risk. */
export async function rowsOf(
  ctx: Ctx,
  desk: Pick<Desk, 'soon' | 'directory'>,
  list: ListKey,
  query: ListQuery,
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
    ...listsOf(list),
    ...((query.assignee === 'mine' || list === 'mine') && { officer: actor.officer }),
    ...(query.assignee === 'unassigned' && { unassigned: true }),
    ...(list === 'overdue' && { dueBefore: now }),
    ...(list === 'soon' && { dueFrom: now, dueBefore: desk.soon }),
  };
  if (query.flag !== 'elsewhere') return workList(ctx, filter, cut);
  const all = await workList(ctx, filter, { size: mostSifted, skip: 0 });
  return all.filter((row) => isFromElsewhere(row, desk.directory)).slice(cut.skip, cut.skip + cut.size);
}

/** The riskiest of what is late or soon due, whoever has it. */
export const urgentRows = async (ctx: Ctx, desk: Pick<Desk, 'soon'>, size: number) =>
  workList(ctx, { lists: runningLists, dueBefore: desk.soon }, { size, skip: 0 });

/**
 * Received by the centre of another commune (phi địa giới): the centre and the committee of one commune are two units,
 * yet one place. Before it leaves the receiver nothing is said of it.
 */
export function isFromElsewhere(row: WorkRow, directory: UnitDirectory): boolean {
  if (row.home_unit === row.unit_id) return false;
  const receiver = directory.byId(row.home_unit as UnitId)?.adminCode;
  return receiver !== directory.byId(row.unit_id as UnitId)?.adminCode;
}

/** Marks of a row that have words, most telling first. */
export const marksOf = (row: WorkRow, directory: UnitDirectory, locale: Locale): readonly TagProps[] =>
  row.flags.flatMap((flag) => {
    const name = flagNames[flag];
    if (!name || (flag === 'elsewhere' && !isFromElsewhere(row, directory))) return [];
    return [{ text: inLocale(name, locale), tone: toneOf(flag) }];
  });
const toneOf = (flag: string): 'blue' | 'amber' | 'red' =>
  flag === 'elsewhere' || flag === 'opinion-open' ? 'blue' : flag === 'draft-disputed' ? 'red' : 'amber';

/** Calendars of the units of some rows, read once each. */
export async function calendarsOf(
  doors: Doors,
  rows: readonly WorkRow[],
): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const units = [...new Set(rows.map((row) => row.unit_id))];
  const calendars = await Promise.all(units.map((unit) => doors.services.calendarOf(unit as UnitId)));
  return new Map(units.map((unit, i) => [unit, calendars[i] as WorkingCalendar]));
}

/** The deadline of a row as a tag that does not break into two lines. */
export function dueTag(...row: Parameters<typeof deadlineOfRow>): DeadlineTagProps {
  const { text, state } = deadlineOfRow(...row);
  return { text: text.replaceAll(' ', '\u00a0'), state };
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
