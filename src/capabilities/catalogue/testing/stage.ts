import { sampleDefinition } from '#builders/forms';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import type { Outcome } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import { systemScope } from '#platform/db';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { type DesignServices, draftTables, loadProcedures } from '../index.ts';
import { recordOf } from '../versions/record-of.ts';
import { aContent, aPackageKey } from './builders.ts';

const unit = '018f0000-0000-7000-8000-000000000001' as UnitId;
export const anAdministrator = (n: number, role: OfficerRole = 'system-administrator'): OfficerActor => ({
  kind: 'officer',
  officer: `018f0000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}` as OfficerId,
  name: `Quản Trị ${n}`,
  posts: [{ unit, role }],
  readableUnits: [unit],
  everywhere: false,
});

export const services: DesignServices = {
  key: aPackageKey(),
  draftFromNational: ({ code }) => aContent(code),
  lint: ({ definition }) =>
    definition.basis.length > 0 ? [] : [{ level: 'error', code: 'basis-missing', at: 'basis' }],
  ...draftTables(),
  openWork: async () => [{ version: 1, drafts: 2, dossiers: 3 }],
};

/** A database with published procedures, and people who make and approve the next ones. */
export async function aStage(...codes: readonly string[]) {
  const db = await aDatabase();
  const clock = new SetClock(aWorkingMorning);
  const of = (actor: OfficerActor) => aCtx(db.web, actor, clock);
  const procedures = codes.map(sampleDefinition).map((definition) => ({
    national: recordOf(definition),
    definition,
  }));
  await db.worker.transact(systemScope, (t) => loadProcedures(t, clock.now(), procedures));
  return {
    db,
    clock,
    drafter: of(anAdministrator(1, 'unit-administrator')),
    approver: of(anAdministrator(2)),
    citizen: aCtx(db.web, undefined, clock),
    machine: aCtx(db.worker, systemActor('test'), clock),
  };
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
export const codeOf = (outcome: Outcome<unknown>): string | undefined =>
  outcome.ok ? undefined : outcome.refusal.code;
