import type { Route } from '#platform/http';
import { type House, officersOfHouse, type Visitor } from '../../support/pages.ts';

/** A dossier, a draft and what hangs on them, for addresses to point at. */
export interface Target {
  readonly code: string;
  readonly draft: string;
  readonly owner: Visitor;
  /** Units that hold it: who received it and who decides. */
  readonly units: readonly string[];
  /** Identifier of a paper of it. */
  readonly document: string;
}

export const allVisitors: readonly (Visitor | undefined)[] = [
  undefined,
  'guest',
  'citizen1',
  'citizen2',
  'citizen3',
  ...([...officersOfHouse.keys()].filter((name) => !name.endsWith('#2')) as Visitor[]),
];

const officerOf = (who: Visitor): { roles: readonly string[]; unit: string } | undefined => {
  const found = /^officer:([^@]+)@(.+)$/.exec(who);
  return found ? { roles: (found[1] ?? '').split('+'), unit: found[2] ?? '' } : undefined;
};

/**
 * Who may read a dossier of a commune, written down here from the roles and not asked of the product: the units that
 * hold it, the leader of the province above them, and those who supervise the whole province.
 */
export function mayRead(who: Visitor | undefined, { owner, units }: Target): boolean {
  if (who === undefined) return false;
  if (who === owner) return true;
  const officer = officerOf(who);
  if (!officer) return false;
  const { roles, unit } = officer;
  if (units.includes(unit)) return true;
  const above = unit === 'province' && roles.includes('unit-leader');
  const over =
    ['province', 'provincialCentre'].includes(unit) &&
    roles.some((r) => r === 'monitor' || r === 'inspector');
  // The committee leads its centre, so its leader reads what the centre holds; here both hold it anyway.
  return above || over;
}

/** Whether the declaration of the route lets this kind of visitor come at all. */
export function mayCome(who: Visitor | undefined, { permission }: Route): boolean {
  if (permission.public) return true;
  if (who === undefined) return false;
  if (who === 'guest') return permission.guest === true;
  const officer = officerOf(who);
  if (!officer) return permission.citizen === true;
  return officer.roles.some(
    (role) => (permission.roles as readonly string[] | undefined)?.includes(role) === true,
  );
}

/** An address with its parameters filled in, and whether it points at the target. */
export function addressOf({ path }: Route, target: Target): { url: string; pointsAtTarget: boolean } {
  let pointsAtTarget = false;
  const own = (value: string): string => {
    pointsAtTarget = true;
    return encodeURIComponent(value);
  };
  const isProcedure = /^\/(thu-tuc|nop-ho-so\/bat-dau)\//.test(path);
  const url = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    if (name === 'code') return isProcedure ? '1.001193' : own(target.code);
    if (name === 'draft') return own(target.draft);
    if (name === 'document' || name === 'file') return target.document;
    if (name === 'list') return 'dang-xu-ly';
    if (name === 'paper') return '01';
    return '1';
  });
  return { url, pointsAtTarget };
}

/** Everything a forbidden request could have left behind, as one text. */
export async function traces(house: House): Promise<string> {
  const [row] = await house.db.sql<{ all: string }>(
    `select concat_ws(' ', (select count(*) from dossiers.act), (select count(*) from dossiers.message),
       (select count(*) from dossiers.note), (select count(*) from dossiers.document), (select count(*) from dossiers.draft),
       (select sum(revision) from dossiers.draft), (select count(*) from dossiers.draft_file), (select count(*) from feedback.rating),
       (select count(*) from identity.post), (select count(*) from identity.delegation), (select count(*) from results.result)) as all`,
  );
  return row?.all ?? '';
}
