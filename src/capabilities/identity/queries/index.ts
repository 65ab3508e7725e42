import { z } from 'zod';
import type { OfficerId, PersonId, UnitId } from '#kernel/ids';
import { params, query, sharedQuery } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const ok = z.object({ ok: z.boolean() });
const officerId = z.string().transform((id) => id as OfficerId);
const personId = z.string().transform((id) => id as PersonId);
const unitId = z.string().transform((id) => id as UnitId);

// Persons
export const knowPerson = query({
  file: file('know-person'),
  params: params<{
    id: string;
    subject: string;
    number: string;
    name: string;
    folded: string;
    birth: string;
    sex: string | null;
    now: number;
  }>(),
  row: z.object({ person: personId }),
});
export const newGuest = query({
  file: file('new-guest'),
  params: params<{ id: string; now: number }>(),
  row: ok,
});
export const bindGuest = query({
  file: file('bind-guest'),
  params: params<{ guest: string; person: string }>(),
  row: z.object({ bound_to: personId, fresh: z.boolean() }),
});
const personCard = z.object({
  id: personId,
  name: z.string(),
  birth_date: z.string().nullable(),
  sex: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.unknown(),
});
export const ownPerson = sharedQuery({
  file: file('own-person'),
  each: params<{ person: string }>(),
  row: personCard.extend({
    n: z.number(),
    kind: z.enum(['citizen', 'guest']),
    personal_number: z.string().nullable(),
  }),
});
export const changeContact = query({
  file: file('change-contact'),
  params: params<{ person: string; phone: string | null; email: string | null }>(),
  row: ok,
});
export const personByNumber = query({
  file: file('person-by-number'),
  params: params<{ number: string }>(),
  row: personCard,
});

// Officers
export const officerCard = query({
  file: file('officer-card'),
  params: params<{ officer: string; now: number }>(),
  row: z.object({ card: z.unknown() }),
});
export const officerBySubject = query({
  file: file('officer-by-subject'),
  params: params<{ subject: string }>(),
  row: z.object({ officer: officerId.nullable() }),
});
export const ownOfficerNumber = query({
  file: file('own-officer-number'),
  params: params<Record<never, never>>(),
  row: z.object({ number: z.string().nullable() }),
});
export const breakGlass = query({
  file: file('break-glass'),
  params: params<{ email: string }>(),
  row: z.object({ id: officerId, secret: z.string().nullable() }),
});
export const useCode = query({
  file: file('use-code'),
  params: params<{ officer: string; step: number }>(),
  row: ok,
});
export const lockOfficer = query({
  file: file('lock-officer'),
  params: params<{ officer: string }>(),
  row: z.object({
    id: officerId,
    name: z.string(),
    email: z.string(),
    title: z.string(),
    active: z.boolean(),
    version: z.number(),
  }),
});
export const insertOfficer = query({
  file: file('insert-officer'),
  params: params<{
    id: string;
    subject: string | null;
    name: string;
    folded: string;
    email: string;
    title: string;
    now: number;
  }>(),
  row: z.object({ id: officerId }),
});
export const changeOfficer = query({
  file: file('change-officer'),
  params: params<{
    officer: string;
    name: string;
    folded: string;
    email: string;
    title: string;
    active: boolean;
  }>(),
  row: ok,
});
export const postsOfOfficer = query({
  file: file('posts-of-officer'),
  params: params<{ officer: string; now: number }>(),
  row: z.object({ id: z.string(), unit_id: unitId, role: z.string(), valid_to: z.number().nullable() }),
});
export const insertPost = query({
  file: file('insert-post'),
  params: params<{
    id: string;
    officer: string;
    unit: string;
    role: string;
    now: number;
    until: number | null;
    given_by: string | null;
  }>(),
  row: ok,
});
export const findPost = query({
  file: file('find-post'),
  params: params<{ post: string; now: number }>(),
  row: z.object({ id: z.string(), officer_id: officerId, unit_id: unitId, role: z.string() }),
});
export const endPosts = query({
  file: file('end-posts'),
  params: params<{ officer: string; post: string | null; now: number }>(),
  row: z.object({ id: z.string(), unit_id: unitId, role: z.string() }),
});
export const endDelegationsOf = query({
  file: file('end-delegations-of'),
  params: params<{ officer: string; unit: string; role: string; now: number }>(),
  row: z.object({ to_officer: officerId }),
});
export const insertDelegation = query({
  file: file('insert-delegation'),
  params: params<{
    id: string;
    from: string;
    to: string;
    unit: string;
    role: string;
    starts_at: number;
    ends_at: number;
    reason: string;
  }>(),
  row: ok,
});
const delegation = z.object({
  id: z.string(),
  from_officer: officerId,
  to_officer: officerId,
  unit_id: unitId,
  role: z.string(),
  starts_at: z.number(),
  ends_at: z.number(),
  reason: z.string(),
});
export const findDelegation = query({
  file: file('find-delegation'),
  params: params<{ delegation: string; now: number }>(),
  row: delegation,
});
export const endDelegation = query({
  file: file('end-delegation'),
  params: params<{ delegation: string; now: number }>(),
  row: ok,
});
export const delegationsOf = query({
  file: file('delegations-of'),
  params: params<{ officer: string; now: number }>(),
  row: delegation.extend({ from_name: z.string(), to_name: z.string() }),
});
export const officersInUnit = query({
  file: file('officers-in-unit'),
  params: params<{ unit: string; role: string | null; now: number }>(),
  row: z.object({
    id: officerId,
    name: z.string(),
    title: z.string(),
    email: z.string(),
    active: z.boolean(),
    version: z.number(),
    role: z.string(),
    post: z.string().nullable(),
    on_behalf_of: officerId.nullable(),
    until: z.number().nullable(),
  }),
});

// The seed
export const loadPersons = query({ file: file('load-persons'), params: params<{ rows: string }>(), row: ok });
export const loadOfficers = query({
  file: file('load-officers'),
  params: params<{ rows: string }>(),
  row: ok,
});
export const putEvent = query({
  file: file('put-event'),
  params: params<{ key: string; id: string; now: number; topic: string; subject: string; payload: string }>(),
  row: ok,
});
