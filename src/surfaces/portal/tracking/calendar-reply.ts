import { type PageCtx, problem, type Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { calendarFile } from './calendar-file.ts';
import { trackingContext } from './load.ts';
import type { Tracked } from './tracked.ts';

/** The promised date as a file for a calendar; not-found while nothing is promised. */
export async function calendarReply(ctx: PageCtx, doors: Doors, tracked: Tracked): Promise<Reply> {
  const { due } = tracked.state;
  if (!due || (due.date === null && due.minute === null)) return problem('not-found');
  const { say, unitName } = await trackingContext(ctx, doors, tracked);
  const text = calendarFile({
    code: tracked.code,
    host: new URL(doors.place.publicUrl).hostname,
    due,
    now: ctx.clock.now(),
    sequence: tracked.state.seq,
    title: say(`Nhận kết quả: ${tracked.procedureName}`, `Fetch the result: ${tracked.procedureName}`),
    place: unitName(tracked.state.receiver),
    url: `${doors.place.publicUrl}/tra-cuu/${encodeURIComponent(tracked.code)}`,
  });
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/calendar; charset=utf-8',
    bytes: Buffer.from(text),
    headers: { 'content-disposition': doors.files.disposition(`${tracked.code}.ics`) },
  };
}
