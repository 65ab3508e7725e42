import { z } from 'zod';
import {
  cataloguePermissions,
  exportDraft,
  exportProcedure,
  packageLimits,
  startDraftFromPackage,
} from '#capabilities/catalogue';
import { definePage, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, filesIn } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { listReply } from '../list/list.page.ts';

const permission = cataloguePermissions['catalogue.design'];

/** Procedures as signed files: taken out, of a published version or of a draft, and brought in as a new draft. */
export const packagePages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'POST',
    path: '/thiet-ke/thu-tuc/:code/goi',
    permission,
    audit: 'catalogue.export',
    perMinute: 60,
    input: z.object({ code: z.string().regex(/^\d\.\d{6}$/), _ban: z.coerce.number().int().min(1) }),
    async handle(ctx, { code, _ban: version }) {
      const made = await exportProcedure(ctx, deps.services, { code, version });
      return made.ok ? fileReply(doors, made.value.bytes, `${code}-v${version}.zip`) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/goi',
    permission,
    audit: 'catalogue.export-draft',
    perMinute: 60,
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft }) {
      const made = await exportDraft(ctx, deps.services, draft);
      if (made.ok)
        return fileReply(doors, made.value.bytes, `${made.value.code}-nhap-${made.value.revision}.zip`);
      return made.refusal.code === 'procedure-draft-unknown'
        ? problem('not-found')
        : redirectTo(`${draftHref(draft)}?goi=${encodeURIComponent(made.refusal.code)}`);
    },
  }),
  definePage({
    method: 'POST',
    path: '/thiet-ke/goi',
    permission,
    audit: 'catalogue.start-draft',
    perMinute: 30,
    multipart: true,
    input: z.object({}),
    async handle(ctx) {
      const { goi } = await filesIn(ctx, { goi: packageLimits.packed });
      if (goi === undefined) return listReply(ctx, doors, deps, '', { code: 'package-none', field: 'goi' });
      const begun = await startDraftFromPackage(ctx, deps.services, goi.bytes);
      if (begun.ok) return redirectTo(draftHref(begun.value));
      const { refusal } = begun;
      const open = refusal.code === 'draft-exists' ? refusal.details?.['draft'] : undefined;
      return listReply(ctx, doors, deps, '', {
        ...refusal,
        ...(open === undefined ? {} : { code: 'draft-open-already' }),
        field: 'goi',
      });
    },
  }),
];

const fileReply = (doors: Doors, bytes: Uint8Array, name: string): Reply => ({
  kind: 'bytes',
  status: 200,
  type: 'application/zip',
  bytes,
  headers: { 'content-disposition': doors.files.disposition(name) },
});
