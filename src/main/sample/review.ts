import {
  type CostSheet,
  costSheetOf,
  firstSheet,
  moveProposal,
  type NewProgramme,
  programmes,
  proposeSimplification,
  startCostSheets,
  startProgramme,
} from '#capabilities/catalogue';
import { filedOfYear } from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { OfficerRole } from '#kernel/actor';
import { invariant, type Outcome } from '#kernel/outcome';
import { localDate, SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { sampleJson } from './files.ts';
import type { SampleOfficer } from './officers.ts';
import type { Sample } from './sample.ts';
import type { StageSet } from './stage-set.ts';

interface SampleReview {
  readonly programme: Pick<NewProgramme, 'name' | 'ground' | 'goals'>;
  readonly proposals: readonly {
    readonly code: string;
    readonly title: string;
    readonly text: string;
    /** So many papers fewer, the last ones of the sheet. */
    readonly papersLess: number;
    readonly legalHours: number;
    /** In force by it; without one it is proposed only. */
    readonly decision?: string;
  }[];
}

function done<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, `the sample review is refused: ${outcome.ok ? '' : outcome.refusal.code}`);
  return outcome.value;
}

/** A programme over the live procedures with first sheets, and proposals by one administrator that another decides. */
export async function seedReview(
  set: StageSet,
  sample: Sample,
  officers: readonly SampleOfficer[],
  live: readonly ProcedureDefinition[],
): Promise<void> {
  if (sample.name !== 'province') return;
  const { programme: wanted, proposals } = sampleJson<SampleReview>('an-giang/review.json');
  const as = async (role: OfficerRole): Promise<Ctx> => {
    const found = officers.find(
      ({ unitKey, posts }) => unitKey === sample.head && posts.some((post) => post.role === role),
    );
    invariant(found, `the sample has a ${role}`);
    const actor = await set.officerById(found.id);
    return {
      clock: new SetClock(set.now),
      actor,
      locale: 'vi',
      db: set.web,
      log: set.log,
      requestId: 'sample',
    };
  };
  const [drafter, approver] = [await as('unit-administrator'), await as('system-administrator')];
  // An interrupted planting has come this far already.
  if ((await programmes(drafter)).length > 0) return;
  const counted = await filedOfYear(drafter);
  const sheets = live.map((definition) => ({
    code: definition.code,
    sheet: firstSheet(definition, counted.get(definition.code)),
  }));
  done(await startCostSheets(drafter, sheets));
  const codes = sheets.map(({ code }) => code);
  const programme = done(await startProgramme(approver, { ...wanted, codes }));
  for (const { code, title, text, papersLess, legalHours, decision } of proposals) {
    const before = (await costSheetOf(drafter, code))?.sheet;
    invariant(before, `a sheet stands for ${code}`);
    const after = withFewerPapers({ ...before, legalHours }, papersLess);
    const id = done(
      await proposeSimplification(drafter, { code, kind: 'simplify', programme, title, text, after }),
    );
    if (decision === undefined) continue;
    const effectiveFrom = localDate(set.now);
    done(await moveProposal(approver, id, { to: 'decided', revision: 1, decision, effectiveFrom }));
    done(await moveProposal(approver, id, { to: 'in-force', revision: 2 }));
  }
}

function withFewerPapers(sheet: CostSheet, fewer: number): CostSheet {
  const papers = sheet.rows
    .filter(({ activity, hired }) => activity === 'prepare' && hired > 0)
    .slice(-fewer);
  return { ...sheet, rows: sheet.rows.filter((row) => !papers.includes(row)) };
}
