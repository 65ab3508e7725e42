import { type UnitDirectory } from '#capabilities/organisations';
import type { Actor, OfficerRole } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import { instantAt } from '#kernel/time';
import { factsProblem, giftProblem, personalRoles } from '../rights.ts';
import type { OfficialSaid, RowFault } from './cells.ts';
import { officialsFileLimits } from './columns.ts';
import { contradictions } from './contradictions.ts';
import type { OfficialRow } from './read-file.ts';

/** An account as it stands before the file. */
export interface KnownOfficial {
  readonly id: OfficerId;
  /** Empty for a number that no row of the file names. */
  readonly number: string | null;
  readonly account: string | null;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}
export interface HeldPost {
  readonly post: string;
  readonly unit: UnitId;
  readonly role: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** One thing that taking the file would do, told at the row that says so. */
export type OfficialStep =
  | { readonly does: 'add' | 'reopen' | 'know' }
  | { readonly does: 'change'; readonly fields: readonly string[] }
  | {
      readonly does: 'give';
      readonly unit: UnitId;
      readonly role: OfficerRole;
      readonly from: Instant;
      readonly until: Instant | null;
    }
  | {
      readonly does: 'date';
      readonly post: string;
      readonly unit: UnitId;
      readonly role: OfficerRole;
      readonly until: Instant | null;
    }
  | {
      readonly does: 'end';
      readonly post: string;
      readonly unit: UnitId;
      readonly role: string;
      readonly at: Instant;
    };

export interface PlannedRow {
  readonly row: number;
  readonly said: OfficialSaid;
  readonly faults: readonly RowFault[];
  /** Empty where everything stands already as the row says, or the row is refused. */
  readonly steps: readonly OfficialStep[];
}

/** What a person's rows come to; nothing is done of a person of whom one row is refused. */
export interface PlannedPerson {
  readonly known: KnownOfficial | undefined;
  readonly said: OfficialSaid;
  readonly steps: readonly OfficialStep[];
}

export interface OfficialsPlan {
  readonly rows: readonly PlannedRow[];
  readonly persons: readonly PlannedPerson[];
}

export interface PlanGround {
  readonly actor: Actor;
  readonly directory: UnitDirectory;
  readonly now: Instant;
  readonly known: readonly KnownOfficial[];
}

/**
 * What taking a file would do. The rows of a person say all roles that the person holds where the actor administers: others
 * end on the day the new ones begin. Roles that stay with a person, and those elsewhere, are left as they are.
 */
export function planOfficials(rows: readonly OfficialRow[], ground: PlanGround): OfficialsPlan {
  const byNumber = new Map(ground.known.map((each) => [each.number, each]));
  const byAccount = new Map(ground.known.map((each) => [each.account, each]));
  const persons: PlannedPerson[] = [];
  const planned = new Map<OfficialRow, PlannedRow>();
  const others = contradictions(rows);
  for (const own of Map.groupBy(rows, (each) => each.said.number || each).values()) {
    const [first] = own;
    if (!first) continue;
    const { number, account } = first.said;
    const numbered = number === '' ? undefined : byNumber.get(number);
    const named = account === '' ? undefined : byAccount.get(account);
    const known = numbered ?? named;
    const person = personFaults(first, own.length, numbered, named, ground);
    const judged = own.map((each, n) => {
      const faults = [
        ...each.faults,
        ...unitFaults(each.said, ground.directory),
        ...(others.get(each) ?? []),
        ...(n === 0 ? person : []),
      ];
      const read = faults.length > 0 ? { faults, steps: [] } : rowSteps(each.said, known, ground);
      return { row: each, ...read };
    });
    const bad = judged.find(({ faults }) => faults.length > 0);
    const before = bad ? [] : personSteps(first.said, known);
    const after = bad ? [] : endings(judged, known, ground);
    for (const [n, { row, faults, steps }] of judged.entries())
      planned.set(row, {
        row: row.row,
        said: row.said,
        faults:
          bad && faults.length === 0
            ? [{ code: 'other-row-refused', details: { row: bad.row.row } }]
            : faults,
        steps: bad ? [] : [...(n === 0 ? before : []), ...steps, ...(n === 0 ? after : [])],
      });
    if (!bad)
      persons.push({
        known,
        said: first.said,
        steps: [...before, ...judged.flatMap(({ steps }) => steps), ...after],
      });
  }
  return { rows: rows.flatMap((each) => planned.get(each) ?? []), persons };
}

/** What forbids the person, told at the person's first row. */
function personFaults(
  { said, faults }: OfficialRow,
  rows: number,
  numbered: KnownOfficial | undefined,
  named: KnownOfficial | undefined,
  { actor, directory }: PlanGround,
): readonly RowFault[] {
  if (faults.length > 0) return [];
  if (rows > officialsFileLimits.ofOne)
    return [{ code: 'rows-of-one', column: 'number', details: { most: officialsFileLimits.ofOne } }];
  if (named && named.number !== null && named.number !== said.number)
    return [{ code: 'account-of-another', column: 'account' }];
  if (numbered && named && numbered.id !== named.id)
    return [{ code: 'account-of-another', column: 'account' }];
  if (numbered && said.account !== '' && numbered.account !== said.account)
    return [{ code: 'account-differs', column: 'account' }];
  const known = numbered ?? named;
  if (!known) return said.account === '' ? [{ code: 'account-empty', column: 'account' }] : [];
  const touches = !known.active || known.number === null || changedFields(said, known).length > 0;
  const problem = touches ? factsProblem(actor, known, directory) : undefined;
  if (!problem) return [];
  if (problem.code === 'own-rights') return [{ code: 'row-own', column: 'number' }];
  return [{ code: known.active ? 'person-elsewhere' : 'person-closed', column: 'number' }];
}

const changedFields = (said: OfficialSaid, known: KnownOfficial): readonly string[] =>
  [
    known.name !== said.name && 'name',
    known.email !== said.email && 'email',
    // A file without titles says nothing of them.
    said.title !== '' && known.title !== said.title && 'title',
  ].filter((field) => field !== false);

function personSteps(said: OfficialSaid, known: KnownOfficial | undefined): readonly OfficialStep[] {
  if (!known) return [{ does: 'add' }];
  const fields = changedFields(said, known);
  return [
    ...(known.active ? [] : [{ does: 'reopen' } as const]),
    ...(known.number === null ? [{ does: 'know' } as const] : []),
    ...(fields.length > 0 ? [{ does: 'change', fields } as const] : []),
  ];
}

const unitFaults = ({ unitCode }: OfficialSaid, directory: UnitDirectory): readonly RowFault[] =>
  unitCode === '' || directory.byCode(unitCode)
    ? []
    : [{ code: 'unit-code-unknown', column: 'unit', details: { found: unitCode.slice(0, 40) } }];

/** Rights begin when they are given: a day that has passed means from now on. */
const beginning = ({ from }: OfficialSaid, now: Instant): Instant =>
  from === undefined ? now : Math.max(now, instantAt(from));

function rowSteps(
  said: OfficialSaid,
  known: KnownOfficial | undefined,
  { actor, directory, now }: PlanGround,
): Pick<PlannedRow, 'faults' | 'steps'> {
  const refuse = (fault: RowFault) => ({ faults: [fault], steps: [] });
  const unit = directory.byCode(said.unitCode);
  if (!unit) return { faults: [], steps: [] };
  const until = said.endsOn === undefined ? null : instantAt(said.endsOn);
  if (until !== null && until <= now) return refuse({ code: 'until-past', column: 'until' });
  const steps: OfficialStep[] = [];
  for (const role of said.roles) {
    const held = known?.posts.find((post) => post.unit === unit.id && post.role === role);
    if (!held) steps.push({ does: 'give', unit: unit.id, role, from: beginning(said, now), until });
    else if (said.endsOn !== undefined && held.until !== until)
      steps.push({ does: 'date', post: held.post, unit: unit.id, role, until });
    else continue;
    const to = known?.id ?? ('' as OfficerId);
    const problem = giftProblem(actor, { to, unit: unit.id, role }, directory);
    if (problem)
      return refuse({
        code: rightsCodes[problem.code] ?? 'row-not-allowed',
        column: problem.code === 'not-allowed' ? 'unit' : 'roles',
      });
  }
  return { faults: [], steps };
}

const rightsCodes: Readonly<Record<string, string>> = {
  'not-allowed': 'row-not-allowed',
  'own-rights': 'row-own',
  'beyond-own-rights': 'row-beyond',
};

/** Roles that no row of the person names end when the first that is new begins. */
function endings(
  own: readonly { readonly row: OfficialRow; readonly steps: readonly OfficialStep[] }[],
  known: KnownOfficial | undefined,
  { actor, directory, now }: PlanGround,
): readonly OfficialStep[] {
  if (!known) return [];
  const named = new Set(
    own.flatMap(({ row: { said } }) =>
      said.roles.map((role) => `${directory.byCode(said.unitCode)?.id ?? ''} ${role}`),
    ),
  );
  const giving = own.filter(({ steps }) => steps.some(({ does }) => does === 'give'));
  const at = Math.min(...(giving.length > 0 ? giving : own).map(({ row }) => beginning(row.said, now)));
  return known.posts
    .filter(({ unit, role }) => !named.has(`${unit} ${role}`))
    .filter(({ role }) => !personalRoles.has(role as OfficerRole))
    .filter(({ until }) => until === null || until > at)
    .filter(
      ({ unit, role }) => !giftProblem(actor, { to: known.id, unit, role: role as OfficerRole }, directory),
    )
    .map(({ post, unit, role }) => ({ does: 'end', post, unit, role, at }));
}
