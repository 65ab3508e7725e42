import { administers, type Unit } from '#capabilities/organisations';
import type { UnitId } from '#kernel/ids';
import { type PageCtx, problem, type Reply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { officerOf } from '../core/frame.ts';

/** Pages are for units that one administers; what a POST tries elsewhere is the command's to refuse and record. */
export async function withUnit(
  ctx: PageCtx,
  doors: Doors,
  id: string,
  go: (unit: Unit) => Promise<Reply>,
): Promise<Reply> {
  const directory = await doors.units.directory();
  const unit = directory.byId(id as UnitId);
  if (!unit) return problem('not-found');
  if (!administers(officerOf(ctx), unit.id, directory)) return problem('forbidden');
  return go(unit);
}
