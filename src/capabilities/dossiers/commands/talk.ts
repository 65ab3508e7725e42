import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { dossierPermissions } from '../permissions.ts';
import type { DossierRef } from '../queries/load-dossier.ts';
import { loadDossier } from '../queries/load-dossier.ts';
import { deleteFilter, insertMessage, insertNote, putEvent, saveFilter } from '../queries/talking.ts';
import { iso } from '../rules/rows.ts';
import type { StoredFile } from './drafts.ts';

const longest = 4000;

/** One message in the dialogue between the person and the office (B16). */
export async function writeMessage(
  ctx: Ctx,
  ref: DossierRef,
  unit: UnitId | null,
  typed: string,
  files: readonly StoredFile[],
): Promise<Outcome<string>> {
  const { actor } = ctx;
  const body = cleanText(typed);
  if (body === '' && files.length === 0) return refused({ code: 'text-missing', field: 'body' });
  if (body.length > longest) return refused({ code: 'too-long', field: 'body', details: { most: longest } });
  if (actor.kind !== 'citizen' && actor.kind !== 'officer') return refused({ code: 'not-yours' });
  if (actor.kind === 'officer' && !allows(actor, dossierPermissions['dossiers.message']))
    return refused({ code: 'not-yours' });
  const now = ctx.clock.now();
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const dossier = await transactor.find(loadDossier, { home_unit: ref.homeUnit, id: ref.id });
    if (!dossier) return refused({ code: 'not-found' });
    const id = uuidv7(now);
    await transactor.get(insertMessage, {
      home_unit: ref.homeUnit,
      id: ref.id,
      message: id,
      at: iso(now) ?? '',
      from_kind: actor.kind,
      author: actor.kind === 'citizen' ? actor.person : actor.officer,
      author_name: actor.name,
      unit: actor.kind === 'officer' ? unit : null,
      body,
      files: json(files),
    });
    await transactor.get(putEvent, {
      home_unit: ref.homeUnit,
      event: uuidv7(now),
      at: iso(now) ?? '',
      topic: 'dossier.message',
      subject: ref.id,
      payload: json({ code: dossier.code, from: actor.kind, unit: actor.kind === 'officer' ? unit : null }),
    });
    await record(transactor, ctx, {
      action: 'dossier.message',
      subject: dossier.code,
      homeUnit: ref.homeUnit as UnitId,
    });
    return done(id);
  });
}

/** A note among officers; the person concerned does not see it. */
export async function writeNote(
  ctx: Ctx,
  ref: DossierRef,
  unit: UnitId,
  typed: string,
): Promise<Outcome<string>> {
  const { actor } = ctx;
  const body = cleanText(typed);
  if (actor.kind !== 'officer' || !allows(actor, dossierPermissions['dossiers.note'], unit))
    return refused({ code: 'not-yours' });
  if (body === '') return refused({ code: 'text-missing', field: 'body' });
  if (body.length > longest) return refused({ code: 'too-long', field: 'body', details: { most: longest } });
  const now = ctx.clock.now();
  const id = uuidv7(now);
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const dossier = await transactor.find(loadDossier, { home_unit: ref.homeUnit, id: ref.id });
    if (!dossier) return refused({ code: 'not-found' });
    await transactor.get(insertNote, {
      home_unit: ref.homeUnit,
      id: ref.id,
      note: id,
      at: iso(now) ?? '',
      officer: actor.officer,
      officer_name: actor.name,
      unit,
      body,
    });
    await record(transactor, ctx, {
      action: 'dossier.note',
      subject: dossier.code,
      homeUnit: ref.homeUnit as UnitId,
    });
    return done(id);
  });
}

export async function keepFilter(
  ctx: Ctx,
  typedName: string,
  filter: Readonly<Record<string, string>>,
): Promise<Outcome<string>> {
  const { actor } = ctx;
  const name = cleanText(typedName).slice(0, 80);
  if (actor.kind !== 'officer') return refused({ code: 'not-yours' });
  if (name === '') return refused({ code: 'name-missing', field: 'name' });
  const id = uuidv7(ctx.clock.now());
  await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.get(saveFilter, { officer: actor.officer, id, name, filter: json(filter) }),
  );
  return done(id);
}

export async function dropFilter(ctx: Ctx, id: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return;
  await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.find(deleteFilter, { officer: actor.officer, id }),
  );
}
