import { invariant } from '#kernel/outcome';
import { asPlainDate, type Clock, dayNumberOf, type Instant } from '#kernel/time';
import { type Database, DatabaseUnavailable } from '#platform/db';
import { buildCalendar, type WorkingCalendar } from '../calendar.ts';
import type { SpecialDay } from '../special-days.ts';
import type { EditionContent } from './content.ts';
import * as sql from './queries.ts';

/** One published state of all calendars. It never changes: a dossier pins its number. */
export interface Edition {
  readonly id: number;
  readonly content: EditionContent;
  readonly note: string;
  readonly madeAt: Instant;
}

/** What a calendar needs to know of a unit. */
export interface UnitHours {
  readonly key: string;
  /** Key of its opening hours. */
  readonly hours: string;
}

export interface Calendars {
  /** At most five seconds old; while the database is away, the last one known. */
  currentEdition(): Promise<Edition>;
  /** Absent when no such edition was ever published. */
  edition(id: number): Promise<Edition | undefined>;
  /** The working time of a unit under an edition, built once and kept. Unknown hours count as `office`. */
  calendarFor(unit: UnitHours, editionId: number): Promise<WorkingCalendar>;
  /** All editions, newest first, without their content. */
  history(): Promise<readonly { id: number; note: string; madeBy: string | null; madeAt: Instant }[]>;
  forget(): void;
}

const trustFor = 5000;

export function openCalendars(db: Database, clock: Clock): Calendars {
  const editions = new Map<number, Edition>();
  const built = new Map<string, WorkingCalendar>();
  let current: { readonly edition: Edition; readonly at: Instant } | undefined;
  let stale = true;

  const keep = (row: { id: number; content: EditionContent; note: string; made_at: number }): Edition => {
    const known = editions.get(row.id);
    if (known) return known;
    const edition = { id: row.id, content: row.content, note: row.note, madeAt: row.made_at };
    editions.set(row.id, edition);
    return edition;
  };
  const find = async (id: number): Promise<Edition | undefined> => {
    const known = editions.get(id);
    if (known) return known;
    const row = await db.direct.find(sql.findEdition, { id });
    return row && keep(row);
  };

  return {
    async currentEdition() {
      const now = clock.now();
      if (current && !stale && Math.abs(now - current.at) < trustFor) return current.edition;
      try {
        const row = await db.direct.find(sql.findCurrent, {});
        invariant(row, 'a calendar edition is published before anything is reckoned');
        current = { edition: keep(row), at: now };
        stale = false;
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable) || !current) throw error;
      }
      return current.edition;
    },
    edition: find,
    async calendarFor(unit, editionId) {
      const edition = await find(editionId);
      invariant(edition, `calendar edition ${editionId} exists`);
      const { content } = edition;
      const hoursKey = unit.hours in content.hours ? unit.hours : 'office';
      const own = content.units[unit.key] ? unit.key : '';
      const version = `${editionId}/${hoursKey}${own && `/${own}`}`;
      let calendar = built.get(version);
      if (!calendar) {
        calendar = build(content, hoursKey, own, version);
        built.set(version, calendar);
      }
      return calendar;
    },
    async history() {
      const rows = await db.direct.rows(sql.listEditions, {});
      return rows.map((row) => ({ id: row.id, note: row.note, madeBy: row.made_by, madeAt: row.made_at }));
    },
    forget() {
      stale = true;
    },
  };
}

const dayOf = (date: string) => dayNumberOf(asPlainDate(date)) ?? Number.NaN;

/** The notice of the nation first, then what the unit says of itself. */
function build(content: EditionContent, hoursKey: string, unitKey: string, version: string): WorkingCalendar {
  const hours = content.hours[hoursKey];
  invariant(hours, `hours ${hoursKey} are in the edition`);
  const national = content.days.map(({ date, kind, name }): SpecialDay => ({ day: dayOf(date), kind, name }));
  const own = (content.units[unitKey] ?? []).map(
    ({ date, open, name }): SpecialDay => ({ day: dayOf(date), kind: 'hours', name, open }),
  );
  return buildCalendar({ hours, days: [...national, ...own], version });
}
