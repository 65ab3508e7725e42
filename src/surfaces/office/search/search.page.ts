import { z } from 'zod';
import { dossierPermissions, loadDossier, locateDossier, searchDossiers } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import { scopeOf } from '#platform/context';
import { definePage, type PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { type Found, searchView } from './search.view.ts';

const most = 50;

/** `/mot-cua/tim?q=…`: over everything the officer may see; accents, case and order of words do not matter. */
export const searchPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/tim',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object({ q: z.string().max(200).default('') }),
    async handle(ctx, { q }) {
      const desk = await deskOf(ctx, doors);
      const unitName = (id: string) => desk.directory.byId(id as UnitId)?.shortName ?? '';
      const [byCode, byWords] = await Promise.all([foundByCode(ctx, q), searchDossiers(ctx, q, most)]);
      const found: Found[] = byWords.map((row) => ({ ...row, holder: unitName(row.holder_unit) }));
      if (byCode && !found.some((each) => each.code === byCode.code))
        found.unshift({ ...byCode, holder: unitName(byCode.holder_unit) });
      const title =
        q === '' ? desk.say('Tìm hồ sơ', 'Find a dossier') : desk.say(`Tìm “${q}”`, `Search “${q}”`);
      const main = searchView({ say: desk.say, locale: ctx.locale, typed: q, found, most });
      return officeReply(ctx, doors, { title, main }, desk);
    },
  });

/** A whole code is found at once, also before the index of words has it. */
async function foundByCode(ctx: PageCtx, typed: string) {
  const ref = /^\S{6,60}$/.test(typed.trim()) ? await locateDossier(ctx, typed) : undefined;
  if (!ref) return undefined;
  const dossier = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(loadDossier, { home_unit: ref.homeUnit, id: ref.id }),
  );
  if (!dossier) return undefined;
  const { code, procedure_name, owner_name, state } = dossier;
  return {
    code,
    procedure_name,
    owner_name,
    stage: state.stage,
    submitted_at: state.submittedAt,
    due_date: state.due?.date ?? null,
    holder_unit: state.holder,
  };
}
