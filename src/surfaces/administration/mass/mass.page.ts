import { z } from 'zod';
import {
  cataloguePermissions,
  fieldsToChange,
  massChanges,
  prepareMassChange,
  previewMassChange,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { massHome, massHref, newMass } from './addresses.ts';
import { massListView, newMassView } from './mass.view.ts';
import { changeOf, type MassFields, massFields, selectionOf } from './read.ts';
import { isMassKind } from './words.ts';

const permission = cataloguePermissions['catalogue.design'];

/** One thing changed in many procedures: seen first, then a draft for each. */
export const massPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: massHome,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      return adminReply(ctx, doors, {
        title: say('Sửa hàng loạt', 'Many at once'),
        at: 'mass',
        main: massListView(ctx, await massChanges(ctx)),
      });
    },
  }),
  definePage({
    method: 'GET',
    path: newMass,
    permission,
    audit: 'none',
    input: massFields,
    handle: (ctx, fields) => newReply(ctx, doors, fields),
  }),
  definePage({
    method: 'POST',
    path: massHome,
    permission,
    audit: 'catalogue.prepare-mass-change',
    input: massFields,
    async handle(ctx, fields) {
      const [change, selection] = [changeOf(fields, doors.papers.ids), selectionOf(fields)];
      if (!change || !selection) return newReply(ctx, doors, fields, { code: 'mass-change-shape' });
      const made = await prepareMassChange(ctx, { reason: fields['ly-do'], selection, change });
      return made.ok ? redirectTo(massHref(made.value)) : newReply(ctx, doors, fields, made.refusal);
    },
  }),
];

async function newReply(ctx: PageCtx, doors: Doors, fields: MassFields, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const [change, selection] = [changeOf(fields, doors.papers.ids), selectionOf(fields)];
  const asked = fields.xem === '1' || refusal !== undefined;
  const unclear = asked && isMassKind(fields.viec) && !(change && selection);
  const [procedureFields, preview] = await Promise.all([
    fieldsToChange(ctx),
    asked && change && selection ? previewMassChange(ctx, selection, change) : undefined,
  ]);
  return adminReply(ctx, doors, {
    title: say('Sửa nhiều thủ tục', 'Change many procedures'),
    at: 'mass',
    back: { href: massHome, text: say('Các lần sửa', 'All changes') },
    main: newMassView(ctx, { fields, procedureFields, templates: doors.papers.ids, change, preview }),
    refusal: refusal ?? (unclear ? { code: 'mass-change-shape' } : undefined),
    target: refusal?.field === 'reason' ? 'ly-do' : unclear ? firstField(fields) : undefined,
  });
}

const firstField = ({ viec }: MassFields): string =>
  viec === 'deadline-cut' ? 'phan-tram' : viec === 'template' ? 'mau' : 'tu';
