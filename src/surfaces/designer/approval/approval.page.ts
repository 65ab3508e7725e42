import { z } from 'zod';
import {
  abandonDraft,
  approveDraft,
  cataloguePermissions,
  contentOfVersion,
  type ProcedureDraft,
  procedureDraft,
  renewDraftBase,
  sendBack,
  sendForApproval,
  type VersionInfo,
  versionsOf,
} from '#capabilities/catalogue';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { textOf } from '../core/fields.ts';
import { findingsOf } from '../core/findings.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { draftHref, home } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { differencesBetween } from '../difference/differences-between.ts';
import { type ApprovalView, approvalView } from './approval.view.ts';

const acts = ['trinh', 'tra-lai', 'duyet', 'xac-nhan', 'bo'] as const;
type Act = (typeof acts)[number];

const page = {
  path: '/thiet-ke/:draft/trinh-duyet',
  permission: cataloguePermissions['catalogue.design'],
} as const;

/** A draft is sent, sent back, approved with its date of effect, or given up. Who may do it is the command's to say. */
export const approvalPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    ...page,
    method: 'GET',
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      return draft ? approvalReply(ctx, doors, deps, draft) : problem('not-found');
    },
  }),
  definePage({
    ...page,
    method: 'POST',
    audit: 'catalogue.<act>-draft',
    input: z.object({ draft: z.uuid(), _lam: z.enum(acts) }),
    async handle(ctx, { draft: id, _lam: act }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const outcome = await perform(ctx, deps, id, act);
      if (act === 'duyet') {
        doors.catalogue.forget();
        if (outcome.ok)
          void doors.pageChecks.prepare(doors.services.procedure(draft.code, Number(outcome.value)));
      }
      if (outcome.ok) return redirectTo(act === 'bo' ? home : `${draftHref(id, 'trinh-duyet')}?xong=1`);
      return approvalReply(ctx, doors, deps, (await procedureDraft(ctx, id)) ?? draft, outcome.refusal);
    },
  }),
];

async function perform(ctx: PageCtx, deps: DesignerDeps, id: string, act: Act): Promise<Outcome<unknown>> {
  switch (act) {
    case 'trinh':
      return sendForApproval(ctx, id);
    case 'tra-lai':
      return sendBack(ctx, id, textOf(ctx.fields, '_ghi-chu'));
    case 'xac-nhan':
      return renewDraftBase(ctx, id);
    case 'bo':
      return abandonDraft(ctx, id);
    case 'duyet': {
      const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
        textOf(ctx.fields, `_hieu-luc-${part}`),
      );
      if (year + month + day === '') return refused({ code: 'date-missing', field: '_hieu-luc' });
      return approveDraft(ctx, deps.services, id, {
        effectiveFrom: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
        revision: Number(textOf(ctx.fields, '_phien-ban')),
      });
    }
  }
}

async function approvalReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  draft: ProcedureDraft,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const findings = await findingsOf(deps.services, draft.content);
  const { day } = await doors.units.directory();
  const versions = await versionsOf(ctx, deps.services, draft.code);
  const [newest] = versions;
  return designerReply(ctx, doors, {
    title: `${say('Trình duyệt', 'Approval')}: ${inLocale(draft.content.definition.name, ctx.locale) || draft.code}`,
    draft,
    at: 'trinh-duyet',
    beside: stateTag(draft.state, say),
    main: approvalView(ctx, {
      draft,
      errors: findings.filter(({ level }) => level === 'error').length,
      today: day,
      newer: newest !== undefined && newest.version !== draft.based_on,
      refusal,
      compared: draft.state === 'review' ? await comparedWith(ctx, draft, versions) : undefined,
    }),
    refusal,
    target: refusal && targets[refusal.field ?? ''],
  });
}

/** Who decides reads what would change on the page on which it is decided. */
async function comparedWith(
  ctx: PageCtx,
  { code, content }: ProcedureDraft,
  versions: readonly VersionInfo[],
): Promise<ApprovalView['compared']> {
  const inForce = versions.find(({ standing }) => standing === 'in-force');
  const before = inForce && (await contentOfVersion(ctx, code, inForce.version));
  return before && { version: inForce.version, differences: await differencesBetween(before, content) };
}

/** The controls of this page by what the commands call them. */
const targets: Readonly<Record<string, string>> = {
  note: '_ghi-chu',
  effectiveFrom: '_hieu-luc',
  '_hieu-luc': '_hieu-luc',
};
