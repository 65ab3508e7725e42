import { billedIn } from '#capabilities/payments';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { rulesFor } from './commands/act-on-dossier.ts';
import { type DossierRef, loadDossier } from './queries/load-dossier.ts';
import {
  actsOf,
  documentsOf,
  dossiersOfPerson,
  formsOf,
  locateByCode,
  trackByCode,
} from './queries/looking.ts';
import { insertReading, messagesOf, notesOf, othersPresent, readingsOf } from './queries/talking.ts';
import { readDossierCode, readSecret } from './rules/code.ts';
import { focusOf } from './rules/plan/focus.ts';
import { type Intent, intents } from './rules/possible.ts';
import { iso } from './rules/rows.ts';
import type { ProcedureRules } from './rules/rules-of-procedure.ts';
import type { DossierServices } from './services.ts';

const keyOf = (ref: DossierRef) => ({ home_unit: ref.homeUnit, id: ref.id });

/** A dossier with all that its pages show, or undefined when it does not exist for this actor. */
export async function viewDossier(ctx: Ctx, services: DossierServices, ref: DossierRef) {
  const key = keyOf(ref);
  const found = await ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const dossier = await reader.find(loadDossier, key);
    if (!dossier) return undefined;
    return {
      dossier,
      acts: await reader.rows(actsOf, key),
      documents: await reader.rows(documentsOf, key),
      forms: await reader.rows(formsOf, key),
      messages: await reader.rows(messagesOf, key),
      readings: await reader.rows(readingsOf, key),
      notes: ctx.actor.kind === 'officer' ? await reader.rows(notesOf, key) : [],
      charges: dossier.state.fees.length > 0 ? await billedIn(reader, ref) : [],
    };
  });
  if (!found) return undefined;
  const rules = await rulesFor(services, found.dossier);
  return { ...found, rules, state: found.dossier.state };
}
export type DossierView = NonNullable<Awaited<ReturnType<typeof viewDossier>>>;

/** Code → place; says nothing about the dossier, so the page behind asks with its own scope. */
export async function locateDossier(ctx: Ctx, typedCode: string): Promise<DossierRef | undefined> {
  const row = await ctx.db.direct.find(locateByCode, { code: readDossierCode(typedCode) });
  return row && { homeUnit: row.home_unit, id: row.id };
}

/** Look-up without signing in. Wrong code and wrong secret give the same answer. */
export async function trackDossier(ctx: Ctx, typedCode: string, typedSecret: string) {
  const row = await ctx.db.together.find(trackByCode, {
    code: readDossierCode(typedCode),
    secret: readSecret(typedSecret),
  });
  return row?.found;
}
/** What a tracked dossier costs; whoever has shown its code and secret may see it. */
export const chargesOfTracked = async (ctx: Ctx, { homeUnit, id, state }: TrackedDossier) =>
  state.fees.length > 0 ? billedIn(ctx.db.direct, { homeUnit, id }) : [];

export type TrackedDossier = NonNullable<Awaited<ReturnType<typeof trackDossier>>>;

/** Own dossiers of the signed-in person, newest first. */
export const myDossiers = (ctx: Ctx) => {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(dossiersOfPerson, { person: actor.person }));
};

/** What this actor could do now with a dossier, or with one task of its plan, and for everything else why not: buttons are drawn from this. */
export function possibleActs(
  ctx: { readonly actor: Ctx['actor']; readonly clock: Pick<Ctx['clock'], 'now'> },
  rules: ProcedureRules,
  state: DossierView['state'],
  task?: string,
) {
  const situation = { actor: ctx.actor, now: ctx.clock.now(), task };
  const entries = intents.map((intent) => [intent, focusOf(rules, state, intent, situation).reason] as const);
  return Object.fromEntries(entries) as Readonly<Record<Intent, string | undefined>>;
}

/** Records that an officer looked, once per quarter of an hour and purpose; the person concerned can see it. */
export async function recordReading(
  ctx: Ctx,
  ref: DossierRef,
  unit: { id: UnitId; name: string },
  purpose: string,
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return;
  const now = ctx.clock.now();
  await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.find(insertReading, {
      ...keyOf(ref),
      reading: uuidv7(now),
      at: iso(now) ?? '',
      since: iso(now - 15 * 60_000) ?? '',
      officer: actor.officer,
      officer_name: actor.name,
      unit: unit.id,
      unit_name: unit.name,
      purpose,
    }),
  );
}

/** Says that this officer is here, and who else is (seen within 40 s). */
export const presence = async (ctx: Ctx, ref: DossierRef): Promise<readonly string[]> => {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return [];
  const now = ctx.clock.now();
  const rows = await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.rows(othersPresent, {
      ...keyOf(ref),
      officer: actor.officer,
      officer_name: actor.name,
      now: iso(now) ?? '',
      since: iso(now - 40_000) ?? '',
    }),
  );
  return rows.map((row) => row.officer_name);
};
