import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { designerOf } from '../drafts/draft.ts';
import { type ProgrammeTotals, programmeTotals } from './programme.ts';
import * as sql from './queries.ts';

const most = 500;

const reading = <T>(ctx: Ctx, none: T, work: (reader: Reader) => Promise<T>): Promise<T> =>
  designerOf(ctx) ? ctx.db.read(scopeOf(ctx.actor), work) : Promise.resolve(none);

export const costSheetOf = (ctx: Ctx, code: string) =>
  reading<sql.KeptSheet | undefined>(ctx, undefined, (reader) => reader.find(sql.findSheet, { code }));

/** Sheets with the names of their procedures, at most 500. */
export const costSheets = (ctx: Ctx) =>
  reading<readonly (sql.KeptSheet & { readonly name: string })[]>(ctx, [], (reader) =>
    reader.rows(sql.listSheets, { codes: null, size: most }),
  );

export interface ProposalsAsked {
  readonly code?: string;
  readonly programme?: string;
}
/** Newest first. */
export const simplifications = (ctx: Ctx, { code, programme }: ProposalsAsked = {}) =>
  reading<readonly sql.Proposal[]>(ctx, [], (reader) =>
    reader.rows(sql.listProposals, { code: code ?? null, programme: programme ?? null, size: most }),
  );

export const simplification = (ctx: Ctx, id: string) =>
  reading<sql.Proposal | undefined>(ctx, undefined, async (reader) =>
    isUuid(id) ? reader.find(sql.findProposal, { id }) : undefined,
  );

export const programmes = (ctx: Ctx) =>
  reading<readonly sql.Programme[]>(ctx, [], (reader) => reader.rows(sql.listProgrammes, {}));

export interface ProgrammeView {
  readonly programme: sql.Programme;
  readonly totals: ProgrammeTotals;
  readonly proposals: readonly sql.Proposal[];
}

/** A programme with what it has reached; proposals of its procedures count, whichever programme they name. */
export const programmeView = (ctx: Ctx, id: string) =>
  reading<ProgrammeView | undefined>(ctx, undefined, async (reader) => {
    const programme = isUuid(id) ? await reader.find(sql.findProgramme, { id }) : undefined;
    if (!programme) return undefined;
    const codes = programme.procedures;
    const sheets = await reader.rows(sql.listSheets, { codes, size: codes.length });
    const proposals = await reader.rows(sql.proposalsOf, { codes });
    const members = codes.map((code) => ({
      code,
      sheet: sheets.find((each) => each.code === code)?.sheet,
      proposals: proposals.filter((each) => each.code === code),
    }));
    return { programme, totals: programmeTotals(members), proposals: proposals.toReversed() };
  });
