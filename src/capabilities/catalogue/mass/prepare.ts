import { record } from '#capabilities/audit';
import type { OfficerActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { designerOf, notYours } from '../drafts/draft.ts';
import { insertDraft } from '../drafts/queries.ts';
import { type MassChange, type MassSelection, massChangeShape, massSelectionShape } from './change.ts';
import { chooseFor, concernedBy, mostInOneChange } from './preview.ts';
import { insertMassChange, insertMassItem } from './queries.ts';

export interface NewMassChange {
  /** Number of the decision, or why. */
  readonly reason: string;
  readonly selection: MassSelection;
  readonly change: MassChange;
}
const mostReason = 500;

/**
 * A draft for every procedure that the change concerns, all or none. One that somebody is drafting gets no second draft: it
 * is named with its refusal. @returns the id of the mass change.
 */
export async function prepareMassChange(ctx: Ctx, wanted: NewMassChange): Promise<Outcome<string>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const reason = cleanText(wanted.reason).slice(0, mostReason);
  if (reason === '') return refused({ code: 'reason-empty', field: 'reason' });
  const selection = massSelectionShape.safeParse(wanted.selection);
  const change = massChangeShape.safeParse(wanted.change);
  if (!selection.success || !change.success) return refused({ code: 'mass-change-shape' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = ctx.clock.now();
    const rows = await chooseFor(transactor, selection.data, localDate(now));
    if (rows.length > mostInOneChange)
      return refused({ code: 'mass-too-many', details: { most: mostInOneChange } });
    const concerned = await concernedBy(rows, change.data);
    if (concerned.length === 0) return refused({ code: 'mass-nothing' });
    const id = uuidv7(now);
    const at = new Date(now).toISOString();
    await transactor.get(insertMassChange, {
      id,
      reason,
      selection: json(selection.data),
      change: json(change.data),
      by: officer.officer,
      at,
    });
    for (const { row, content } of concerned) {
      const draft = await begin(transactor, ctx, officer, { row, content: json(content), id, at });
      const refusal: Refusal | null =
        draft === null ? { code: 'draft-exists', details: { draft: row.open_draft ?? '' } } : null;
      await transactor.get(insertMassItem, {
        change: id,
        code: row.code,
        name: row.name,
        draft,
        refusal: refusal && json(refusal),
      });
    }
    await record(transactor, ctx, {
      action: 'catalogue.prepare-mass-change',
      subject: `mass-change:${id}`,
      details: { kind: change.data.kind, procedures: concerned.length },
    });
    return done(id);
  });
}

async function begin(
  transactor: Transactor,
  ctx: Ctx,
  officer: OfficerActor,
  about: {
    readonly row: { readonly code: string; readonly version: number };
    readonly content: string;
    readonly id: string;
    readonly at: string;
  },
): Promise<string | null> {
  const { row, content, id, at } = about;
  const draft = uuidv7(ctx.clock.now());
  const inserted = await transactor.find(insertDraft, {
    id: draft,
    code: row.code,
    based_on: row.version,
    content,
    author: officer.officer,
    at,
  });
  if (!inserted) return null;
  await record(transactor, ctx, {
    action: 'catalogue.start-draft',
    subject: `procedure:${row.code}`,
    details: { draft, from: 'current', massChange: id },
  });
  return draft;
}
