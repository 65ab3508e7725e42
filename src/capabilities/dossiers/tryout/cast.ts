import { type CitizenActor, type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor';
import type { OfficerId, PersonId, UnitId } from '#kernel/ids';

/** Places of a try-out stand for any: the one that receives, and the one that decides. */
export const triedReceiver = '00000000-0000-8000-8000-000000000001' as UnitId;
export const triedCompetent = '00000000-0000-8000-8000-000000000002' as UnitId;

/** Units that a plan names, each with an invented place of its own. */
const asked = Array.from(
  { length: 20 },
  (_, n) => `00000000-0000-8000-8000-00000009${String(n).padStart(2, '0')}0a` as UnitId,
);
export const triedUnits = (names: readonly string[]): Readonly<Record<string, UnitId>> =>
  Object.fromEntries(names.flatMap((name, n) => (asked[n] ? [[name, asked[n]]] : [])));

const units = [triedReceiver, triedCompetent, ...asked];
const officer = (n: number, name: string, roles: readonly OfficerRole[]): OfficerActor => ({
  kind: 'officer',
  officer: `00000000-0000-8000-8000-00000000010${n}` as OfficerId,
  name,
  posts: units.flatMap((unit) => roles.map((role) => ({ unit, role }))),
  readableUnits: units,
  everywhere: false,
});

/** Two officers are enough, for whoever drafts does not sign. */
export const worker = officer(1, 'Cán bộ thử', [
  'one-stop-officer',
  'centre-staff',
  'specialist',
  'certification-officer',
  'head-of-office',
  'clerk',
  'result-desk',
  'fee-desk',
]);
export const signer = officer(2, 'Lãnh đạo thử', ['unit-leader', 'head-of-office', 'centre-manager']);

/** What the worker does by itself. */
export const machine = systemActor('try-out');

export const triedCitizen = (name: string): CitizenActor => ({
  kind: 'citizen',
  person: '00000000-0000-8000-8000-000000000201' as PersonId,
  name,
  guest: false,
});
