import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  buildCalendar,
  instantOf,
  minuteOf,
  officeHours,
  parseHolidayTable,
  type WorkingCalendar,
} from '#capabilities/calendar';
import { type Due, dueOf, explainRefusal, parseTimeLimit } from '#capabilities/deadlines';
import { invariant, type Outcome, refused } from '#kernel/outcome';
import { dateOfDayNumber, localDateTime, parseLocalDateTime } from '#kernel/time';

/** Office hours and the holidays that ship with the product. */
export function shippedCalendar(): WorkingCalendar {
  const table = parseHolidayTable(
    readFileSync(new URL('../../samples/holidays.csv', import.meta.url), 'utf8'),
  );
  invariant(table.ok, 'samples/holidays.csv is a holiday table');
  return buildCalendar({ hours: officeHours, days: table.value });
}

/**
 * `motcua due`: JSON lines in, one JSON line out for each, in order and with a piece of input at a time in memory.
 * @returns the exit code: 0, or 1 when a line could not be read or computed.
 */
export async function runDue(
  input: AsyncIterable<string | Uint8Array>,
  output: Writable,
  calendar: WorkingCalendar = shippedCalendar(),
): Promise<number> {
  let failed = false;
  async function* answers(): AsyncGenerator<string> {
    for await (const lines of wholeLines(input)) {
      let text = '';
      for (const line of lines) {
        const answer = answerLine(calendar, line);
        failed ||= 'error' in answer;
        text += `${JSON.stringify(answer)}\n`;
      }
      yield text;
    }
  }
  try {
    await pipeline(answers, output, { end: false });
  } catch (error) {
    // The reader may have seen enough (`motcua due | head`); that is no failure of ours.
    if (!isClosedPipe(error)) throw error;
  }
  return failed ? 1 : 0;
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');

/** Groups the pieces of a stream into whole lines; the last one may lack its line break. */
async function* wholeLines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of input) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}

type Answer =
  | {
      readonly due_end_of_day: string | null;
      readonly due_to_the_minute: string | null;
      /** Stands only when the holidays of a year are not in the table, so that weekends alone were skipped. */
      readonly calendar_known?: false;
    }
  | { readonly error: string };

function answerLine(calendar: WorkingCalendar, line: string): Answer {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return { error: 'The line is not JSON.' };
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request))
    return { error: 'The line must be a JSON object with "received" and "time".' };
  const due = dueOfRequest(calendar, request as Record<string, unknown>);
  if (!due.ok) return { error: explainRefusal(due.refusal).en ?? due.refusal.code };
  const { endOfDay, toTheMinute, calendarKnown } = due.value;
  return {
    due_end_of_day: endOfDay === null ? null : dateOfDayNumber(endOfDay),
    due_to_the_minute: toTheMinute === null ? null : localDateTime(instantOf(toTheMinute)),
    ...(calendarKnown ? {} : { calendar_known: false }),
  };
}

function dueOfRequest(
  calendar: WorkingCalendar,
  { received, time }: Readonly<Record<string, unknown>>,
): Outcome<Due> {
  const at = typeof received === 'string' ? parseLocalDateTime(received) : undefined;
  if (at === undefined) return refused({ code: 'received-not-a-time', field: 'received' });
  const limit = parseTimeLimit(time);
  return limit.ok ? dueOf(calendar, { received: minuteOf(at), time: limit.value }) : limit;
}
