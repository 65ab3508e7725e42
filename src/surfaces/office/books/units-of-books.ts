import type { UnitDirectory } from '#capabilities/organisations';
import { paymentPermissions } from '#capabilities/payments';
import type { OfficerActor, OfficerRole } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';

/** They look after the units below theirs; an accountant keeps the books of the own unit. */
const overseeing: readonly OfficerRole[] = ['centre-manager', 'unit-leader', 'inspector'];
/** More units than this are not chosen from a list; whoever oversees a province names one in the address. */
const mostUnits = 400;

/** Units whose books an officer may read, the own ones first. The database asks the same once more. */
export function unitsOfBooks(actor: OfficerActor, directory: UnitDirectory): readonly UnitId[] {
  const roles = paymentPermissions['payments.read-books'].roles ?? [];
  const posts = actor.posts.filter(({ role }) => roles.includes(role));
  const units = new Set<UnitId>(posts.map(({ unit }) => unit));
  for (const { role, unit } of posts)
    for (const each of overseeing.includes(role) ? directory.below(unit) : directory.withFormer(unit))
      if (actor.everywhere || actor.readableUnits.includes(each)) units.add(each);
  return [...units].slice(0, mostUnits);
}
