import type { WorkingCalendar } from '#capabilities/calendar';
import type { Answers, CodeLists, ProcedureDefinition } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';

/** What this room asks of lower rooms, bundled once at start so that commands stay easy to test. */
export interface DossierServices {
  /** A published version, for a dossier that pins it. Procedures without a form of their own give the generic one. */
  procedure(code: string, version: number): Promise<ProcedureDefinition>;
  /** The calendar a unit works by now. */
  calendarOf(unit: UnitId): Promise<WorkingCalendar>;
  /** The calendar a dossier pinned at acceptance. */
  pinnedCalendar(version: string): Promise<WorkingCalendar>;
  unit(id: UnitId): Promise<{
    readonly name: string;
    readonly code: string;
    readonly kind: string;
    readonly place: string | null;
  }>;
  /** The one unit that decides, from the procedure version and the answers, never from where the person was helped. */
  competentUnit(
    definition: ProcedureDefinition,
    answers: Answers,
    receiver: UnitId,
  ): Promise<UnitId | undefined>;
  readonly lists: CodeLists;
  /** Pattern of dossier codes, see `formatDossierCode`. */
  readonly codePattern: string;
  /** A number of a series of a unit and day, unique under any concurrency; gaps are allowed. */
  takeNumber(unit: UnitId, day: PlainDate, series: string): Promise<number>;
}
