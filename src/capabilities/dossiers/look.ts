import { allows, type OfficerActor } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { foldText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { rulesFor } from './commands/act-on-dossier.ts';
import { dossierPermissions } from './permissions.ts';
import { type DossierRef, loadDossier } from './queries/load-dossier.ts';
import {
  actsOf,
  documentsOf,
  dossiersOfPerson,
  formsOf,
  foundForOffice,
  locateByCode,
  trackByCode,
  workCounts,
  workRows,
} from './queries/looking.ts';
import { insertReading, messagesOf, notesOf, othersPresent, readingsOf } from './queries/talking.ts';
import { readDossierCode, readSecret } from './rules/code.ts';
import { type Intent, intents, whyNot } from './rules/possible.ts';
import { iso } from './rules/rows.ts';
import { type ProcedureRules, stepOf } from './rules/rules-of-procedure.ts';
import type { WorkList } from './rules/work.ts';
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
  const { found } = await ctx.db.direct.get(trackByCode, {
    code: readDossierCode(typedCode),
    secret: readSecret(typedSecret),
  });
  return found ?? undefined;
}
export type TrackedDossier = NonNullable<Awaited<ReturnType<typeof trackDossier>>>;

/** Own dossiers of the signed-in person, newest first. */
export const myDossiers = (ctx: Ctx) => {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(dossiersOfPerson, { person: actor.person }));
};

/** What this actor could do now with a dossier, and for everything else why not: buttons are drawn from this. */
export function possibleActs(ctx: Ctx, rules: ProcedureRules, state: DossierView['state']) {
  const situation = { actor: ctx.actor, now: ctx.clock.now(), step: stepOf(rules, state) };
  const entries = intents.map((intent) => [intent, whyNot(state, intent, situation)] as const);
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

export interface WorkFilter {
  readonly list?: WorkList;
  readonly unit?: UnitId;
  readonly officer?: string;
  readonly procedure?: string;
  readonly channel?: string;
  readonly flag?: string;
  readonly dueBefore?: number;
  readonly dueFrom?: number;
}

/** Units in which the officer works on dossiers: own posts only, not everything that may be read. */
export const workUnits = (actor: OfficerActor): readonly UnitId[] => [
  ...new Set(
    actor.posts
      .filter((post) => allows(actor, dossierPermissions['dossiers.read'], post.unit))
      .map((post) => post.unit),
  ),
];

/** A page of a work list, sorted by risk. */
export function workList(
  ctx: Ctx,
  filter: WorkFilter,
  page: { readonly size: number; readonly skip: number },
) {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return Promise.resolve([]);
  const mine = workUnits(actor);
  const units = filter.unit ? mine.filter((unit) => unit === filter.unit) : mine;
  return ctx.db.read(scopeOf(actor), (reader) =>
    reader.rows(workRows, {
      units,
      list: filter.list ?? null,
      officer: filter.officer ?? null,
      procedure: filter.procedure ?? null,
      channel: filter.channel ?? null,
      flag: filter.flag ?? null,
      due_before: iso(filter.dueBefore),
      due_from: iso(filter.dueFrom),
      size: page.size,
      skip: page.skip,
    }),
  );
}

/** Counts per list with overdue and soon due (until `soon`). */
export function workListCounts(ctx: Ctx, soon: number) {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) =>
    reader.rows(workCounts, {
      units: workUnits(actor),
      now: iso(ctx.clock.now()) ?? '',
      soon: iso(soon) ?? '',
    }),
  );
}

const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Search over everything the officer may see: every word must occur, accents and order do not matter. */
export function searchDossiers(ctx: Ctx, typed: string, size = 50) {
  const { actor } = ctx;
  const words = foldText(typed).split(' ').filter(Boolean).slice(0, 8);
  if (actor.kind !== 'officer' || words.length === 0) return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) =>
    reader.rows(foundForOffice, {
      units: actor.readableUnits,
      everywhere: actor.everywhere,
      patterns: words.map((word) => `%${likeLiteral(word)}%`),
      size,
    }),
  );
}
