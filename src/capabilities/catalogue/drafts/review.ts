import { record } from '#capabilities/audit';
import type { OfficerActor } from '#kernel/actor';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';
import type { DesignServices } from '../ports.ts';
import { writeVersion } from '../versions/write-version.ts';
import { changeDraft } from './change-draft.ts';
import { approverOf, designerOf, notYours } from './draft.ts';
import { moveDraft, type ProcedureDraft } from './queries.ts';

type Step = 'send' | 'send-back' | 'abandon' | 'approve';
const mostNote = 2000;

/** One step in the life of a draft, kept with its time and its entry in the journal. */
async function step(
  transactor: Transactor,
  ctx: Ctx,
  draft: ProcedureDraft,
  what: Step,
  then: Partial<Pick<ProcedureDraft, 'reviewer' | 'note' | 'version'>> & Pick<ProcedureDraft, 'state'>,
): Promise<void> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const now = ctx.clock.now();
  await transactor.get(moveDraft, {
    id: draft.id,
    state: then.state,
    reviewer: then.reviewer ?? draft.reviewer,
    note: then.note === undefined ? draft.note : then.note,
    version: then.version ?? null,
    sent_at: iso(what === 'send' ? now : draft.sent_at),
    decided_at: iso(what === 'send' ? null : now),
  });
  await record(transactor, ctx, {
    action: `catalogue.${what}-draft`,
    subject: `procedure:${draft.code}`,
    details: { draft: draft.id, revision: draft.revision },
  });
}

export async function sendForApproval(ctx: Ctx, id: string): Promise<Outcome<null>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft(ctx, { id, move: 'send', officer }, async (transactor, draft) => {
    await step(transactor, ctx, draft, 'send', { state: 'review', note: null });
    return done(null);
  });
}

/** Back to its authors, with a note that says what is to be done. */
export async function sendBack(ctx: Ctx, id: string, note: string): Promise<Outcome<null>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const said = cleanText(note).slice(0, mostNote);
  if (said === '') return refused({ code: 'note-empty', field: 'note' });
  return changeDraft(ctx, { id, move: 'send-back', officer }, async (transactor, draft) => {
    await step(transactor, ctx, draft, 'send-back', {
      state: 'draft',
      reviewer: officer.officer,
      note: said,
    });
    return done(null);
  });
}

export async function abandonDraft(ctx: Ctx, id: string): Promise<Outcome<null>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft(ctx, { id, move: 'abandon', officer }, async (transactor, draft) => {
    await step(transactor, ctx, draft, 'abandon', { state: 'abandoned' });
    return done(null);
  });
}

export interface Approval {
  /** `YYYY-MM-DD`; a day to come waits and is published at its date. */
  readonly effectiveFrom: string;
  /** What the approver looked at; another one is refused. */
  readonly revision?: number;
}

/** A second pair of eyes publishes: nobody who worked on it, and no error of lint may remain. @returns the version. */
export async function approveDraft(
  ctx: Ctx,
  services: Pick<DesignServices, 'lint' | 'key'>,
  id: string,
  approval: Approval,
): Promise<Outcome<number>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  return changeDraft(ctx, { id, move: 'approve', officer }, (transactor, draft) =>
    approve(transactor, ctx, { services, draft, officer, approval }),
  );
}

async function approve(
  transactor: Transactor,
  ctx: Ctx,
  about: {
    readonly services: Pick<DesignServices, 'lint' | 'key'>;
    readonly draft: ProcedureDraft;
    readonly officer: OfficerActor;
    readonly approval: Approval;
  },
): Promise<Outcome<number>> {
  const { services, draft, officer, approval } = about;
  if (approval.revision !== undefined && approval.revision !== draft.revision)
    return refused({ code: 'changed-meanwhile', details: { revision: draft.revision } });
  const errors = (await services.lint(draft.content)).filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first)
    return refused({
      code: 'lint-errors',
      details: { errors: errors.length, first: first.code, at: first.at },
    });
  const written = await writeVersion(transactor, ctx, {
    code: draft.code,
    content: draft.content,
    effectiveFrom: approval.effectiveFrom,
    basedOn: draft.based_on,
    key: services.key,
    by: officer.officer,
  });
  if (!written.ok) return written;
  const waits = approval.effectiveFrom > localDate(ctx.clock.now());
  await step(transactor, ctx, draft, 'approve', {
    state: waits ? 'approved' : 'published',
    reviewer: officer.officer,
    version: written.value,
  });
  return written;
}
