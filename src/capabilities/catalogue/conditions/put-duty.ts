import { record } from '#capabilities/audit';
import { isUuid, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { approverOf, designerOf, notYours } from '../drafts/draft.ts';
import { type DutyContent, type DutyState, dutyMoves, dutyShape } from './duty.ts';
import * as sql from './queries.ts';

const unknown = refused({ code: 'duty-unknown' });
const rowOf = (content: DutyContent): sql.DutyRow => {
  const { kind, name, ground, field, who, note } = content;
  const report =
    content.kind === 'report'
      ? { recipient: content.recipient, frequency: content.frequency, form: content.form }
      : { recipient: '', frequency: '', form: '' };
  return { kind, name, ground, field, who, note, ...report, procedures: [...new Set(content.procedures)] };
};

/** The first thing that is missing or wrong, by its field. */
function read(content: unknown): Outcome<DutyContent> {
  const parsed = dutyShape.safeParse(content);
  if (parsed.success) return done(parsed.data);
  return refused({ code: 'duty-incomplete', field: String(parsed.error.issues[0]?.path[0] ?? '') });
}

/** Writes a new condition or report, or changes one that nobody changed since `revision`. @returns its id. */
export async function putDuty(
  ctx: Ctx,
  wanted: {
    readonly id?: string;
    readonly revision?: number;
    readonly content: unknown;
    readonly source?: string;
  },
): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const content = read(wanted.content);
  if (!content.ok) return content;
  const at = new Date(ctx.clock.now()).toISOString();
  const row = rowOf(content.value);
  return ctx.db.transact<Outcome<string>>(scopeOf(ctx.actor), async (transactor) => {
    const { id } = wanted;
    if (id === undefined) {
      const fresh = uuidv7(ctx.clock.now());
      const source = wanted.source ?? '';
      await transactor.get(sql.insertDuty, { ...row, id: fresh, source, by: officer.officer, at });
      await tell(transactor, ctx, 'catalogue.add-duty', fresh, { kind: row.kind });
      return done(fresh);
    }
    if (!isUuid(id)) return unknown;
    const before = await transactor.find(sql.lockDuty, { id });
    if (!before) return unknown;
    if (before.revision !== wanted.revision)
      return refused({ code: 'changed-meanwhile', details: { revision: before.revision } });
    if (before.state === 'cut') return refused({ code: 'duty-cut' });
    await transactor.get(sql.changeDuty, { ...row, id, by: officer.officer, at });
    await tell(transactor, ctx, 'catalogue.change-duty', id, { kind: row.kind });
    return done(id);
  });
}

export interface DutyMove {
  readonly to: DutyState;
  readonly revision: number;
  /** Number of the decision; a cut needs one and its day. */
  readonly decision?: string;
  readonly cutFrom?: string;
}

/** Proposes to cut it, takes the proposal back, or records the decision that cuts it. */
export async function moveDuty(ctx: Ctx, id: string, move: DutyMove): Promise<Outcome<null>> {
  const officer = move.to === 'cut' ? approverOf(ctx) : designerOf(ctx);
  if (!officer) return notYours;
  if (!isUuid(id)) return unknown;
  const decision = cleanText(move.decision ?? '').slice(0, 200);
  if (move.to === 'cut' && decision === '') return refused({ code: 'decision-empty', field: 'decision' });
  if (move.to === 'cut' && !isPlainDate(move.cutFrom ?? ''))
    return refused({ code: 'date-missing', field: 'cutFrom' });
  return ctx.db.transact<Outcome<null>>(scopeOf(ctx.actor), async (transactor) => {
    const before = await transactor.find(sql.lockDuty, { id });
    if (!before) return unknown;
    if (before.revision !== move.revision)
      return refused({ code: 'changed-meanwhile', details: { revision: before.revision } });
    if (!dutyMoves[before.state].includes(move.to)) return refused({ code: 'duty-not-now' });
    // Four eyes: whoever proposed the cut does not record it as decided.
    if (move.to === 'cut' && before.changed_by === officer.officer) return refused({ code: 'own-proposal' });
    await transactor.get(sql.moveDuty, {
      id,
      state: move.to,
      decision: move.to === 'cut' ? decision : '',
      cut_from: move.to === 'cut' ? (move.cutFrom ?? null) : null,
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await tell(transactor, ctx, 'catalogue.move-duty', id, { from: before.state, to: move.to });
    return done(null);
  });
}

const tell = (transactor: Transactor, ctx: Ctx, action: string, id: string, details: object) =>
  record(transactor, ctx, { action, subject: `duty:${id}`, details: { ...details } });

export interface DutyToLoad {
  readonly id: string;
  readonly source: string;
  readonly content: unknown;
}

/** For the seed: records that ship, each with its source. A faulty one stops it with its field. */
export async function loadDuties(
  transactor: Transactor,
  at: number,
  duties: readonly DutyToLoad[],
): Promise<number> {
  let loaded = 0;
  for (const { id, source, content } of duties) {
    const row = rowOf(dutyShape.parse(content));
    const put = { ...row, id, source, by: null, at: new Date(at).toISOString() };
    if (await transactor.find(sql.insertDuty, put)) loaded += 1;
  }
  return loaded;
}
