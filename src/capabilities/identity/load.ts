import type { OfficerRole } from '#kernel/actor';
import { type OfficerId, type PersonId, type UnitId, uuidv7 } from '#kernel/ids';
import { cleanText, foldText } from '#kernel/text';
import type { Instant, PlainDate } from '#kernel/time';
import { json, type Transactor } from '#platform/db';
import * as sql from './queries/index.ts';

export interface OfficerToLoad {
  readonly id: OfficerId;
  /** The account at the province's provider; none for a break-glass account. */
  readonly subject: string | null;
  readonly name: string;
  readonly email: string;
  readonly title?: string;
  readonly posts: readonly { readonly unit: UnitId; readonly role: OfficerRole }[];
  /** From `makeBreakGlassSecret`; makes this the account for the day the provider is lost. */
  readonly breakGlassSecret?: string;
  readonly personalNumber?: string;
  readonly createdAt: Instant;
}

export interface PersonToLoad {
  readonly id: PersonId;
  readonly personalNumber: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  /** `1` male, `2` female. */
  readonly sex: '1' | '2';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: unknown;
  readonly household?: string;
  /** `<provider>:<subject>`; without it the first sign-in finds the person by number. */
  readonly subject?: string;
  readonly createdAt: Instant;
}

const stamp = (at: Instant) => new Date(at).toISOString();

/** For the seed, as the worker: in bulk, without journal. Officers already there are left as they are. */
export async function loadOfficers(t: Transactor, officers: readonly OfficerToLoad[]): Promise<void> {
  const rows = officers.map((officer) => ({
    id: officer.id,
    issuer_subject: officer.subject,
    name: cleanText(officer.name),
    name_folded: foldText(officer.name),
    email: officer.email,
    title: cleanText(officer.title ?? ''),
    break_glass: officer.breakGlassSecret !== undefined,
    secret: officer.breakGlassSecret ?? null,
    personal_number: officer.personalNumber ?? null,
    created_at: stamp(officer.createdAt),
    posts: officer.posts.map(({ unit, role }) => ({ id: uuidv7(officer.createdAt), unit, role })),
  }));
  await t.get(sql.loadOfficers, { rows: json(rows) });
}

/** For the seed, as the worker: in bulk, without journal. Persons already there are left as they are. */
export async function loadPersons(t: Transactor, persons: readonly PersonToLoad[]): Promise<void> {
  const rows = persons.map((person) => ({
    id: person.id,
    personal_number: person.personalNumber,
    name: cleanText(person.name),
    name_folded: foldText(person.name),
    birth_date: person.birthDate,
    sex: person.sex,
    phone: person.phone ?? null,
    email: person.email ?? null,
    address: person.address ?? null,
    household: person.household ?? null,
    issuer_subject: person.subject ?? null,
    created_at: stamp(person.createdAt),
  }));
  await t.get(sql.loadPersons, { rows: json(rows) });
}
