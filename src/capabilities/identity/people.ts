import { record } from '#capabilities/audit';
import { allows, type OfficerRole } from '#kernel/actor';
import type { OfficerId, PersonId, UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText, comparePersonNames } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { refuseAndRecord } from './commands/deps.ts';
import { permissions } from './permissions.ts';
import * as sql from './queries/index.ts';
import { officersById } from './queries/officials.ts';

/** One who works in a unit, with every role held there today. */
export interface Colleague {
  readonly officer: OfficerId;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly version: number;
  readonly posts: readonly {
    readonly role: OfficerRole;
    /** Absent for a role that is only lent. */
    readonly post?: string;
    readonly onBehalfOf?: OfficerId;
    readonly until?: Instant;
  }[];
}

/** By given name, as official lists do. */
export async function officersInUnit(
  ctx: Ctx,
  unit: UnitId,
  role?: OfficerRole,
): Promise<readonly Colleague[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(sql.officersInUnit, { unit, role: role ?? null, now }),
  );
  return [...Map.groupBy(rows, (row) => row.id).values()]
    .flatMap((own): Colleague[] => {
      const [first] = own;
      if (!first) return [];
      const posts = own.map((row) => ({
        role: row.role as OfficerRole,
        ...(row.post && { post: row.post }),
        ...(row.on_behalf_of && { onBehalfOf: row.on_behalf_of }),
        ...(row.until !== null && { until: row.until }),
      }));
      const { id: officer, name, title, email, version } = first;
      return [{ officer, name, title, email, version, posts }];
    })
    .sort((a, b) => comparePersonNames(a.name, b.name));
}

/** Delegations that concern an officer, given or received, running or to come. */
export const delegationsOf = (ctx: Ctx, officer: OfficerId) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(sql.delegationsOf, { officer, now: ctx.clock.now() }),
  );

/** Those of some officers who hold one of some roles, once for each unit where they hold it, by name. */
export const holdersOfRoles = (ctx: Ctx, officers: readonly OfficerId[], roles: readonly OfficerRole[]) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(officersById, { ids: officers, roles, now: ctx.clock.now() }),
  );

export interface PersonCard {
  readonly person: PersonId;
  readonly name: string;
  /** `YYYY-MM-DD`, as the register has it. */
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: unknown;
}

/** The signed-in person's own data, to fill forms with. Absent for a guest's or a lost row. */
export async function ownPerson(
  ctx: Ctx,
): Promise<(PersonCard & { readonly personalNumber: string | null; readonly guest: boolean }) | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return undefined;
  const row = await ctx.db.together.find(sql.ownPerson, { person: actor.person });
  return row && { ...asCard(row), personalNumber: row.personal_number, guest: row.kind === 'guest' };
}

/** The signed-in officer's own personal number, where the account has one. */
export async function ownOfficerNumber(ctx: Ctx): Promise<string | undefined> {
  if (ctx.actor.kind !== 'officer') return undefined;
  const row = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(sql.ownOfficerNumber, {}));
  return row?.number ?? undefined;
}

/**
 * Looks one person up by personal number. Every look-up stands in the journal with its purpose, found or not;
 * the number itself does not.
 */
export async function findPersonByNumber(
  ctx: Ctx,
  input: { readonly number: string; readonly purpose: string; readonly unit?: UnitId },
): Promise<Outcome<PersonCard | undefined>> {
  const purpose = cleanText(input.purpose).slice(0, 200);
  const entry = { action: 'person.look-up', ...(input.unit && { unit: input.unit }) };
  if (!allows(ctx.actor, permissions.lookUpPopulation, input.unit))
    return refuseAndRecord(ctx, { code: 'not-allowed' }, { ...entry, subject: 'person:unknown' });
  if (purpose === '') return refused({ code: 'purpose-empty', field: 'purpose' });
  if (!/^\d{12}$/.test(input.number)) return refused({ code: 'number-shape', field: 'number' });
  return ctx.db.transact(scopeOf(ctx.actor), async (t) => {
    const row = await t.find(sql.personByNumber, { number: input.number });
    await record(t, ctx, { ...entry, subject: `person:${row?.id ?? 'unknown'}`, details: { purpose } });
    return done(row && asCard(row));
  });
}

const asCard = (row: {
  id: PersonId;
  name: string;
  birth_date: string | null;
  sex: string | null;
  phone: string | null;
  email: string | null;
  address?: unknown;
}): PersonCard => ({
  person: row.id,
  name: row.name,
  birthDate: row.birth_date,
  sex: row.sex,
  phone: row.phone,
  email: row.email,
  address: row.address ?? null,
});
