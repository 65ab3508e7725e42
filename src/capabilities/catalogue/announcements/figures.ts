import { type WorkingCalendar, workingDayAfter } from '#capabilities/calendar';
import { dayNumberOf } from '#kernel/time';
import type { Announcement } from './queries.ts';

/** Who announces sets the days (NĐ 63/2010/NĐ-CP, điều 15 and 24, as amended by NĐ 92/2017/NĐ-CP). */
export type Announcer = 'province' | 'ministry';

/** Working days before the legal document takes effect by which it must be announced, and after the decision to make it public. */
export const announcingDays: Readonly<
  Record<Announcer, { readonly before: number; readonly after: number }>
> = {
  province: { before: 5, after: 5 },
  ministry: { before: 20, after: 10 },
};

export type Timeliness = 'on-time' | 'late' | 'waiting' | 'unknown';

const daysLater = (calendar: WorkingCalendar, date: string, days: number): number | undefined => {
  const day = dayNumberOf(date);
  return day === undefined ? undefined : workingDayAfter(calendar, day, days);
};

/** Whether the decision came early enough before the legal document takes effect; unknown where no document is named. */
export function announcedInTime(
  calendar: WorkingCalendar,
  announcer: Announcer,
  { decided_on, law_effective_on }: Pick<Announcement, 'decided_on' | 'law_effective_on'>,
): Timeliness {
  const effect = law_effective_on === null ? undefined : dayNumberOf(law_effective_on);
  const earliest = daysLater(calendar, decided_on, announcingDays[announcer].before);
  if (effect === undefined || earliest === undefined) return 'unknown';
  return earliest <= effect ? 'on-time' : 'late';
}

/** Whether it was made public soon enough after the decision; waiting while there is still time. */
export function publicInTime(
  calendar: WorkingCalendar,
  announcer: Announcer,
  { decided_on, published_on }: Pick<Announcement, 'decided_on' | 'published_on'>,
  today: string,
): Timeliness {
  const last = daysLater(calendar, decided_on, announcingDays[announcer].after);
  const shown = dayNumberOf(published_on ?? today);
  if (last === undefined || shown === undefined) return 'unknown';
  if (shown > last) return 'late';
  return published_on === null ? 'waiting' : 'on-time';
}

/** One component of group 3.1 of Quyết định 766/QĐ-TTg: `max` × share. */
export interface TransparencyFigure {
  readonly id: 'PUBLISH_ON_TIME' | 'PUBLIC_UPDATE_ON_TIME' | 'PUBLIC_CONTENT_FULL';
  readonly max: number;
  /** Procedures that are judged, and those of them that meet the rule. */
  readonly of: number;
  readonly met: number;
  /** Points; undefined where nothing is to be judged. */
  readonly score: number | undefined;
}

export interface Judging {
  readonly calendar: WorkingCalendar;
  readonly announcer: Announcer;
  readonly today: string;
  /** Whether the version in force has all seven mandatory parts (NĐ 63/2010/NĐ-CP, điều 8); undefined where there is none. */
  readonly complete: (code: string) => boolean | undefined;
}

const figure = (
  id: TransparencyFigure['id'],
  max: number,
  judged: readonly boolean[],
): TransparencyFigure => {
  const met = judged.filter(Boolean).length;
  const of = judged.length;
  return { id, max, of, met, score: of === 0 ? undefined : (max * met) / of };
};

/** Times that can be judged, one for each procedure of the decision. */
const judgedTimes = (items: number, timeliness: Timeliness): readonly boolean[] =>
  timeliness === 'on-time' || timeliness === 'late' ? Array(items).fill(timeliness === 'on-time') : [];

/**
 * The three components of transparency that announcements give: procedures announced in time, made public in time, and
 * with all mandatory parts. The fourth, synchronised dossiers, comes from the exchange with the national portal.
 */
export function transparencyOf(
  announcements: readonly Announcement[],
  { calendar, announcer, today, complete }: Judging,
): readonly TransparencyFigure[] {
  const kept = new Set(
    announcements.flatMap(({ items }) =>
      items.flatMap(({ code, what }) => (what === 'abolish' ? [] : [code])),
    ),
  );
  return [
    figure(
      'PUBLISH_ON_TIME',
      6,
      announcements.flatMap((each) =>
        judgedTimes(each.items.length, announcedInTime(calendar, announcer, each)),
      ),
    ),
    figure(
      'PUBLIC_UPDATE_ON_TIME',
      4,
      announcements.flatMap((each) =>
        judgedTimes(each.items.length, publicInTime(calendar, announcer, each, today)),
      ),
    ),
    figure(
      'PUBLIC_CONTENT_FULL',
      2,
      [...kept].map(complete).filter((whole) => whole !== undefined),
    ),
  ];
}
