import { z } from 'zod';
import { actOnDossier, actRules, dossierPermissions } from '#capabilities/dossiers';
import { type Colleague, officersInUnit } from '#capabilities/identity';
import type { Round } from '#capabilities/signing';
import { allows } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeReply } from '../core/frame.ts';
import { readFrom } from '../core/from.ts';
import { type Opened, openDossier } from '../dossier/open.ts';
import { chosenPaper } from '../dossier/papers.view.ts';
import { sentenceFor } from '../sentences.ts';
import { leaveToAgree } from '../signing/index.ts';
import { type OfficerIntent, officerActs, officerIntents } from '../words/acts.ts';
import { actView } from './act.view.ts';
import { type Acting, type Typed, text } from './act-form.ts';
import { actForms } from './forms/index.ts';

const input = z.object({
  code: z.string().max(60),
  tu: z.string().max(400).default(''),
  viec: z.string().max(12).default(''),
});

/** Each act of the office has its own address below the dossier: a form, and the post that does it. */
export const actPages = (doors: Doors): readonly Route[] =>
  officerIntents.flatMap((intent) => {
    const path = `/mot-cua/ho-so/:code/${officerActs[intent].slug}`;
    const permission = dossierPermissions[actRules[intent].permission];
    return [
      definePage({
        method: 'GET',
        path,
        permission,
        audit: 'none',
        input,
        async handle(ctx, { code, tu, viec }) {
          const opened = await openDossier(ctx, doors, code, viec || undefined);
          return opened ? show(ctx, doors, { opened, intent, from: tu, typed: {} }) : problem('not-found');
        },
      }),
      definePage({
        method: 'POST',
        path,
        permission,
        audit: `dossier.${intent}`,
        input,
        handle(ctx, { code, tu, viec }) {
          const { _csrf, ...typed } = ctx.fields;
          const doing = { intent, code, from: tu, task: viec || undefined, typed };
          return doAct(ctx, doors, doing, doors.signing?.rounds.open());
        },
      }),
    ];
  });

/** An act on a dossier, as its form was sent. */
export interface Doing {
  readonly intent: OfficerIntent;
  readonly code: string;
  readonly from: string;
  readonly task?: string | undefined;
  readonly typed: Typed;
}

/** Does it; an officer whose key waits for a consent is sent to agree, and it is done when they are back. */
export async function doAct(
  ctx: PageCtx,
  doors: Doors,
  doing: Doing,
  round: Round | undefined,
): Promise<Reply> {
  const { intent, code, from, task, typed } = doing;
  const opened = await openDossier(ctx, doors, code, task);
  if (!opened) return problem('not-found');
  const form = actForms[intent];
  const colleagues = await colleaguesOf(ctx, opened, intent);
  const acting: Acting = { ctx, doors, opened, typed, colleagues, round };
  const seen = Number(text(typed, 'expectedSeq'));
  // What others did is told first: it may be the very reason why the input no longer fits.
  const meanwhile = opened.view.acts.filter((each) => each.seq > seen);
  if (seen > 0 && meanwhile.length > 0) return show(ctx, doors, { opened, intent, from, typed, since: seen });
  const prepared = form.input ? await form.input(acting) : { ok: true as const, value: {} };
  if (!prepared.ok) return leaveOrShow(ctx, doors, { opened, doing, round, refusal: prepared.refusal });
  const value = task === undefined ? prepared.value : { ...(prepared.value as object), task };
  const outcome = await actOnDossier(ctx, doors.services, opened.ref, intent, value, {
    expectedSeq: seen > 0 ? seen : opened.view.state.seq,
  });
  if (outcome.ok) {
    const query = new URLSearchParams({ xong: officerActs[intent].slug, ...(from && { tu: from }) });
    return redirectTo(`/mot-cua/ho-so/${encodeURIComponent(opened.code)}?${query.toString()}`);
  }
  if (outcome.refusal.code !== 'changed-meanwhile')
    return show(ctx, doors, { opened, intent, from, typed, refusal: outcome.refusal });
  const again = await openDossier(ctx, doors, code, task);
  const since = seen > 0 ? seen : opened.view.state.seq;
  return again ? show(ctx, doors, { opened: again, intent, from, typed, since }) : problem('not-found');
}

