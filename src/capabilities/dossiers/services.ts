import type { WorkingCalendar } from '#capabilities/calendar';
import type { Answers, CodeLists, Facts, ProcedureDefinition } from '#capabilities/forms';
import type { Plan } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import type { Outcome, Refusal } from '#kernel/outcome';

import type { PlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { StoredFile } from './commands/drafts.ts';

/** What this room asks of lower rooms, bundled once at start so that commands stay easy to test. */
export interface DossierServices {
  /** A published version, for a dossier that pins it. Procedures without a form of their own give the generic one. */
  procedure(code: string, version: number): Promise<ProcedureDefinition>;
  /** The plan of a version whose diagram is more than a line; undefined where its list of steps says it all. */
  plan(code: string, version: number): Promise<Plan | undefined>;
  /** The version of a procedure that is offered today; undefined when it is not. */
  inForce(code: string): Promise<{ readonly version: number; readonly name: string } | undefined>;
  /** A unit that a diagram names, by its key, or by its kind in the place of the unit that decides. */
  unitNamed(name: string, competent: UnitId): Promise<UnitId | undefined>;
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
    facts?: Facts,
  ): Promise<UnitId | undefined>;
  /**
   * Why this cannot be filed now: the procedure is closed, the unit that decides does not handle it or not online, or it is received
   * only where it is decided. Undefined when nothing stands in the way.
   */
  whyNotFiled(filing: {
    readonly definition: ProcedureDefinition;
    readonly channel: 'online' | 'direct' | 'post';
    readonly competent: UnitId;
    /** Received outside the place of the unit that decides. */
    readonly elsewhere: boolean;
  }): Promise<Refusal | undefined>;
  /** Results are signed here: no approval and no issue without the signed file. */
  readonly signsResults?: boolean;
  /**
   * What was signed for a submission, kept as a file; refused while somebody's signature is missing. Undefined where nobody can
   * sign online.
   */
  readonly signedDeclaration?: (
    ctx: Ctx,
    draft: string,
    wish: { readonly bodyHash: string; readonly others: number },
  ) => Promise<Outcome<StoredFile>>;
  readonly lists: CodeLists;
  /** Pattern of dossier codes, see `formatDossierCode`. */
  readonly codePattern: string;
  /** A number of a series of a unit and day, unique under any concurrency; gaps are allowed. */
  takeNumber(unit: UnitId, day: PlainDate, series: string): Promise<number>;
}
