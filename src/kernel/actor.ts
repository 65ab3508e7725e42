import type { OfficerId, PersonId, UnitId } from './ids.ts';

/** Roles of officers (DOMAIN §4.1 of the field reference; Vietnamese names in GLOSSARY.md). */
export const officerRoles = [
  'one-stop-officer',
  'result-desk',
  'fee-desk',
  'accountant',
  'specialist',
  'head-of-office',
  'unit-leader',
  'clerk',
  'certification-officer',
  'postal-officer',
  'centre-staff',
  'centre-manager',
  'monitor',
  'statistician',
  'population-lookup',
  'unit-administrator',
  'system-administrator',
  'assistant',
  'inspector',
] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** One role in one unit, until a date; `onBehalfOf` when it comes from a delegation. */
export interface Post {
  readonly unit: UnitId;
  readonly role: OfficerRole;
  readonly onBehalfOf?: OfficerId;
}

/** Who acts. A citizen is `guest` until VNeID has answered (identity pending). */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'citizen'; readonly person: PersonId; readonly name: string; readonly guest: boolean }
  | {
      readonly kind: 'officer';
      readonly officer: OfficerId;
      readonly name: string;
      readonly posts: readonly Post[];
      /** Units whose dossiers may be read: own units, and all units below a unit with a supervising role. */
      readonly readableUnits: readonly UnitId[];
      /** Supervisors of the whole province: every unit, without listing them. */
      readonly everywhere: boolean;
    }
  | { readonly kind: 'system'; readonly name: string };

export type OfficerActor = Extract<Actor, { kind: 'officer' }>;
export type CitizenActor = Extract<Actor, { kind: 'citizen' }>;

/** Powerful on purpose and on sight: the actor of jobs. */
export const systemActor = (name: string): Actor => ({ kind: 'system', name });
export const publicActor: Actor = { kind: 'public' };

/** A permission says which kinds of actor hold it; officers hold it through a role. */
export interface Permission {
  readonly name: string;
  readonly public?: boolean;
  readonly citizen?: boolean;
  readonly guest?: boolean;
  readonly roles?: readonly OfficerRole[];
}

export const definePermissions = <const T extends Record<string, Omit<Permission, 'name'>>>(
  table: T,
): { readonly [K in keyof T]: Permission } =>
  Object.fromEntries(Object.entries(table).map(([name, rule]) => [name, { name, ...rule }])) as {
    [K in keyof T]: Permission;
  };

/** Whether the actor holds the permission, for officers in the given unit when one is named. */
export function allows(actor: Actor, permission: Permission, unit?: UnitId): boolean {
  if (permission.public) return true;
  switch (actor.kind) {
    case 'system':
      return true;
    case 'public':
      return false;
    case 'citizen':
      return actor.guest ? permission.guest === true : permission.citizen === true;
    case 'officer':
      return actor.posts.some(
        (post) =>
          permission.roles?.includes(post.role) === true && (unit === undefined || post.unit === unit),
      );
  }
}