interface Leaving {
  readonly opened: Opened;
  readonly doing: Doing;
  readonly round: Round | undefined;
  readonly refusal: Refusal;
}

async function leaveOrShow(
  ctx: PageCtx,
  doors: Doors,
  { opened, doing, round, refusal }: Leaving,
): Promise<Reply> {
  const { intent, from, typed } = doing;
  if (refusal.code !== 'consent-needed') return show(ctx, doors, { opened, intent, from, typed, refusal });
  const name = officerActs[intent].name.vi;
  const words = `${name}: ${opened.code}, ${opened.view.dossier.procedure_name}`;
  const left = await leaveToAgree(ctx, doors, round, { words, redo: { kind: 'act', ...doing } });
  return left?.ok
    ? redirectTo(left.value)
    : show(ctx, doors, { opened, intent, from, typed, refusal: left?.refusal ?? refusal });
}

/** The form again as it was sent, with the reason why it was not done. */
export async function showRefused(
  ctx: PageCtx,
  doors: Doors,
  { intent, code, from, task, typed }: Doing,
  refusal: Refusal,
): Promise<Reply> {
  const opened = await openDossier(ctx, doors, code, task);
  return opened ? show(ctx, doors, { opened, intent, from, typed, refusal }) : problem('not-found');
}

interface Showing {
  readonly opened: Opened;
  readonly intent: OfficerIntent;
  readonly from: string;
  readonly typed: Typed;
  readonly refusal?: Refusal;
  /** Act number at which the form had been opened, when others have acted since. */
  readonly since?: number;
}

async function show(ctx: PageCtx, doors: Doors, showing: Showing): Promise<Reply> {
  const { opened, intent, from, typed, refusal, since } = showing;
  const { view, step } = opened;
  const form = actForms[intent];
  const around = { state: view.state, step };
  const why = opened.whyNot[intent];
  const control = refusal && controlOf(form.controls ?? {}, refusal);
  // A refusal that no field of the form can mend is the reason itself.
  const impossible =
    why ?? (refusal && control === undefined && refusal.code === 'not-yours' ? refusal.code : undefined);
  const paper = form.withPaper ? chosenPaper(opened, undefined) : undefined;
  const { title, main } = actView({
    form,
    intent,
    opened,
    fields: { typed, colleagues: await colleaguesOf(ctx, opened, intent) },
    from: readFrom(from) ? from : '',
    hidden: csrfField(ctx),
    pages: paper?.sha256 ? await doors.files.pages(paper.sha256, paper.kind ?? '').catch(() => 0) : 0,
    impossible: impossible && sentenceFor({ code: impossible }, ctx.locale, around),
    error: refusal && { text: sentenceFor(refusal, ctx.locale, around), control },
    meanwhile: since === undefined ? undefined : view.acts.filter((each) => each.seq > since),
  });
  const status = since !== undefined ? 409 : refusal ? 422 : 200;
  return officeReply(ctx, doors, { title, main, at: readFrom(from)?.list, status });
}

/** The control a refusal speaks of: by its own id, by the command's field (longest first), or by its code. */
function controlOf(
  controls: Readonly<Record<string, string>>,
  { code, field = '' }: Refusal,
): string | undefined {
  const known = Object.values(controls);
  const parts = field.split('.');
  const fields = parts.map((_, i) => parts.slice(0, parts.length - i).join('.'));
  const named = fields.map((each) => controls[each]).find((each) => each !== undefined);
  return (
    named ??
    controls[code] ??
    (field !== '' && (known.includes(field) || /^[a-z-]/.test(field)) ? field : undefined)
  );
}

/** Colleagues of the unit that holds the dossier who hold the role of its step; all who work there when nobody does. */
async function colleaguesOf(
  ctx: PageCtx,
  opened: Opened,
  intent: OfficerIntent,
): Promise<readonly Colleague[]> {
  if (!actForms[intent].needsColleagues) return [];
  const unit = opened.task?.unit ?? opened.view.state.holder;
  const all = await officersInUnit(ctx, unit);
  const workers = all.filter(({ posts }) => posts.some(({ role }) => role === opened.step?.role));
  const found = workers.length > 0 ? workers : all;
  const assigns = allows(ctx.actor, dossierPermissions['dossiers.assign'], unit);
  return assigns ? found : found.filter(({ officer }) => officer === opened.actor.officer);
}
