import type { Findings } from './findings.ts';
import {
  type Content,
  dayLater,
  localMinute,
  minutesLater,
  msOfMinute,
  nextOpen,
  opening,
  sameDay,
  type Wait,
} from './minutes.ts';
import type { ActRow, DossierRow, Shelf } from './shelf.ts';

interface LegalTime {
  readonly channel: string;
  readonly value: number;
  readonly unit: string;
  readonly sameDay?: boolean;
  readonly case?: string;
  readonly if?: unknown;
}

const waitsBegin = new Set(['supplement-requested', 'paused', 'withdrawal-requested']);
const waitsEnd = new Set([
  'supplement-confirmed',
  'resumed',
  'clock-resumed',
  'withdrawal-taken-back',
  'withdrawal-refused',
]);

/** I6: the due date of every accepted dossier, reckoned anew from its acts, is the stored one. */
export async function judgeDueDates(shelf: Shelf, findings: Findings): Promise<void> {
  const { client, dossiers, acts } = shelf;
  const editions = await client.query<{ id: number; content: Content }>(
    'select id, content from calendar.edition',
  );
  const procedures = await client.query<{ code: string; version: number; time: readonly LegalTime[] | null }>(
    "select code, version, definition -> 'time' as time from catalogue.procedure",
  );
  const calendar = new Map(editions.rows.map((row) => [row.id, row.content]));
  const time = new Map(procedures.rows.map((row) => [`${row.code} ${row.version}`, row.time ?? []]));
  for (const dossier of dossiers) {
    const own = standing(acts.get(dossier.id) ?? []);
    const expected = reckon(dossier, own, time, calendar);
    if (expected === undefined) continue;
    if (typeof expected === 'string') {
      findings.pass(expected);
      continue;
    }
    findings.look('I6');
    const stored = { date: dossier.due_date, minute: dossier.due_minute };
    if (stored.date !== expected.date || stored.minute !== expected.minute)
      findings.break(
        'I6',
        `${dossier.code}: stored ${show(stored)}, its acts make ${show(expected)} (${own.map((a) => a.kind).join(' → ')})`,
      );
  }
}

const show = ({ date, minute }: { date: string | null; minute: number | null }): string =>
  `${date} / ${minute === null ? null : new Date(minute + 7 * 3_600_000).toISOString().slice(0, 16)}`;

/** Undefined: no clock; a text: why there is no opinion. */
function reckon(
  dossier: DossierRow,
  acts: readonly ActRow[],
  times: ReadonlyMap<string, readonly LegalTime[]>,
  calendars: ReadonlyMap<number, Content>,
): { date: string | null; minute: number | null } | string | undefined {
  const accepted = acts.find((act) => act.kind === 'accepted');
  if (!accepted) return undefined;
  if (acts.some((act) => act.kind === 'apologised')) return 'apologised';
  const published = (times.get(`${dossier.procedure} ${dossier.version}`) ?? []).filter(
    (each) => each.channel === dossier.channel,
  );
  if (published.length === 0) return { date: null, minute: null };
  const [time] = published;
  if (time === undefined || published.length > 1 || time.case !== undefined || time.if !== undefined)
    return 'time depends on the answers';
  const [edition = '', hours = '', unit = ''] = String(accepted.payload['calendar']).split('/');
  const content = calendars.get(Number(edition));
  if (!content) return 'calendar not found';
  const isOpen = opening(content, hours, unit);
  const start = nextOpen(isOpen, localMinute(accepted.at));
  const waits = waitsOf(acts, accepted.seq);
  if (time.sameDay) {
    if (waits.length > 0) return 'same day with waits';
    const due = sameDay(isOpen, start);
    return { date: due.date, minute: msOfMinute(due.minute) };
  }
  const minutes =
    time.unit === 'working_day' ? time.value * 480 : time.unit === 'hour' ? time.value * 60 : null;
  return {
    date: time.unit === 'hour' ? null : dayLater(isOpen, start, time, waits),
    minute: minutes === null ? null : msOfMinute(minutesLater(isOpen, start, minutes, waits)),
  };
}

/** Without what was taken back as a slip. */
function standing(acts: readonly ActRow[]): readonly ActRow[] {
  let kept: readonly ActRow[] = [];
  for (const act of acts) {
    const since = Number(act.payload['since']);
    kept = act.kind === 'undone' ? kept.filter((one) => one.seq <= since) : [...kept, act];
  }
  return kept;
}

/** Ended waits after acceptance; a wait within a wait is one wait, and one that still runs has moved nothing yet. */
function waitsOf(acts: readonly ActRow[], acceptedSeq: number): Wait[] {
  const waits: Wait[] = [];
  let since: number | undefined;
  let processing = false;
  for (const act of acts) {
    if (act.seq <= acceptedSeq) continue;
    if (act.kind === 'taken-over' || act.kind === 'step-finished') processing = true;
    const begins = waitsBegin.has(act.kind) || (act.kind === 'fee-requested' && processing);
    if (begins) since ??= act.at;
    else if (waitsEnd.has(act.kind) && since !== undefined) {
      waits.push({ from: localMinute(since), to: localMinute(act.at) });
      since = undefined;
    }
  }
  return waits;
}
