import { paymentPermissions } from '#capabilities/payments';
import { allows, type OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { unitsOf } from '../core/officer.ts';

/** Units at whose counters this officer takes money. */
export const takingUnits = (actor: OfficerActor): readonly UnitId[] =>
  unitsOf(actor).filter((unit) => allows(actor, paymentPermissions['payments.take'], unit));

/** Units whose shifts and receipts this officer may look at: the own ones. */
export const lookingUnits = (actor: OfficerActor): readonly UnitId[] =>
  unitsOf(actor).filter((unit) => allows(actor, paymentPermissions['payments.look-at-tills'], unit));
