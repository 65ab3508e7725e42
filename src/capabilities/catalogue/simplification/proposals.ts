import { record } from '#capabilities/audit';
import { isUuid, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { approverOf, designerOf, notYours } from '../drafts/draft.ts';
import { newestVersion } from '../versions/queries.ts';
import { type ProposalKind, type ProposalState, proposalMoves } from './programme.ts';
import * as sql from './queries.ts';
import { type CostSheet, costSheetShape, noCost } from './sheet.ts';

export interface NewProposal {
  readonly code: string;
  readonly kind: ProposalKind;
  /** Procedure into which it is merged. */
  readonly into?: string;
  readonly programme?: string;
  readonly title: string;
  /** What changes and why, with the instruments to be changed. */
  readonly text: string;
  /** The sheet afterwards; a dropped procedure has none. */
  readonly after?: unknown;
}

function sheetAfter({ kind, after }: NewProposal): Outcome<CostSheet | null> {
  if (kind === 'drop') return done(null);
  const read = costSheetShape.safeParse(after);
  return read.success
    ? done(read.data)
    : refused({ code: 'cost-sheet-shape', field: read.error.issues[0]?.path.join('.') ?? '' });
}

/** A proposal saves work and payments: no cheaper hour makes it look better, and it does not bring people in. */
function unlike(before: CostSheet, after: CostSheet): Refusal | undefined {
  if (after.wage !== before.wage) return { code: 'proposal-other-wage' };
  const more = after.subjects > before.subjects || after.times > before.times;
  return more ? { code: 'proposal-more-people', field: 'subjects' } : undefined;
}

async function missing(
  transactor: Transactor,
  wanted: NewProposal,
): Promise<ReturnType<typeof refused> | undefined> {
  const { kind, into, programme, code } = wanted;
  if (kind === 'merge') {
    if (into === undefined || into === code) return refused({ code: 'merge-into-missing', field: 'into' });
    if (!(await transactor.find(newestVersion, { code: into })))
      return refused({ code: 'procedure-unknown', field: 'into' });
  }
  if (programme !== undefined) {
    const found = isUuid(programme) && (await transactor.find(sql.findProgramme, { id: programme }));
    if (!found) return refused({ code: 'programme-unknown', field: 'programme' });
    // Its effect would count towards a goal whose base does not hold the procedure.
    if (!found.procedures.includes(code)) return refused({ code: 'not-in-programme', field: 'programme' });
  }
  return undefined;
}

/** A change of one procedure, set beside its sheet of today. One is open at a time. @returns its id. */
export async function proposeSimplification(ctx: Ctx, wanted: NewProposal): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const [title = '', text = ''] = [wanted.title, wanted.text].map((each) => cleanText(each).slice(0, 4000));
  if (title === '') return refused({ code: 'proposal-title-empty', field: 'title' });
  if (text === '') return refused({ code: 'proposal-text-empty', field: 'text' });
  const after = sheetAfter(wanted);
  if (!after.ok) return after;
  return ctx.db.transact<Outcome<string>>(scopeOf(ctx.actor), async (transactor) => {
    const lacks = await missing(transactor, wanted);
    if (lacks) return lacks;
    const now = await transactor.find(sql.lockSheet, { code: wanted.code });
    if (!now) return refused({ code: 'cost-sheet-missing' });
    const unfair = after.value && unlike(now.sheet, after.value);
    if (unfair) return refused(unfair);
    const id = uuidv7(ctx.clock.now());
    const inserted = await transactor.find(sql.insertProposal, {
      id,
      code: wanted.code,
      programme: wanted.programme ?? null,
      kind: wanted.kind,
      into_code: wanted.kind === 'merge' ? (wanted.into ?? null) : null,
      title,
      text,
      before: json(now.sheet),
      after: after.value && json(after.value),
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    if (!inserted) return refused({ code: 'proposal-open' });
    await record(transactor, ctx, {
      action: 'catalogue.propose-simplification',
      subject: `procedure:${wanted.code}`,
      details: { proposal: id, kind: wanted.kind },
    });
    return done(id);
  });
}

export interface ProposalMove {
  readonly to: Exclude<ProposalState, 'proposed'>;
  readonly revision: number;
  readonly decision?: string;
  /** The day from which it holds. */
  readonly effectiveFrom?: string;
}

/** Decided or rejected by a second person; in force, it is the sheet of the procedure from then on. */
export async function moveProposal(ctx: Ctx, id: string, move: ProposalMove): Promise<Outcome<null>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const unknown = refused({ code: 'proposal-unknown' });
  if (!isUuid(id)) return unknown;
  const at = new Date(ctx.clock.now()).toISOString();
  const said = cleanText(move.decision ?? '').slice(0, 300);
  return ctx.db.transact<Outcome<null>>(scopeOf(ctx.actor), async (transactor) => {
    const before = await transactor.find(sql.lockProposal, { id });
    if (!before) return unknown;
    if (before.revision !== move.revision)
      return refused({ code: 'changed-meanwhile', details: { revision: before.revision } });
    if (!proposalMoves[before.state].includes(move.to)) return refused({ code: 'proposal-not-now' });
    if (before.proposed_by === officer.officer) return refused({ code: 'own-proposal' });
    const decision = said === '' ? before.decision : said;
    if (decision === '') return refused({ code: 'decision-empty', field: 'decision' });
    const from = move.to === 'decided' ? (move.effectiveFrom ?? '') : (before.effective_from ?? '');
    if (move.to === 'decided' && !isPlainDate(from))
      return refused({ code: 'date-missing', field: 'effectiveFrom' });
    if (move.to === 'in-force' && from > localDate(ctx.clock.now()))
      return refused({ code: 'date-not-yet', details: { date: from } });
    await transactor.get(sql.moveProposalRow, {
      id,
      state: move.to,
      decision,
      effective_from: from === '' ? null : from,
      by: officer.officer,
      at,
    });
    if (move.to === 'in-force')
      await transactor.get(sql.putSheet, {
        code: before.code,
        sheet: json(before.after ?? noCost(before.before)),
        by: officer.officer,
        at,
      });
    await record(transactor, ctx, {
      action: 'catalogue.move-proposal',
      subject: `procedure:${before.code}`,
      details: { proposal: id, from: before.state, to: move.to },
    });
    return done(null);
  });
}
